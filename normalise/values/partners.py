"""The partners of an action, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.text import BULLETS, squash
from normalise.values.broken_lines import Fragment, join_broken
from normalise.values.known_partners import parted
from normalise.values.owners.asides import names_nobody, without_rest
from normalise.values.owners.lexicon import kind_of, listed
from normalise.values.owners.mending import mend
from normalise.values.owners.names import Names
from normalise.values.owners.whole import has_head, is_subject, is_whole, shares_head

_MARK = re.compile(rf"^\s*(?:[{re.escape(BULLETS)}*]|[-–](?=\s)|\(?(?:\d{{1,2}}|[a-z])[.)](?=\s))\s*")
_COMMA = re.compile(r"[;|·]|,(?!\d{3}\b)")
_AND = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"^[^\S\n]*(?:(?:key|lead|other|delivery|main|internal|external|local|strategic|supporting) )?"
    r"(?:partners?|agency|agencies|organisations?|stakeholders?|support|supporting|lead|internal|external)\s*[:–][^\S\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_LETTERS = re.compile(r"\s[A-Z]{2,}(?:\s++(?:and|&)\s.+|\W*)", re.DOTALL)
_COUNCIL = re.compile(r"(?<=\w Council) (?=([A-Z][\w’'-]+))")
_NEAR = 300
"""Characters about an "and" that show whether it parts two names."""
_NO_EDGE = 10_000
"""Characters: a line of so much room ends where its writer meant it to."""


def read_partners(text: str, *, wrapped: bool = True, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The bodies and people a partners cell lists, in order, each once, trailing punctuation gone.

    Lines, bullets, commas, semicolons and "and" part them; a slash does where nothing else does. A body that a narrow
    column broke over two lines stays one; where lines are not `wrapped` as on a page, a writer meant every break. Names
    run together where no commas part them are `known` from other cells that name each alone (in small letters).
    """
    if names_nobody(text):
        return ()
    cell = _LABEL.sub("; ", without_rest(mend(text, Names())))
    items = [item for block in _blocks(cell) for item in _items(block, wrapped)]
    if len(items) == 1:
        items = _slash_parts(items[0])
    parts = [part for item in items for part in _and_parts(squash(item), in_list=len(items) > 1)]
    parts = [piece for part in parts for piece in parted(part, known)] if known and not _COMMA.search(text) else parts
    parts = [piece for part in parts for piece in _after_council(part)] if wrapped else parts
    tidied = (_tidy(part) for part in parts)
    return tuple(dict.fromkeys(p for p in tidied if p and not names_nobody(p)))


def _blocks(cell: str) -> list[list[str]]:
    """The lines of a cell; each line with a bullet or number begins a block, which the lines below go on."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    bare = [_MARK.sub("", line) for line in lines]
    if bare == lines:
        return [lines]
    blocks: list[list[str]] = []
    for line, short in zip(lines, bare, strict=True):
        if short != line or not blocks:
            blocks.append([short])
        else:
            blocks[-1].append(short)
    return [[" ".join(block)] for block in blocks]


def _items(lines: list[str], wrapped: bool) -> Iterator[str]:
    """The names in the lines of a block: commas part them, and line breaks that no narrow column made."""
    widest = max((len(line) for line in lines), default=0) if wrapped else _NO_EDGE
    segments: list[list[Fragment]] = [[]]
    for line in lines:
        for number, piece in enumerate(_outside_brackets(line)):
            if number:
                segments.append([])
            if piece.strip():
                segments[-1].append(Fragment(piece.strip(), widest - len(line)))
    for segment in segments:
        yield from join_broken(segment, in_list=len(segments) > 1)


def _outside_brackets(line: str) -> Iterator[str]:
    """The pieces of a line between commas and semicolons, those in brackets left alone."""
    start = depth = 0
    for at, sign in enumerate(line):
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        if not depth and _COMMA.match(line, at):
            yield line[start:at]
            start = at + 1
    yield line[start:]


def _and_parts(piece: str, *, in_list: bool) -> list[str]:
    """A piece cut at each "and" that joins two whole names and does not stand inside one."""
    found: list[str] = []
    start = 0
    for match in _AND.finditer(piece):
        left, right = piece[start : match.start()][-_NEAR:], piece[match.end() : match.end() + _NEAR]
        if _parts_two(left, right, in_list=in_list):
            found.append(left)
            start = match.end()
    return [*found, piece[start:]]


def _parts_two(left: str, right: str, *, in_list: bool) -> bool:
    if not left.strip():
        return True
    if left.count("(") > left.count(")") or not is_whole(left) or _is_pair(left, right):
        return False
    if has_head(left):
        return not re.search(r"\b(?:of|for)\b", left) or has_head(right)
    if is_subject(left):
        following = _AND.split(right)[0]
        if shares_head(right):
            return False
        return in_list if is_subject(following) else len(left.split()) > 1 or has_head(following)
    return True


def _is_pair(left: str, right: str) -> bool:
    """Whether the words about "and" are a fixed pair: parents and carers, fire and rescue."""
    ends, begins = left.lower().split(), right.lower().split()
    pairs = listed("subjects", "pairs")
    return any(f"{' '.join(ends[-n:])} and {' '.join(begins[:m])}" in pairs for n in (1, 2) for m in (1, 2))


def _slash_parts(item: str) -> list[str]:
    """The names a slash parts; a name with letters after one spaced slash is one (Children Centres / ESCO)."""
    parts = [part.strip() for part in item.split("/")]
    before, _, after = item.partition("/")
    letters = len(parts) == 2 and before[-1:].isspace() and " " in parts[0] and bool(_LETTERS.fullmatch(after))
    return [item] if "(" in item or "and/or" in item.lower() or not all(parts) or letters else parts


def _after_council(part: str) -> list[str]:
    """The names of a part: after a council's whole name, a name of no known word begins another."""
    begun = [match.start() for match in _COUNCIL.finditer(part) if kind_of(match[1]) == "N"]
    return [part[start:end] for start, end in pairwise([0, *begun, len(part)])]


def _tidy(part: str) -> str:
    bare = re.sub(r"^(?:and|&)\s+", "", squash(part).strip(" .,;:•–-"))
    return bare if bare.count("(") <= bare.count(")") else bare.replace("(", "", 1).strip()
