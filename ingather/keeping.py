"""What the store knows of a run's files, and what it should learn."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace

from ingather.pools import Answer, Setting, Task
from ingather.remote.addresses import Remote
from ingather.store import Store, document_key, plan_key, touched_key


class Kept:
    """Answers of earlier runs under one setting."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._store = Store(setting.store)
        self._one_by_one = any(c.what in ("value", "row") for c in setting.corrections.lines)

    def get(self, task: Task) -> Answer | None:
        """The answer to this very task: same bytes, name, program, options, and corrections that touch it."""
        if not task.source.sha256:
            return None
        key = self._key(task)
        if not self._one_by_one:
            return self._store.get("plans", key, Answer)
        asked = self._store.get("asked", key, tuple) or getattr(self._store.get("plans", key, Answer), "asked", None)
        if asked is None:
            return None
        return self._store.get("plans", self._touched(key, task, asked), Answer)

    def put(self, task: Task, answer: Answer) -> None:
        """Keep an answer, unless a limit of time or a crash decided it or the file changed while it was read."""
        if not answer.lasting or task.source.sha256 not in ("", answer.file.source_sha256):
            return
        if task.item.remote and not task.item.inside:
            self._store.put("versions", _version_key(task.item.remote), (answer.file.source_sha256,))
        task = replace(task, source=replace(task.source, sha256=answer.file.source_sha256))
        key = self._key(task)
        touched = self._touched(key, task, answer.asked)
        self._store.put("plans", touched, answer)
        if touched != key:
            self._store.put("asked", key, answer.asked)

    def sha256_of(self, remote: Remote) -> str:
        """The hash of a file in object storage that was read before and has not changed since, "" where unknown."""
        known = self._store.get("versions", _version_key(remote), tuple) if remote.version else None
        return str(known[0]) if known else ""

    def prune(self) -> None:
        """Keep the store within its bound."""
        self._store.prune()

    def _touched(self, key: str, task: Task, asked: Collection[str]) -> str:
        corrections, path = self._setting.corrections, task.source.path
        return touched_key(key, corrections, asked, (path, *corrections.earlier(path)))

    def _key(self, task: Task) -> str:
        options, corrections = self._setting.options, self._setting.corrections
        document = document_key(task.source.sha256, options.limits, options.office if task.old else "")
        if task.listing:
            return f"{document}-entries-{len(task.item.inside)}"
        folder = task.item.folder if options.council_from else ""
        return plan_key(document, task.source.path, options.as_of.isoformat(), corrections, folder)


def _version_key(remote: Remote) -> str:
    return hashlib.sha256(repr(remote).encode("utf-8", "backslashreplace")).hexdigest()
