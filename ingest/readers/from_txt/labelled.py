"""Values under numbered items, set in line by spaces or a tab after their labels, or indented: prose, no table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks import split_mark

_LABELLED = re.compile(
    r"\s*(?P<label>[^\W\d_][\w/&’' ]{0,34}?) ?:(?P<gap>\s+)(?P<value>\S+(?: \S+)*)\s*$"
)  # one value only: a row of several labels is a table's
_ITEM = re.compile(r"[^\W\d_]+ \d+(?:\.\d+)*[.:)]\s+\S")
_LEAST = 2
_MOST_LINES = 4
"""Lines over which the words of an item may run before its labels."""


def labelled(lines: Sequence[str], start: int) -> tuple[int, list[str]] | None:
    """The labelled lines that stand under an item from this line on, each as "label: value", and the index after them.

    None where fewer than two labels stand here, or no numbered item stands above, or where no value is set off from its
    label and no tab stands before one: those are plain lines already.
    """
    if not _LABELLED.match(lines[start]) or not _under_item(lines, start):
        return None
    said: list[str] = []
    gapped = False
    edge, end = 0, start
    while end < len(lines) and lines[end].strip():
        line = lines[end].expandtabs(8)
        found = _LABELLED.match(lines[end])
        if said and len(line) - len(line.lstrip()) >= edge:
            said[-1] += f" {line.strip()}"
        elif found:
            said.append(f"{found['label']}: {found['value']}")
            gapped = gapped or found["gap"] != " " or lines[end].startswith("\t")
            edge = len(lines[end][: found.start("value")].expandtabs(8))
        else:
            break
        end += 1
    return (end, said) if gapped and len(said) >= _LEAST else None


def label_lines(lines: Sequence[str]) -> set[int]:
    """The indices of all lines that are labels with their values under items."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end, _ = labelled(lines, at) or (at, [])
        found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _under_item(lines: Sequence[str], start: int) -> bool:
    """Whether the words right above begin with the number or bullet of an item."""
    at = start - 1
    while at >= 0 and not lines[at].strip() and at >= start - 2:
        at -= 1
    for number in range(at, max(at - _MOST_LINES, -1), -1):
        line = lines[number].strip()
        if not line:
            return False
        if split_mark(line)[0] or _ITEM.match(line):
            return True
    return False
