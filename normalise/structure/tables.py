"""Which tables hold actions: each table is read as stretches of rows under a header, or left with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ingest.model import Place, Table
from ingest.text import squash
from normalise.headings import Column, Decision, kind, table_score
from normalise.structure.alike import goes_on, row_unlike_others
from normalise.structure.another import next_header
from normalise.structure.body import read_body
from normalise.structure.columns import settle_columns
from normalise.structure.decoys import discussion
from normalise.structure.forms import label_key, laid_out
from normalise.structure.header import Header, find_header, first_row_as_header, header_at, repeats
from normalise.structure.rows import BodyRow, field_columns
from normalise.structure.view import TableView
from normalise.structure.yielding import as_agreed

TAKEN = 0.5
"""A table whose score reaches this is taken as a table of actions."""

_TOLD = frozenset(("deeds", "sentences", "aims"))
_Columns = tuple[Column, ...]
_Decisions = tuple[Decision, ...]
_Judge = Callable[[Header, int], tuple[_Columns, _Decisions]]
_BESIDE = frozenset(("lead", "timescale", "status", "progress", "completed"))


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a table under one header: what its columns mean and what each of its rows is."""

    header: Header
    decisions: tuple[Decision, ...]
    rows: tuple[BodyRow, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The field of each column."""
        return tuple(d.field for d in self.decisions)

    def columns(self, field: str) -> list[int]:
        """The columns (indices) that hold a field."""
        return field_columns(self.fields, field)


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table was found to be: its segments when it holds actions, none when it was left; `why` says it in words.

    `header_from` is "own", "earlier" (the header of an earlier table of the same shape holds on) or "none".
    `labels` are the places of a form's labels. `tried` is the header of a table that was left, with its decisions.
    """

    view: TableView
    segments: tuple[Segment, ...] = ()
    why: str = ""
    score: float = 0.0
    header_from: str = "own"
    labels: tuple[Place, ...] = ()
    tried: Segment | None = None

    @property
    def headed(self) -> tuple[Segment, ...]:
        """The segments whose columns were decided, in a table that was left too."""
        return self.segments or ((self.tried,) if self.tried else ())


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people said: fields by heading, and whether a table (by number) of this document holds actions.

    `labels` are those that come again in several small tables of the document, so that each may be a form, with what
    stands beside them in all of these. `agreed` is what columns are taken for, by the keys of the headings of tables
    that come again.
    """

    headings: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[int, bool] = field(default_factory=dict)
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    agreed: Mapping[tuple[str, ...], _Decisions] = field(default_factory=dict)

    def on(self, table: Table) -> bool | None:
        """Whether somebody said that this table holds actions, None where nobody did."""
        return self.tables.get(table.place.table or 0)


def heading_key(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings of a table as they are compared with those of others."""
    return tuple(squash(heading).casefold() for heading in headings)


def read_table(table: Table, before: TableReading | None, rulings: Rulings) -> TableReading:
    """Find the headers of a table and decide whether it holds actions; `before` is the last table with a header."""
    view = TableView(table)
    if rulings.on(table) is False:
        return TableReading(view, why="a correction says that it holds no actions")
    if view.width < 2:
        return TableReading(view, why="a table of one column")
    filled = _read_form(view, rulings)
    if filled and filled.segments:
        return filled
    if header := find_header(view):
        return _reading(view, header, "own", rulings)
    if filled:
        return replace(filled, view=view)
    return _without_header(view, before, rulings)


def _without_header(view: TableView, before: TableReading | None, rulings: Rulings) -> TableReading:
    found = _continued(view, before, rulings) if before and before.segments else None
    found = found or _without_known_header(view, rulings)
    return found if found.segments or not before or before.segments else (_left_too(view, before) or found)


def _read_form(view: TableView, rulings: Rulings) -> TableReading | None:
    form = laid_out(view, rulings.labels)
    if not form:
        return None
    header = header_at(form.view, form.head)
    return replace(
        _reading(form.view, header, "own", rulings, _judge(form.view, rulings, rulings.labels)), labels=form.labels
    )


def read_view(view: TableView, rulings: Rulings) -> TableReading:
    """Read a view whose first row is its header, such as one laid out from prose."""
    header = first_row_as_header(view)
    return _reading(view, header, "own", rulings) if header else TableReading(view, why="no header")


def _continued(view: TableView, before: TableReading, rulings: Rulings) -> TableReading | None:
    """A table without a header, of the same shape as the one before it, goes on where that stopped."""
    if not before.headed or before.view.width != view.width:
        return None
    earlier = before.headed[-1].header
    carried = replace(earlier, first=-1, last=-1)
    settled = None if any(earlier.headings) else _as_before(view, before.headed[-1].decisions)
    found = _reading(view, carried, "earlier", rulings, settled)
    return found if found.segments and goes_on(view, before.view, before.segments[-1].fields) else None


def _left_too(view: TableView, before: TableReading) -> TableReading | None:
    """A table without a header that goes on where one was left is left for the same reason."""
    if not before.headed or before.view.width != view.width:
        return None
    return TableReading(view, why=before.why, header_from="earlier", tried=before.tried)


def _without_known_header(view: TableView, rulings: Rulings) -> TableReading:
    """No row reads like a header: try the first row's words, then what the columns hold."""
    guess = first_row_as_header(view)
    found = _reading(view, guess, "own", rulings) if guess is not None else TableReading(view)
    if found.segments:
        return found
    bare = Header(-1, -1, ("",) * view.width, 0.0)
    plain = _reading(view, bare, "none", rulings)
    if plain.segments and (rulings.on(view.table) or _is_plain(plain.segments[0], view)):
        header = row_unlike_others(view, plain.segments[0].fields)
        headed = _reading(view, header, "own", rulings) if header else plain
        return headed if headed.segments else plain
    plain = replace(plain, why="it has no header row, and its contents do not plainly tell of actions")
    return found if guess is not None else TableReading(view, why=plain.why)


def _judge(view: TableView, rulings: Rulings, labels: Mapping[str, Sequence[str]] = MappingProxyType({})) -> _Judge:
    """Settles columns by what they hold, and what stands beside the same `labels` in other forms."""

    def judge(header: Header, until: int) -> tuple[_Columns, _Decisions]:
        columns = tuple(
            Column(c.heading, tuple(dict.fromkeys((*c.values, *labels.get(label_key(c.heading), ())))))
            for c in _columns(view, header, until)
        )
        known = rulings.agreed.get(heading_key(header.headings))
        own = settle_columns(columns, rulings.headings, view, header, until)
        return columns, as_agreed(columns, own, known) if known else own

    return judge


def _as_before(view: TableView, decisions: _Decisions) -> _Judge:
    """Leaves columns without headings as they were decided in the table before."""
    return lambda header, until: (_columns(view, header, until), decisions)


def _reading(
    view: TableView,
    header: Header,
    header_from: str,
    rulings: Rulings,
    judge: _Judge | None = None,
) -> TableReading:
    """A table read under a header; `judge` gives the columns under one, and what each is taken for."""
    judge = judge or _judge(view, rulings)
    segments: list[Segment] = []
    best, reason, tried = 0.0, "", None
    needed = 0.0 if rulings.on(view.table) else TAKEN
    start: Header | None = header
    while start is not None:
        following = next_header(view, start)
        until = following.first if following else view.height
        columns, decisions = judge(start, until)
        score, why = table_score(decisions, columns)
        if discussion(columns, decisions):
            score, why = 0.0, "the discussion in minutes"
        if score > best or not reason:
            best, reason, tried = score, why, Segment(start, decisions, ())
        if score >= needed:
            segments.append(Segment(start, decisions, read_body(view, start, tuple(d.field for d in decisions), until)))
        elif segments:
            break
        start = following
    if not any(row.kind == "action" for s in segments for row in s.rows):
        why = reason if not segments else "no row holds an action"
        return TableReading(view, why=why, score=best, tried=tried)
    return TableReading(view, tuple(segments), reason, best, header_from)


def _is_plain(segment: Segment, view: TableView) -> bool:
    """Whether two rows or more say what is to be done, beside an owner, a date or a status."""
    actions = [view.texts[r.row][i] for r in segment.rows if r.kind == "action" for i in segment.columns("action")]
    told = sum(kind(text) in _TOLD for text in actions)
    return len(actions) > 1 and told * 2 >= len(actions) and bool(_BESIDE & set(segment.fields))


def _columns(view: TableView, header: Header, until: int) -> tuple[Column, ...]:
    body = [r for r in range(header.last + 1, until) if view.distinct(r) > 1 and len(view.own(r)) > 1]
    body = [r for r in body if not repeats(view, r, header)]
    return tuple(
        Column(header.headings[i], tuple(dict.fromkeys(view.texts[r][i] for r in body if view.texts[r][i])))
        for i in range(view.width)
    )
