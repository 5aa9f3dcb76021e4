"""Plans written without a table: items of text followed by labelled lines ("Lead: …", "By: …"), laid out as a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Cell, Document, Paragraph, Place, Table
from ingest.text import squash
from normalise.headings import is_heading_like
from normalise.ledger import place_of
from normalise.structure.body import is_theme
from normalise.structure.view import TableView

_LABEL = re.compile(r"(?:^|[;|(\n]\s*|(?<=[.,])\s+|\s-\s)(?P<label>[^\W\d_][\w/&’' ]{1,34}?)\s*[:–]\s*", re.MULTILINE)
_FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part of a paragraph: its label as written ("" for what stands before the first) and the text after it."""

    label: str
    text: str


@dataclass(slots=True)
class Item:
    """An action in prose: the section above it, its own paragraphs, and its labelled values, with their places."""

    section: str
    action: list[tuple[Place, Paragraph]]
    values: list[tuple[Place, Labelled]]


def find_items(document: Document, title: str) -> list[tuple[str, TableView]]:
    """The items of a plan in prose, a view for each section they stand under; empty when the document is none."""
    items = [i for i in _items(document, title) if i.values and (i.action or _own_action(i))]
    counts = Counter(_key(v.label) for i in items for _, v in i.values)
    if len(items) < _FEWEST_ITEMS or not any(n >= _FEWEST_ITEMS for n in counts.values()):
        return []
    labels = list(dict.fromkeys(v.label for i in items for _, v in i.values))
    sections = dict.fromkeys(i.section for i in items)
    return [(s, TableView(_table([i for i in items if i.section == s], labels))) for s in sections]


def labelled_parts(text: str) -> list[Labelled]:
    """A paragraph cut at its labels: "Plant trees (Lead: Ann Lee; By: May)" gives three parts, the first unlabelled."""
    found = [m for m in _LABEL.finditer(text) if is_heading_like(m["label"])]
    if not found:
        return [Labelled("", text)] if text.strip() else []
    parts = [Labelled("", text[: found[0].start()].strip(" (;-–\n"))]
    for match, following in zip(found, [*found[1:], None], strict=True):
        value = text[match.end() : following.start() if following else len(text)].strip(" ;\n")
        value = value[:-1] if value.endswith(")") and value.count("(") < value.count(")") else value
        parts.append(Labelled(match["label"].strip(), value.strip()))
    return [p for p in parts if p.text or p.label]


def _items(document: Document, title: str) -> Iterator[Item]:
    section, item = "", Item("", [], [])
    for number, block in enumerate(document.blocks, 1):
        if not isinstance(block, Paragraph):
            yield item
            item = Item(section, [], [])
            continue
        place, parts = place_of(block, number), labelled_parts(block.text)
        labelled = [(place, p) for p in parts if p.label]
        own = [(place, replace(block, text=parts[0].text))] if parts and not parts[0].label else []
        if labelled and not own:
            if {_key(p.label) for _, p in labelled} & {_key(v.label) for _, v in item.values}:
                yield item
                item = Item(section, [], [])
            item.values.extend(labelled)
        elif own and not labelled and _goes_on(item, block):
            item.action.extend(own)
        else:
            yield item
            if block.level and not block.mark and is_theme(block.text) and squash(block.text) != title:
                section = squash(block.text)
            item = Item(section, own, labelled)
    yield item


def _goes_on(item: Item, block: Paragraph) -> bool:
    """Whether plain text under a numbered or headed item, before its labels, belongs to it."""
    if item.values or not item.action or block.mark or block.level:
        return False
    first = item.action[0][1]
    return bool(first.mark) or first.level > 1


def _own_action(item: Item) -> bool:
    return any(_key(v.label).startswith(("action", "task")) for _, v in item.values)


def _key(label: str) -> str:
    return squash(label).casefold()


def _table(items: Sequence[Item], labels: Sequence[str]) -> Table:
    own = any(_own_action(i) for i in items)
    names = [*([] if own else ["Action"]), *dict.fromkeys(_key(n) for n in labels)]
    shown = {_key(n): n for n in labels}
    head = tuple(Cell(Place(row=0, column=c), (Paragraph(shown.get(n, n)),)) for c, n in enumerate(names, 1))
    return Table(Place(), (head, *(_row(i, names, own) for i in items)))


def _row(item: Item, names: Sequence[str], own: bool) -> tuple[Cell, ...]:
    first = (item.action or item.values)[0][0]
    cells = []
    for column, name in enumerate(names, 1):
        if column == 1 and not own:
            cells.append(
                Cell(item.action[0][0], tuple(p for _, p in item.action)) if item.action else _blank(first, column)
            )
            continue
        said = [(p, v) for p, v in item.values if _key(v.label) == name]
        place = replace(said[0][0], column=column) if said else replace(first, column=1000 + column)
        cells.append(Cell(place, tuple(Paragraph(v.text) for _, v in said)))
    return tuple(cells)


def _blank(place: Place, column: int) -> Cell:
    return Cell(replace(place, column=1000 + column))
