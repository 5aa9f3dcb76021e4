"""Plans written without a table: items of text followed by labelled lines ("Lead: …", "By: …"), laid out as a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Cell, Document, Paragraph, Place, Table
from ingest.text import squash
from normalise.headings import field_named, is_heading_like, names_field
from normalise.headings.periods import without_dates
from normalise.ledger import place_of
from normalise.structure.tails import DUE, OWNER, dated_owner, is_listed, parted_tail
from normalise.structure.titles import is_theme, says_theme
from normalise.structure.view import TableView

_LABEL = re.compile(
    r"(?:^[^\S\n]*+|[;|(]\s*+|(?<=[.,])\s+|\s[-–—]\s+)(?P<label>[^\W\d_][\w/&’' ]{1,34}?)(?=\s*[:–])", re.MULTILINE
)
_INLINE = re.compile(r"(?<=[\w)\].])\s(?=(?P<label>[A-Z][\w/&’\']*(?: [\w/&’\']+){0,3})\s*:)")
_NUMBERED = re.compile(r"\s*\d+(?:\.\d+)*$")
_BARE_HEAD = re.compile(
    r"(?:key |priority )?(?:action|task|activity)(?: point)?(?: no\.?| number)? (?P<number>\d+(?:\.\d+)*|[A-Z])[.:)]?",
    re.IGNORECASE,
)
_FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part of a paragraph: its label as written ("" for what stands before the first) and the text after it."""

    label: str
    text: str


@dataclass(slots=True)
class Item:
    """An action in prose: the section above it, its own paragraphs, and its labelled values, with their places.

    It is `open` while plain text below may still belong to the action.
    """

    section: str
    action: list[tuple[Place, Paragraph]] = field(default_factory=list)
    values: list[tuple[Place, Labelled]] = field(default_factory=list)
    open: bool = False


def find_items(document: Document, title: str) -> list[tuple[str, TableView]]:
    """The items of a plan in prose, a view for each section they stand under; empty when the document is none."""
    items = _without_heads([i for i in _items(document, title) if i.values and i.action])
    counts = Counter(_key(v.label) for i in items for _, v in i.values)
    if len(items) < _FEWEST_ITEMS or not any(n >= _FEWEST_ITEMS for n in counts.values()):
        return []
    labels = list(dict.fromkeys(v.label for i in items for _, v in i.values))
    sections = dict.fromkeys(i.section for i in items)
    return [(s, TableView(_table([i for i in items if i.section == s], labels))) for s in sections]


def _without_heads(items: Sequence[Item]) -> list[Item]:
    """The items without the headings that others stand under: what such a heading says of itself is no action."""
    sections = {i.section for i in items if not i.action[0][1].level}
    return [i for i in items if not (i.action[0][1].level and squash(i.action[0][1].text) in sections)]


def labelled_parts(text: str) -> list[Labelled]:
    """A paragraph cut at its labels: "Plant trees (Lead: Ann Lee; By: May)" gives three parts, the first unlabelled."""
    found = _labels(text)
    if not found:
        return [Labelled("", text)] if text.strip() else []
    parts = [Labelled("", text[: found[0].start()].strip(" (;-–\n"))]
    for match, following in zip(found, [*found[1:], None], strict=True):
        value = text[match.end("label") : following.start() if following else len(text)].lstrip(" :–").strip(" ;\n")
        value = value[:-1] if value.endswith(")") and value.count("(") < value.count(")") else value
        inside = match.start() or following
        parts.append(Labelled(match["label"].strip(), _without_stop(value) if inside else value.strip()))
    return [p for p in parts if p.text or p.label]


def _labels(text: str) -> list[re.Match[str]]:
    """The labels in a text; one that only a space parts from the words before it where a label opens the text."""
    found = [m for m in _LABEL.finditer(text) if is_heading_like(m["label"])]
    if not found or found[0].start() > 0:
        return found
    taken = {m.end("label") for m in found}
    inline: dict[int, list[re.Match[str]]] = {}
    for match in _INLINE.finditer(text):
        if match.end("label") not in taken and _is_plain_label(match["label"]):
            inline.setdefault(match.end("label"), []).append(match)
    return sorted([*found, *map(_best, inline.values())], key=lambda m: m.start())


def _best(candidates: Sequence[re.Match[str]]) -> re.Match[str]:
    """Of labels that end in one place the longest that is a field's own name, else the shortest."""
    return next((m for m in candidates if names_field(m["label"])), candidates[-1])


def _is_plain_label(label: str) -> bool:
    low = label.casefold()
    return " and " not in low and without_dates(low) == low and is_heading_like(label)


def _without_stop(value: str) -> str:
    """A value without the full stop that only parts it from the next label in its line."""
    value = value.strip(" ,")
    return value[:-1].rstrip() if value.endswith(".") and value.count(".") == 1 else value


def _items(document: Document, title: str) -> Iterator[Item]:
    item = Item("")
    usual = _tails_usual(document)
    for number, block in enumerate(document.blocks, 1):
        if not isinstance(block, Paragraph):
            yield item
            item = Item(item.section)
            continue
        place, parts = place_of(block, number), _parts(block, usual=usual)
        labelled = [(place, p) for p in parts if p.label]
        own = [(place, replace(block, text=parts[0].text))] if parts and not parts[0].label else []
        if own and not labelled and _goes_on(item, block):
            said = _numbered_head(item.action[0][1])
            item.action = [(place, replace(block, mark=f"{said}."))] if said else [*item.action, *own]
        elif own:
            yield item
            titled = squash(block.text) == title
            opens = not (labelled or titled) and _opens(block)
            item = Item(_section(item, block, title), [] if titled else own, labelled, opens)
        elif labelled:
            if _begins_another(item, [p for _, p in labelled]):
                yield item
                item = Item(item.section)
            _take(item, block, labelled)
    yield item


def _tails_usual(document: Document) -> bool:
    """Whether several listed lines tell what to do and end with who and when."""
    listed = (b.text for b in document.blocks if isinstance(b, Paragraph) and _is_item(b))
    return sum(parted_tail(text) is not None for text in listed) >= _FEWEST_ITEMS


def _is_item(block: Paragraph) -> bool:
    return not block.level and (bool(block.mark) or is_listed(block.text))


def _parts(block: Paragraph, *, usual: bool) -> list[Labelled]:
    """A paragraph cut at its labels; a heading that begins with one ("Objective 1: Warm homes") is whole."""
    parts = labelled_parts(block.text)
    whole = block.level and parts and parts[0].label and not _says_action(parts[0].label)
    if whole:
        return [Labelled("", block.text)]
    if len(parts) == 1 and not parts[0].label and _is_item(block):
        return _with_tail(block.text, usual=usual)
    return list(_with_dates(parts, block.text))


def _with_dates(parts: Sequence[Labelled], text: str) -> Iterator[Labelled]:
    """The parts, an owner's in brackets without the date that has no label: "(Lead: Ann Lee; by May 2026)"."""
    dated = any(field_named(p.label) == "timescale" for p in parts)
    for part in parts:
        owner = not dated and f"({part.label}" in text and field_named(part.label) == "lead"
        said = dated_owner(part.text) if owner else None
        yield from [Labelled(part.label, said[0]), Labelled(DUE, said[1])] if said else [part]


def _with_tail(text: str, *, usual: bool) -> list[Labelled]:
    """A listed line, with who and by when at its end as parts of their own."""
    tail = parted_tail(text, usual=usual)
    if tail is None:
        return [Labelled("", text)]
    action, who, when = tail
    return [Labelled("", action), Labelled(OWNER, who), Labelled(DUE, when)]


def _section(item: Item, block: Paragraph, title: str) -> str:
    heads = block.level and not (block.mark or _numbered_head(block)) and is_theme(block.text)
    heads = heads and squash(block.text) != title
    return squash(block.text) if heads else item.section


def _opens(block: Paragraph) -> bool:
    """Whether text below may still tell of the same action: under a number, or a heading that names no section."""
    return bool(block.mark) or (block.level > 1 and not says_theme(block.text))


def _begins_another(item: Item, parts: Sequence[Labelled]) -> bool:
    """Whether labelled parts belong to the next item: a label comes again, or an action where there is one already."""
    if any(_says_action(p.label) for p in parts) and item.action:
        return not item.action[0][1].level
    return bool({_key(p.label) for p in parts} & {_key(v.label) for _, v in item.values})


def _numbered_head(block: Paragraph) -> str:
    """The number of a heading that says no more than that an action follows ("Action 3", "Action A"), "" for none."""
    found = _BARE_HEAD.fullmatch(squash(block.text)) if block.level else None
    return found["number"] if found else ""


def _take(item: Item, block: Paragraph, labelled: Sequence[tuple[Place, Labelled]]) -> None:
    """Add labelled parts to an item; one labelled "Action" is the action itself, and a heading over it its section."""
    for place, part in labelled:
        item.open = _says_action(part.label)
        if item.open:
            number = _NUMBERED.search(part.label)
            mark = f"{number[0].strip()}." if number else block.mark
            item.section = squash(item.action[0][1].text) if item.action else item.section
            item.action = [(place, replace(block, text=part.text, mark=mark, level=0))]
        else:
            item.values.append((place, part))


def _goes_on(item: Item, block: Paragraph) -> bool:
    """Whether plain text under a numbered, headed or labelled action, before its other labels, belongs to it."""
    if not item.open or block.level:
        return False
    first = item.action[0][1]
    return not (block.mark or is_listed(block.text)) or not (first.mark or first.level)


def _says_action(label: str) -> bool:
    return _key(label) in ("action", "task", "activity", "action required", "key action")


def _key(label: str) -> str:
    """The label by which values of one kind are known again: a number after it ("Action 3") makes no difference."""
    return _NUMBERED.sub("", squash(label).casefold())


def _table(items: Sequence[Item], labels: Sequence[str]) -> Table:
    shown = {_key(n): n for n in labels}
    head = tuple(Cell(Place(row=0, column=c), (Paragraph(n),)) for c, n in enumerate(("Action", *shown.values()), 1))
    return Table(Place(), (head, *(_row(i, tuple(shown)) for i in items)))


def _row(item: Item, names: Sequence[str]) -> tuple[Cell, ...]:
    first = item.action[0][0]
    cells = [Cell(first, tuple(p for _, p in item.action))]
    for column, name in enumerate(names, 2):
        said = [(p, v) for p, v in item.values if _key(v.label) == name]
        place = replace(said[0][0], column=column) if said else replace(first, column=1000 + column)
        cells.append(Cell(place, tuple(Paragraph(v.text) for _, v in said)))
    return tuple(cells)
