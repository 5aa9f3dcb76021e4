"""The partners of an action, one by one."""

from __future__ import annotations

import re

from ingest.text import squash

_PARTS = re.compile(r"[\n,;]")


def read_partners(text: str) -> tuple[str, ...]:
    """The bodies and people a partners cell lists, in order."""
    parts = (squash(p).strip(" •.,;") for p in _PARTS.split(text))
    return tuple(dict.fromkeys(p for p in parts if p))
