"""A document understood: the one road from its blocks to a `Plan`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.model import Document, Note, Place, Table
from normalise.actions.build import Setting, build_action, number_drafts
from normalise.actions.corrected import correct_action, correct_draft, spoken_of
from normalise.actions.draft import Draft
from normalise.actions.gather import claim_draft, gather
from normalise.actions.links import link_actions
from normalise.actions.values import read_values
from normalise.checks import (
    check_action,
    check_draft,
    check_plan,
    check_tables,
    dropped_note,
    gather_notes,
    not_meant_note,
)
from normalise.corrections import NONE, Corrections
from normalise.knowledge import Knowledge, find_owning_council, learn
from normalise.ledger import Ledger
from normalise.leftover import claim_prose, left_over
from normalise.meant_tables import meant_tables
from normalise.model import Action, Heading, Plan, Review, Source
from normalise.structure.agreed import agreed
from normalise.structure.forms import repeated_labels
from normalise.structure.nested import by_outer, hold_nothing_else, title_of
from normalise.structure.prose import find_items
from normalise.structure.sections import Placed, find_title, is_draft, placed_tables
from normalise.structure.tables import Rulings, TableReading, read_table, read_view
from normalise.structure.view import TableView
from normalise.values.councils import strip_council


@dataclass(frozen=True, slots=True)
class Understood:
    """The tables of a document as read: what each was found to be, with the drafts of its actions."""

    readings: tuple[TableReading, ...]
    drafts: tuple[Draft, ...]


def understand(document: Document, source: Source, as_of: date, corrections: Corrections = NONE) -> Plan:
    """Read a document's actions, headings, doubts and leftovers; every place with text gets one destination.

    `as_of` is the day that due dates are judged against; `corrections` come before everything the program thinks.
    """
    ledger = Ledger(document)
    title = find_title(document)
    council = find_owning_council(document, title, source)
    names = (source.path, *corrections.earlier(source.path))
    spoken = meant_tables(corrections, document.tables, names, source.sha256)
    rulings = Rulings(corrections.headings(council.name), spoken.said)
    found = read_tables(document, title, rulings, ledger)
    knowledge = learn(document, title, found.drafts)
    setting = Setting(source, strip_council(title, council), council.name, council.code, as_of)
    actions, row_notes, removed = _build(found.drafts, knowledge, setting, corrections, ledger)
    text = claim_prose(document, ledger)
    unplaced = left_over(document, found.readings, ledger, source.path, removed)
    notes = [*document.notes, *council.notes, *spoken.notes, *check_tables(found.readings), *gather_notes(row_notes)]
    period = knowledge.time.period
    return Plan(
        source.path, source.sha256, setting.plan, council.name, council.code, period.start, period.end,
        is_draft(document), document.format, document.facts.pages, len(document.tables),
        sum(bool(r.segments) for r in found.readings), text, actions, _headings(found.readings, source),
        tuple(sorted((_review(n, source) for n in notes), key=_review_order)), unplaced, ledger.entries(),
    )  # fmt: skip


def read_tables(document: Document, title: str, rulings: Rulings, ledger: Ledger) -> Understood:
    """Every top-level table read in order; a header, and the theme at a table's end, hold on into the next.

    Of a table that holds no actions those in its cells are read.
    """
    readings: list[TableReading] = []
    drafts: list[Draft] = []
    running = spent = ""  # the section above a table that was left is its caption, not the next table's
    rulings = replace(rulings, labels=repeated_labels(document.tables))
    nested = by_outer(document.tables)
    for placed, reading in _placed_readings(list(placed_tables(document, title)), rulings):
        readings.append(reading)
        if not reading.segments:
            spent = placed.section
            inners = nested.get(placed.table.place.table, ())
            for inner, theme in _read_nested(reading.view, inners, rulings, ledger):
                readings.append(inner)
                drafts.extend(number_drafts(gather(inner, theme or placed.section, title, ledger)[0]))
        else:
            own = "" if placed.follows and placed.section == spent else placed.section
            theme = running if placed.follows and running else own
            found, running = gather(reading, theme, title, ledger, placed.stated)
            drafts.extend(number_drafts(found))
    if not drafts:
        for section, view in find_items(document, title):
            reading = read_view(view, rulings)
            if reading.segments:
                readings.append(reading)
                drafts.extend(gather(reading, section, title, ledger)[0])
        number_drafts(drafts)
    return Understood(tuple(readings), tuple(drafts))


def _read_nested(
    outer: TableView, inners: Sequence[Table], rulings: Rulings, ledger: Ledger
) -> Iterator[tuple[TableReading, str]]:
    """The tables in the cells of a table without actions that hold some, each with the title beside or above it."""
    homes = {cell.place for cell in hold_nothing_else(outer, inners)}
    for inner in inners:
        reading = read_table(inner, None, rulings)
        if not reading.segments:
            continue
        theme, beside = title_of(outer, inner)
        if beside is not None and not ledger.claimed(beside.place):
            ledger.claim(beside.place, "theme")
        if inner.parent in homes and not ledger.claimed(inner.parent):
            ledger.claim(inner.parent, "action")
        yield reading, theme


def _placed_readings(placed: Sequence[Placed], rulings: Rulings) -> list[tuple[Placed, TableReading]]:
    """Each table with what it was found to be, those under the same headings alike."""
    found = list(_each_read(placed, rulings))
    known = agreed(reading for _, reading in found)
    return list(_each_read(placed, replace(rulings, agreed=known))) if known else found


def _each_read(placed: Sequence[Placed], rulings: Rulings) -> Iterator[tuple[Placed, TableReading]]:
    headed: TableReading | None = None
    for one in placed:
        before = headed if headed and (headed.segments or one.follows) else None
        reading = read_table(one.table, before, rulings)
        headed = reading if reading.headed else headed
        yield one, reading


def _build(
    drafts: Sequence[Draft], knowledge: Knowledge, setting: Setting, corrections: Corrections, ledger: Ledger
) -> tuple[tuple[Action, ...], list[Note], tuple[Place, ...]]:
    spoken = list(spoken_of(drafts, setting.source, corrections))
    dropped, kept = ([s for s in spoken if bool(s.dropped_by) is out] for out in (True, False))
    notes = [dropped_note(s.draft, ", ".join(s.dropped_by)) for s in dropped]
    notes += [not_meant_note(s.draft, c) for s in dropped for c in s.passed]
    removed = tuple(place for s in dropped for place, _ in s.draft.cells)
    for s in kept:
        claim_draft(s.draft, ledger)
        correct_draft(s.draft, s.values)
    read = [read_values(s.draft, knowledge) for s in kept]
    across = check_plan([s.draft for s in kept], read)
    actions: list[Action] = []
    for number, (s, values) in enumerate(zip(kept, read, strict=True)):
        checked = check_action(s.draft, values, knowledge.time.period, setting.as_of)
        astray = [not_meant_note(s.draft, c) for c in s.passed]
        own = [*check_draft(s.draft, s.said), *astray, *values.notes, *checked, *across.get(number, ())]
        actions.append(correct_action(build_action(s.draft, values, setting, s.identity, own), s.values))
        notes.extend(own)
    return link_actions(actions), notes, removed


def _headings(readings: Iterable[TableReading], source: Source) -> tuple[Heading, ...]:
    """The columns of each table with a header; a header that comes again half-way down is one decision."""
    rows: dict[tuple[int, int, str, str], Heading] = {}
    for reading in readings:
        table = reading.view.table.place.table or 0
        for segment in reading.headed if reading.header_from == "own" else reading.segments:
            for column, (heading, decision) in enumerate(
                zip(segment.header.headings, segment.decisions, strict=True), 1
            ):
                row = Heading(
                    source.path, table, column, heading, decision.field, decision.how, round(decision.confidence, 2)
                )
                rows.setdefault((table, column, heading, decision.field), row)
    return tuple(rows.values())


def _review(note: Note, source: Source) -> Review:
    place = note.place
    where = (place.page, place.table, place.row, place.column) if place else (None, None, None, None)
    return Review(source.path, *where, note.code, note.severity, note.message, note.suggestion)


def _review_order(row: Review) -> tuple[int, int, int, str]:
    return row.table or 0, row.row or 0, row.column or 0, row.code
