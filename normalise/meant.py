"""Which action a correction is meant for: known again by its words and by what stands around it, not by its place.

A correction bears the words of its action, its theme, and signs of the words above and below it. It is applied only
where one action alone can be meant; elsewhere it is said to fit none, and a person decides.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ingest.text import squash
from normalise.corrections import Correction, Corrections
from normalise.rows import Value, as_text

_ALIKE = 60
"""Likeness in percent at which words in the very place of others are the same action's, mended perhaps."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An action as it stands in a document: its ids under each name of the file, its words as written, its theme."""

    ids: tuple[str, ...]
    words: str
    theme: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What was said of each action of a document by its position, and of actions that stood at a position before."""

    said: Mapping[int, tuple[Correction, ...]]
    passed: Mapping[int, tuple[Correction, ...]]


def meant(corrections: Corrections, actions: Sequence[Standing], names: Sequence[str], sha256: str) -> Meant:
    """Find the action of each correction; `names` are all those of the file, `sha256` is the hash of its bytes."""
    places = {identity: at for at, action in enumerate(actions) for identity in action.ids}
    said: dict[int, list[Correction]] = defaultdict(list)
    passed: dict[int, list[Correction]] = defaultdict(list)
    lines = corrections.of_actions(places, names)
    there = _Actions.of(actions, sha256) if lines else None
    for c in lines:
        before = places.get(c.action_id)
        now = there.position(c, before) if there and c.words else before
        if now is not None:
            said[now].append(c)
        elif before is not None:
            passed[before].append(c)
    return Meant({at: tuple(cs) for at, cs in said.items()}, {at: tuple(cs) for at, cs in passed.items()})


@dataclass(frozen=True, slots=True)
class _Told:
    """A row of actions, its words as the document has them, and folded."""

    row: Mapping[str, Value]
    words: str
    folded: str


def described(
    corrections: Iterable[Correction], rows: Iterable[Mapping[str, Value]], said: Corrections
) -> tuple[Correction, ...]:
    """The corrections with the words of their actions and what stands around them, as `rows` of actions tell it.

    `said` are the corrections that those rows were read with: where one gave an action's words, its own are meant.
    """
    wanted, corrections = {c.action_id for c in corrections if c.action_id}, tuple(corrections)
    return tuple(corrections) if not wanted else _described(corrections, tuple(rows), said)


def _described(
    corrections: Sequence[Correction], rows: Sequence[Mapping[str, Value]], said: Corrections
) -> tuple[Correction, ...]:
    files: dict[str, list[_Told]] = defaultdict(list)
    known: dict[str, tuple[str, int]] = {}
    for row in rows:
        file = as_text(row["source_file"]).removeprefix("'")
        known[as_text(row["action_id"])] = file, len(files[file])
        words = _as_written(as_text(row["action"]), file, said)
        files[file].append(_Told(row, words, _folded(words)))
    told = ((c, *known.get(c.action_id, ("", 0))) for c in corrections)
    return tuple(_with_surroundings(replace(c, source_file=f), files[f], at) if f else c for c, f, at in told)


def _with_surroundings(c: Correction, file: Sequence[_Told], at: int) -> Correction:
    row, words, folded = file[at].row, file[at].words, [told.folded for told in file]
    others = [other for number, other in enumerate(folded) if number != at]
    return replace(
        c, words=words, source_sha256=as_text(row["source_sha256"]), theme=_folded(as_text(row["theme"])),
        above=_sign(folded[at - 1] if at else ""), below=_sign("".join(folded[at + 1 : at + 2])),
        alone=folded[at] not in others, unlike=not any(_are_alike(folded[at], other) for other in others),
    )  # fmt: skip


def _as_written(words: str, file: str, said: Corrections) -> str:
    """The document's own words of an action, where a correction gave it these."""
    gave = (c for c in said.lines if c.column == "action" and c.value == words and c.words)
    names = (file, *said.earlier(file))
    return next((c.words for c in gave if not c.source_file or c.source_file in names), words)


@dataclass(frozen=True, slots=True)
class _Actions:
    """The actions of a document as corrections tell of them: words, signs of words, themes, in order."""

    words: Sequence[str]
    signs: Sequence[str]
    themes: Sequence[str]
    sha256: str

    @staticmethod
    def of(actions: Sequence[Standing], sha256: str) -> _Actions:
        words = [_folded(action.words) for action in actions]
        return _Actions(words, [_sign(w) for w in words], [_folded(action.theme) for action in actions], sha256)

    def position(self, c: Correction, before: int | None) -> int | None:
        """The position of the one action that can be meant, None where none or several can; `before` has its id."""
        said = _folded(c.words)
        same = [at for at, words in enumerate(self.words) if words == said]
        unchanged = bool(c.source_sha256) and c.source_sha256 == self.sha256
        if before in same and (unchanged or not c.above):
            return before
        if not c.above:
            return None
        around = {at: self._around(c, at) for at in same or range(len(self.words))}
        if c.alone and len(same) == 1 and (c.theme == self.themes[same[0]] or any(around[same[0]])):
            return same[0]
        kept = [at for at, both in around.items() if all(both) and _are_alike(said, self.words[at])]
        if len(kept) == 1 and (same or c.unlike):
            return kept[0]
        mended = unchanged and not same and before is not None and _are_alike(said, self.words[before])
        return before if mended else None

    def _around(self, c: Correction, at: int) -> tuple[bool, bool]:
        """Whether the same words stand above, and below, as where the correction was made."""
        above = self.signs[at - 1] if at else _END
        below = self.signs[at + 1] if at + 1 < len(self.signs) else _END
        return above == c.above, below == c.below


def _are_alike(said: str, words: str) -> bool:
    return fuzz.ratio(said, words) >= _ALIKE


def _folded(words: str) -> str:
    """Words without regard to case, spaces, and the mark that guards CSV against formulas."""
    return squash(words).casefold().removeprefix("'")


def _sign(folded: str) -> str:
    return hashlib.sha256(folded.encode("utf-8", "backslashreplace")).hexdigest()[:10]


_END = _sign("")
"""What stands above the first action of a file, and below the last."""
