"""Rows to drafts: the texts of each action by field, its theme and number, and where every piece stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.model import Cell, Place
from normalise.actions.bars import mark_bars
from normalise.actions.draft import Draft, Piece
from normalise.actions.standing import SECTIONS, Standing, piece_of
from normalise.headings import Decision
from normalise.ledger import Ledger
from normalise.structure.beneath import told_beneath
from normalise.structure.rows import BodyRow
from normalise.structure.sections import is_section
from normalise.structure.stated import BY_TITLE, Stated, owner_named, stated_beside, stated_in_banner, time_named
from normalise.structure.tables import Segment, TableReading
from normalise.structure.ticks import said_by
from normalise.structure.wide import wide_title

_TIMES = frozenset(("timescale", "milestones", "start", "completed"))


def gather(
    reading: TableReading, section: str, title: str, ledger: Ledger, stated: Sequence[Stated] = ()
) -> tuple[list[Draft], str]:
    """The drafts of a table's actions, and the theme that holds at its end; its headings go into the ledger.

    `section` is the heading above the table, `stated` what lines under that heading say for all rows.
    """
    standing = _at_top(reading, section, title, stated)
    drafts: list[Draft] = []
    for label in reading.labels:
        ledger.claim(label, "heading")
    for segment in reading.segments:
        _claim_header(reading, segment, ledger)
        sparse = _sparse(reading, segment)
        outside, first = standing, len(drafts)
        for row in segment.rows:
            if row.kind == "theme" and not _says_title(reading, row, title):
                cell = _title_cell(reading, row)
                standing = standing.with_banner(row.text, cell, objectives="objective" in segment.fields)
                standing = _with_number(standing, reading, row, cell)
                standing = _with_time(standing, segment, row.text, cell)
                outside = outside if row.numbered else standing
            elif row.kind == "header":
                _claim(reading, row.row, ledger)
            elif row.kind == "section":
                standing = standing.holding(_sections(reading, segment, row.row))
            elif row.kind == "action":
                standing = outside if row.numbered else standing
                standing = standing.holding(_sections(reading, segment, row.row, sparse))
                drafts.append(standing.under(_draft(reading, segment, [row.row], standing.theme)))
            elif row.kind == "more" and drafts and drafts[-1].theme == standing.theme:
                drafts[-1] = standing.under(_longer(reading, segment, drafts[-1], row))
            elif row.kind == "beneath":
                _take_beneath(drafts[-1], reading, row.row)
        mark_bars(drafts[first:])
    return drafts, standing.theme


def _at_top(reading: TableReading, section: str, title: str, stated: Sequence[Stated]) -> Standing:
    """What holds before the first row: rows above the header, else the heading above the table and lines under it."""
    over = Cell(reading.view.table.place)
    section = "" if _holds_another(reading) else section
    standing = Standing(section, section, tuple(piece_of(s, over) for s in stated))
    bare = reading.header_from != "own"
    leads = any("lead" in s.fields for s in reading.segments) or any(s.decision.field == "lead" for s in stated)
    if not leads and (owner := owner_named(section, bare=bare)):
        standing = standing.holding([piece_of(owner, over)])
    standing = _with_time(standing, reading.segments[0], section, over).above_all()
    for row in range(max(reading.segments[0].header.first, 0)):
        own = reading.view.own(row)
        pairs = _stated_pairs(own)
        alone = own[0] if len(own) == 1 and not _explains_colour(reading, row) else wide_title(reading.view, row)
        if alone and not pairs and (is_section(alone.text, title) or not stated_in_banner(alone.text)[0]):
            standing = standing.with_banner(alone.text, alone, objectives=False)
        for label, said, value in pairs:
            piece = piece_of(said, value)
            lasting = standing.lasting if said.decision.field in SECTIONS else (piece, *standing.lasting)
            cells = (*standing.cells, (label.place, "heading"))
            standing = replace(standing.holding([piece]), cells=cells, lasting=lasting)
    return standing


def _with_time(standing: Standing, segment: Segment, title: str, cell: Cell) -> Standing:
    """What holds below a title that is a time and no more, where no column gives the time of its actions."""
    told = {p.decision.field for p in standing.pieces if p.decision != BY_TITLE}
    said = time_named(title) if _TIMES.isdisjoint((*segment.fields, *told)) else None
    if not said:
        return standing
    lasting = tuple(p for p in standing.lasting if p.decision != BY_TITLE)
    return replace(standing, lasting=lasting).holding([piece_of(said, cell)])


def _stated_pairs(own: Sequence[Cell]) -> list[tuple[Cell, Stated, Cell]]:
    """What a row of labels and values by turns says for the whole table, label and value beside each."""
    if len(own) % 2 or not own:
        return []
    pairs = zip(own[::2], own[1::2], strict=True)
    found = [(label, stated_beside(label.text, value.text), value) for label, value in pairs]
    return [(label, said, value) for label, said, value in found if said] if found[0][1] else []


def _holds_another(reading: TableReading) -> bool:
    """Whether rows above the header are a table of their own, set close above this one: the caption is that one's."""
    rows = range(max(reading.segments[0].header.first, 0))
    several = [own for row in rows if len(own := reading.view.own(row)) > 1]
    told = sum(not _stated_pairs(own) for own in several)
    coloured = sum(len(reading.view.own(row)) == 1 and _explains_colour(reading, row) for row in rows)
    return told + coloured > 1


def _explains_colour(reading: TableReading, row: int) -> bool:
    """Whether an empty cell before a row's words has a colour that they have not: a line of a colour key."""
    cells = reading.view.table.rows[row]
    said = next(c for c in cells if c.text)
    return any(c.fill and c.fill != said.fill for c in cells[: cells.index(said)])


def _says_title(reading: TableReading, row: BodyRow, title: str) -> bool:
    """Whether a banner says the document's title, or a title above the header that names no section, once more."""
    above = [reading.view.own(r) for r in range(max(reading.segments[0].header.first, 0))]
    titles = [own[0].text for own in above if len(own) == 1 and not is_section(own[0].text, title)]
    return row.text in titles or " ".join(row.text.split()) == title


def _title_cell(reading: TableReading, row: BodyRow) -> Cell:
    own = reading.view.own(row.row)
    return next((c for c in own if c.text == row.text), own[-1])


def _with_number(standing: Standing, reading: TableReading, row: BodyRow, title: Cell) -> Standing:
    """A banner's number in a cell of its own before it goes with the banner."""
    own = reading.view.own(row.row)
    cells = [(c.place, "theme") for c in own[: own.index(title)]]
    return replace(standing, cells=(*standing.cells, *cells))


def _sections(
    reading: TableReading, segment: Segment, row: int, columns: frozenset[int] | None = None
) -> tuple[Piece, ...]:
    """What a row's theme and objective columns (or these of them) say for the rows below it."""
    cells = [
        (i, d, reading.view.cell(row, i))
        for i, d in enumerate(segment.decisions)
        if d.field in SECTIONS and (columns is None or i in columns)
    ]
    return tuple(Piece(segment.header.headings[i], d, i, c.text, c) for i, d, c in cells if c.text)


def _sparse(reading: TableReading, segment: Segment) -> frozenset[int]:
    """Theme and objective columns that are filled only where a new one begins: never twice the same in a row."""
    rows = [r.row for r in segment.rows if r.kind == "action"]
    texts = reading.view.texts
    return frozenset(
        i
        for i, d in enumerate(segment.decisions)
        if d.field in SECTIONS
        and rows
        and texts[rows[0]][i]
        and not any(texts[a][i] and texts[a][i] == texts[b][i] for a, b in pairwise(rows))
    )


def _longer(reading: TableReading, segment: Segment, draft: Draft, row: BodyRow) -> Draft:
    longer = _draft(reading, segment, [*draft.rows, row.row], draft.theme)
    actions = [i for i, d in enumerate(segment.decisions) if d.field == "action"]
    longer.joined = draft.joined or row.guessed or not any(reading.view.texts[row.row][i] for i in actions)
    return longer


def _take_beneath(draft: Draft, reading: TableReading, row: int) -> None:
    """Give an action what a row beneath it says after a label."""
    if told := told_beneath(reading.view, row):
        said, cell, labels = told
        draft.pieces.append(piece_of(said, cell))
        own = tuple((label.place, "heading") for label in labels)
        draft.cells = (*draft.cells, (cell.place, said.decision.field), *own)


def _draft(reading: TableReading, segment: Segment, rows: list[int], theme: str) -> Draft:
    view = reading.view
    pieces = [
        _piece(segment.header.headings[column], decision, column, _cells(reading, rows, column))
        for column, decision in enumerate(segment.decisions)
    ]
    pieces = _with_action(pieces)
    cells = tuple((c.place, p.decision.field or "other") for p in pieces for c in _cells(reading, rows, p.column))
    pieces = _once(pieces)
    place = next((p.cell.place for p in pieces if p.decision.field == "action" and p.text), view.cell(rows[0], 0).place)
    said = [p.cell for p in pieces if p.decision.field == "action" and p.text]
    return Draft(
        Place(place.page, place.sheet, place.table, view.number(rows[0]), box=place.box),
        pieces,
        theme,
        bool(said) and all(c.struck for c in said),
        rows=rows,
        cells=cells,
        doubts=() if reading.header_from == "own" else ("header-missing",),
    )


def _with_action(pieces: list[Piece]) -> list[Piece]:
    """The pieces; where none of them is an action, the objective is the action."""
    if any(p.text and p.decision.field == "action" for p in pieces):
        return pieces
    aim = next((p for p in pieces if p.text and p.decision.field == "objective"), None)
    why = "nothing stands under actions in this row"
    return [replace(p, decision=replace(p.decision, field="action", why=why)) if p is aim else p for p in pieces]


def _cells(reading: TableReading, rows: Sequence[int], column: int) -> list[Cell]:
    found: dict[Place, Cell] = {}
    for row in rows:
        cell = reading.view.cell(row, column)
        found.setdefault(cell.place, cell)
    return list(found.values())


def _piece(heading: str, decision: Decision, column: int, cells: Sequence[Cell]) -> Piece:
    text = "\n".join(c.text for c in cells if c.text)
    return Piece(
        heading, decision, column, said_by(heading, text, decision), next((c for c in cells if c.text), cells[0])
    )


def _once(pieces: Iterable[Piece]) -> list[Piece]:
    """A cell merged across columns counts once, for the first of them; one across quarters ends with the last."""
    seen: dict[Place, int] = {}
    kept: list[Piece] = []
    for piece in pieces:
        if piece.text and piece.cell.place in seen:
            at = seen[piece.cell.place]
            if piece.decision.field == kept[at].decision.field == "milestones":
                kept[at] = replace(kept[at], heading=piece.heading)
            continue
        seen[piece.cell.place] = len(kept)
        kept.append(piece)
    return kept


def _claim_header(reading: TableReading, segment: Segment, ledger: Ledger) -> None:
    for row in range(max(segment.header.first, 0), segment.header.last + 1):
        _claim(reading, row, ledger)


def _claim(reading: TableReading, row: int, ledger: Ledger) -> None:
    for cell in reading.view.own(row):
        ledger.claim(cell.place, "heading")


def claim_draft(draft: Draft, ledger: Ledger) -> None:
    """Give every cell of an action its field; a cell that several actions share went to its field already."""
    for place, name in draft.cells:
        if not ledger.claimed(place):
            ledger.claim(place, name)
