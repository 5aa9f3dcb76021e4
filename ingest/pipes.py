"""Tables drawn with characters: Markdown's pipes, and grids of pipes with plus signs at the corners."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_RULE = re.compile(r"[|\s]*:?-{2,}:?[-|:+\s]*|[+\s]*[-=]{2,}[-=+\s]*\+?")
_BORDER = re.compile(r"\+[-=+:]{2,}\+?")
_SPLIT = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.I)


def is_piped(line: str) -> bool:
    """Whether a line belongs to a table drawn with characters, by its first one."""
    line = line.strip()
    return line.startswith("|") or bool(_BORDER.match(line))


def is_rule(line: str) -> bool:
    """Whether a line only draws the line below a header or between rows."""
    return _RULE.fullmatch(line.strip()) is not None


def pipe_rows(lines: Iterable[str]) -> list[list[str]]:
    """The rows of cells of a table drawn with characters; between borders, the lines of a cell belong together."""
    lines = [line.strip() for line in lines]
    if not any(_BORDER.fullmatch(line) for line in lines):
        return [_fields(line) for line in lines if not is_rule(line)]
    if sum(bool(_BORDER.fullmatch(line)) for line in lines) <= 3:
        return [_fields(line) for line in lines if not is_rule(line) and not _BORDER.fullmatch(line)]
    return _bordered(lines)


def _bordered(lines: Sequence[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    fresh = True
    for line in lines:
        if _BORDER.fullmatch(line) or is_rule(line):
            fresh = True
            continue
        fields = _fields(line)
        if fresh:
            rows.append(fields)
        else:
            row = rows[-1]
            row.extend([""] * (len(fields) - len(row)))
            row[: len(fields)] = [f"{a}\n{b}".strip("\n") for a, b in zip(row, fields, strict=False)]
        fresh = False
    return rows


def _fields(line: str) -> list[str]:
    body = line.removeprefix("|")
    if body.endswith("|") and not body.endswith("\\|"):
        body = body[:-1]
    return [_BREAK.sub("\n", field).replace("\\|", "|").strip() for field in _SPLIT.split(body)]
