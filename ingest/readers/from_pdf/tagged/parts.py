"""A page whose text its tags name → the same parts that geometry would give, in the order of the tags."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.grid import grids
from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.lines import Line, flow, lines
from ingest.readers.from_pdf.margins import Sheet
from ingest.readers.from_pdf.passage import Part, Passage
from ingest.readers.from_pdf.tagged.agreement import Verdict, in_order, judged
from ingest.readers.from_pdf.tagged.fitting import fitted, has_banners
from ingest.readers.from_pdf.tagged.left_out import completed
from ingest.readers.from_pdf.tagged.order import shown
from ingest.readers.from_pdf.tagged.outside import has_rows_below
from ingest.readers.from_pdf.tagged.pictured import with_pictures
from ingest.readers.from_pdf.tagged.straying import straightened
from ingest.readers.from_pdf.tagged.tag_table import tag_fragment
from ingest.readers.from_pdf.tagged.tags import TagBlock, TagTable
from ingest.readers.from_pdf.tagged.torn import mend

_MOST_TEXT = 0.8
"""The part of the text, of a page or within a table's area, that the tags must name to be believed."""

Block = tuple[TagBlock, list[Line]]


def tagged_parts(sheet: Sheet, marks: Mapping[int, TagBlock]) -> list[Part] | None:
    """What the tags make of the page; None where they cannot be believed, nor then where its tables go on."""
    named = _without_running(_named(sheet.ink.runs, marks), sheet)
    _set_notes_apart(named.values())
    mend(named, sheet.ink)
    tables = {block.cell.table for block, _ in named.values() if block.cell is not None}
    made = _made(sheet, named, tables)
    if made is None:
        for table in tables:
            table.trusted = False
    return made


def _named(runs: Iterable[Run], marks: Mapping[int, TagBlock]) -> dict[int, tuple[TagBlock, list[Run]]]:
    """The runs of each block, by its order: in the order of the tags, else of the drawing."""
    named: dict[int, tuple[TagBlock, list[Run]]] = {}
    for run in runs:
        block = marks.get(run.mark)
        if block is not None and not block.drawn:
            held = named.get(block.order)
            if held is None:
                named[block.order] = block, [run]
            else:
                held[1].append(run)
    places = {mark: place for place, mark in enumerate(marks)}
    for _, found in named.values():
        if found[0].mark != found[-1].mark:
            found.sort(key=lambda run: places[run.mark])
    return named


def _set_notes_apart(named: Collection[tuple[TagBlock, list[Run]]]) -> None:
    """Take notes out of cells where they stand beneath all that the table has on the page."""
    for block, runs in named:
        if block.note and block.cell is not None:
            table = block.cell.table
            held = [
                r.box.bottom for b, found in named if b.cell and b.cell.table is table and not b.note for r in found
            ]
            if min(run.box.top for run in runs) > max(held, default=0.0):
                block.cell = None


def _without_running(
    named: dict[int, tuple[TagBlock, list[Run]]], sheet: Sheet
) -> dict[int, tuple[TagBlock, list[Run]]]:
    """The blocks but for those that are one paragraph said again on every page: a running head or foot."""
    spread = [n for n, (block, _) in named.items() if block.spread and block.cell is None]
    running = set(map(id, sheet.margin)) if spread else set()
    for n in spread:
        if all(id(run) in running for run in named[n][1]):
            del named[n]
    return named


def _made(
    sheet: Sheet, named: Mapping[int, tuple[TagBlock, list[Run]]], tables: Collection[TagTable]
) -> list[Part] | None:
    """The page's parts; None where its tags name too little of its text, or say of tables other than the rules show."""
    ink = sheet.ink
    said = sum(len(run.text) for _, runs in named.values() for run in runs)
    body, outside = _unnamed(sheet, {id(run) for _, runs in named.values() for run in runs}, said)
    loose = [run for run in body if not any(_repeats(run, table, ink) for table in tables)]
    if not _believed(said, loose):
        return None
    parts = _parts([(block, _lines(block, runs)) for _, (block, runs) in sorted(named.items())], ink)
    found = [part for part in parts if isinstance(part, Fragment)]
    ruled = _judged(tables, found, [*loose, *_outside_tables(named)], ink)
    if not all(table.trusted for table in tables) or not all(_holds_its_text(part, loose) for part in found):
        return None
    parts = [with_pictures(part, tables) if isinstance(part, Fragment) else part for part in parts]
    parts = [
        fitted(part, ruled[part.tag], ink) if isinstance(part, Fragment) and part.tag in ruled else part
        for part in parts
    ]
    whole = _completed(parts, loose, ink)
    if whole is None:
        return None
    parts, loose = whole
    outside += [run for run in loose if run.artefact]
    return _with_loose(shown(parts), [run for run in loose if not run.artefact], outside, ink)


def _completed(parts: Sequence[Part], loose: Sequence[Run], ink: Ink) -> tuple[list[Part], list[Run]] | None:
    """The parts, their tables with the words that no tag names in their empty cells, and those left; None where a
    table leaves out more."""
    made: list[Part] = []
    taken: set[int] = set()
    for part in parts:
        if not isinstance(part, Fragment):
            made.append(part)
        elif (whole := completed(part, loose, ink)) is None:
            return None
        else:
            made.append(whole[0])
            taken |= whole[1]
    return made, [run for run in loose if id(run) not in taken]


def _lines(block: TagBlock, runs: Sequence[Run]) -> list[Line]:
    """The lines of a block; those of a cell's paragraph that the tags name are kept together, over the page too."""
    if block.cell is None:
        return flow(runs)
    begins, block.begun = not block.begun, True
    return flow(runs, begins=begins, goes_on=False if block.explicit else None)


def _unnamed(sheet: Sheet, taken: Collection[int], said: int) -> tuple[list[Run], list[Run]]:
    """The runs that no tag names, those of the page's body and running lines.

    Where the file calls all of them no content, and they are less than the `said` letters that tags name, nothing hangs
    on which of them run from page to page.
    """
    left = [run for run in sheet.ink.runs if id(run) not in taken]
    if sum(len(run.text) for run in left) < said and all(run.artefact for run in left):
        return left, []
    body = [run for run in sheet.body if id(run) not in taken]
    return body, [run for run in sheet.margin if id(run) not in taken]


def _outside_tables(named: Mapping[int, tuple[TagBlock, list[Run]]]) -> list[Run]:
    """The runs that the tags name and that stand in no table of theirs."""
    return [run for block, runs in named.values() if block.cell is None for run in runs]


def _judged(
    tables: Iterable[TagTable], found: Sequence[Fragment], free: Sequence[Run], ink: Ink
) -> dict[int | None, Verdict]:
    """Judge on the first page of each table whether its tags can be believed; by number, how they fit its rules.

    On its last page they are not where they leave out its end. `free` are the runs that they have in no table.
    """
    ruled: dict[int | None, Verdict] = {}
    unknown = {table.number: table for table in tables if table.trusted is None}
    known = {table.number: table for table in tables if table.trusted}
    for part in found:
        if part.tag in known and free and has_rows_below(part, free):
            known[part.tag].trusted = False
    if unknown:
        drawn = grids(ink.level, ink.upright, ink.fills)
        for part in found:
            if part.tag in unknown:
                table = unknown[part.tag]
                verdict = judged(part, drawn, free, table.nesting())
                table.trusted = verdict.believed
                table.ruled = verdict.grid is not None
                if table.ruled:
                    ruled[part.tag] = verdict
                if has_banners(table, verdict):
                    table.widen()
    return ruled


def _repeats(run: Run, table: TagTable, ink: Ink) -> bool:
    """Whether a run only repeats, on a later page and without a tag, a heading of the table."""
    return table.repeats("".join(run.text.split()), ink.number)


def _believed(named: int, loose: Sequence[Run]) -> bool:
    """Whether the tags name most of the text, and more of it than they call no content."""
    unnamed = sum(len(run.text) for run in loose if not run.artefact)
    artefacts = sum(len(run.text) for run in loose if run.artefact)
    return named > artefacts and named >= _MOST_TEXT * (named + unnamed)


def _parts(blocks: Sequence[Block], ink: Ink) -> list[Part]:
    """Paragraphs and tables in the tags' order; a table stands where its first cell does."""
    parts: list[Part] = []
    tables: dict[TagTable, list[Block]] = {}
    for block, found in blocks:
        if block.cell is None:
            box = around([line.box for line in found])
            parts.append(Passage(tuple(found), ink.number, box, ink.shown(box), level=block.level))
        elif block.cell.table in tables:
            tables[block.cell.table].append((block, found))
        else:
            tables[block.cell.table] = [(block, found)]
            parts.append(Fragment(ink.number, Box(0, 0, 0, 0), (), 0, (), block.cell.table.number))
    whole = {table.number: _fragment(table, cells, ink) for table, cells in tables.items()}
    return [whole[part.tag] if isinstance(part, Fragment) and part.tag is not None else part for part in parts]


def _fragment(table: TagTable, cells: Sequence[Block], ink: Ink) -> Fragment:
    """The part of a table on the page; where rules show the same cells, words stand in those that the tags name, and
    where many stand in none of their columns, nothing is mended."""
    part = tag_fragment(table, cells, ink)
    return part if table.ruled or not (table.trusted or in_order(part)) else straightened(part, ink)


def _holds_its_text(part: Fragment, loose: Sequence[Run]) -> bool:
    """Whether the cells carry most of the text that stands in the table's area."""
    held = sum(len(line.text) for piece in part.pieces for line in piece.lines)
    missed = sum(len(run.text) for run in loose if part.box.holds(run.box.x, run.box.y))
    return held >= _MOST_TEXT * (held + missed)


def _with_loose(parts: list[Part], loose: Sequence[Run], margin: Sequence[Run], ink: Ink) -> list[Part]:
    """Text that no tag names put where it stands; a table's header that is repeated untagged is left out."""
    found = list(parts)
    for line in lines(loose):
        passage = _passage(line, ink, running=False)
        n = next((n for n, part in enumerate(found) if part.box.top > line.box.top), len(found))
        found.insert(n, passage)
    return [*(_passage(line, ink, running=True) for line in lines(margin)), *found]


def _passage(line: Line, ink: Ink, *, running: bool) -> Passage:
    return Passage((line,), ink.number, line.box, ink.shown(line.box), running)
