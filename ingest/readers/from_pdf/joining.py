"""Fragments of one table on successive pages → one table: repeated headers once, rows cut by the page end whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.from_pdf.cut import is_cut
from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.overdrawn import without_overdrawn
from ingest.readers.from_pdf.passage import Part, Passage
from ingest.readers.from_pdf.side_by_side import before_tables
from ingest.readers.from_pdf.sideways import unfolded
from ingest.readers.from_pdf.spans_cut import with_whole_spans
from ingest.readers.from_pdf.whole_table import Whole

_EDGE, _WORD_EDGE = 5.0, 20.0
_SHIFT = 60.0
"""How far a table may move sideways from page to page: wide inner margins of facing pages."""
_HEADER_ROWS = 5


def joined(pages: Iterable[Sequence[Part]], *, of_sheets: bool = False) -> Iterator[Passage | Whole]:
    """Parts of all pages in order, each table once; what may go on over the page is held back until it is settled.

    `of_sheets` says that a spreadsheet program printed them, whose columns may stand on later pages.
    """
    ordered = before_tables(_in_order(pages))
    for found in unfolded(ordered) if of_sheets else ordered:
        if isinstance(found, Whole):
            found.pieces = with_whole_spans(found.pieces)
        yield found


def _in_order(pages: Iterable[Sequence[Part]]) -> Iterator[Passage | Whole]:
    held: list[Whole] = []
    for parts in pages:
        carried, held = held, []
        for part in parts:
            if isinstance(part, Passage) and part.running:
                yield part
                continue
            if isinstance(part, Passage):
                ended = [*carried, *(whole for whole in held if not _is_beside(part, whole))]
                yield from (whole for whole in ended if not whole.more)
                carried, held = [w for w in carried if w.more], [w for w in held if w.more or _is_beside(part, w)]
                yield part
                continue
            before = _continued(carried, part)
            if before is not None and before.tag == part.tag is not None:
                passed = _above(before, carried)
                yield from passed
                carried = carried[len(passed) :]
            if before is None:
                held.append(_begun(part))
            else:
                _append(before, part)
                carried.remove(before)
                held.append(before)
        yield from carried
    yield from held


def _is_beside(part: Passage, whole: Whole) -> bool:
    """Whether text stands left or right of a table on its page, not below it: the table may go on over the page."""
    ending = (whole.pieces[n] for n in whole.last_row().values())
    return part.box.bottom < max(
        (piece.reach for piece in ending if piece.lines and piece.page == part.page), default=0.0
    )


def _begun(part: Fragment) -> Whole:
    whole = Whole(part.columns, depth=part.depth, tag=part.tag, more=part.more, loose=part.loose)
    whole.add(part.pieces, 0)
    return whole


def _continued(carried: Sequence[Whole], part: Fragment) -> Whole | None:
    """The table that a part goes on with: the one its tags name, else one whose columns it has."""
    named = (whole for whole in carried if part.tag is not None and part.tag == whole.tag)
    return next(named, None) or next((whole for whole in carried if _columns_of(whole, part) is not None), None)


def _columns_of(whole: Whole, part: Fragment) -> list[int] | None:
    """For each edge of a part the number of the table's edge it stands on; None where it is of another table."""
    if len(part.columns) == len(whole.columns) and _stand_alike(whole, part):
        return list(range(len(whole.columns)))
    return columns_match(whole.columns, part.columns, _slack(whole, part))


def _begin_alike(ours: Sequence[Piece], theirs: Sequence[Piece]) -> bool:
    """Whether the first row of a page says what the table's does, at the same places."""
    said, again = ([(p.column, _letters(p), p.lines[0].box.left) for p in row if p.lines] for row in (ours, theirs))
    pairs = list(zip(said, again, strict=False))
    same = all(here[:2] == there[:2] and abs(here[2] - there[2]) <= _EDGE for here, there in pairs)
    return len(said) == len(again) > 1 and same


def _above(whole: Whole, carried: Sequence[Whole]) -> list[Whole]:
    """The tables that stand above one that goes on: they are at their end, unless their tags say more."""
    return list(itertools.takewhile(lambda other: other is not whole and not other.more, carried))


def _stand_alike(whole: Whole, part: Fragment) -> bool:
    """Whether as many columns, known by the words of each page alone, are the same: none show where the last ends."""
    if part.carried and whole.loose:
        return abs(part.columns[0] - whole.columns[0]) < _WORD_EDGE
    if part.tag is None or whole.tag is None:
        return False
    if _begin_alike(whole.row(0), [piece for piece in part.pieces if piece.row == part.pieces[0].row]):
        return True
    shown = {piece.column for piece in part.pieces if piece.lines and piece.col_span == 1}
    steps = [
        theirs - ours for n, (theirs, ours) in enumerate(zip(part.columns, whole.columns, strict=True)) if n in shown
    ]
    shift = steps[0] if len(steps) > 1 else 0.0
    return bool(steps) and abs(shift) <= _SHIFT and all(abs(step - shift) <= _EDGE for step in steps)


def _slack(whole: Whole, part: Fragment) -> float:
    """How exactly edges must fit: those seen from words alone stand where the words happen to."""
    by_words = part.loose or part.tag is not None or whole.tag is not None
    return _WORD_EDGE if by_words else _EDGE


def columns_match(ours: Sequence[float], theirs: Sequence[float], slack: float = _EDGE) -> list[int] | None:
    """For each of their edges the number of our edge it stands on; None where they are not of one table.

    A page may show fewer edges than the table has, where its rows are merged.
    """
    shift = theirs[0] - ours[0]
    if abs(shift) > _SHIFT or abs(theirs[-1] - ours[-1] - shift) > max(slack, _EDGE):
        return None
    at = []
    for edge in theirs:
        near = min(range(len(ours)), key=lambda n: abs(ours[n] + shift - edge))
        if abs(ours[near] + shift - edge) > slack:
            return None
        at.append(near)
    return at if len(set(at)) == len(at) and len(at) > 1 else None


def _append(whole: Whole, part: Fragment) -> None:
    if part.tag is not None and part.tag == whole.tag:
        _append_tagged(whole, part)
    else:
        _append_by_place(whole, part)


def _append_tagged(whole: Whole, part: Fragment) -> None:
    """The tags say which row of the table each cell is; a header they hang on every page is kept once."""
    fresh = []
    for piece in part.pieces:
        n = whole.places.get(piece.row + whole.first_row, {}).get(piece.column)
        if n is None:
            fresh.append(piece)
        elif _letters(piece) != _letters(whole.pieces[n]):
            whole.pieces[n] = _with(whole.pieces[n], piece, whole.pieces[n].row_span)
    top = min((piece.row for piece in fresh), default=0)
    skipped = _said_again(whole, fresh, range(len(part.columns)), top, 0)
    whole.first_row -= skipped
    whole.add([piece for piece in fresh if piece.row >= top + skipped], whole.first_row)
    whole.depth = max(whole.depth, part.depth + whole.first_row)
    whole.more = part.more


def _append_by_place(whole: Whole, part: Fragment) -> None:
    at = _columns_of(whole, part) or []
    theirs = without_overdrawn(part.pieces, [whole.pieces[n] for n in whole.last_row().values()], at)
    start = min((p.row for p in theirs), default=0)
    skipped = start + _repeated_header(whole, theirs, at, start)
    pieces = [
        p._replace(row=p.row - skipped, column=at[p.column], col_span=at[p.column + p.col_span] - at[p.column])
        for p in theirs
        if p.row >= skipped
    ]
    if not pieces:
        return
    last = {column: whole.pieces[n] for column, n in whole.last_row().items()}
    first = {p.column: p for p in pieces if p.row == 0}
    cut = is_cut(last, first, keyed=whole.keyed and whole.depth > 2 and not whole.shared)
    if cut or skipped > start:
        _drop_header_above_last(whole, min(p.row for p in last.values()) if cut else whole.depth - 1)
    if cut:
        pieces = _merged(whole, pieces)
    offset = whole.depth - cut
    whole.add(pieces, offset)
    whole.depth = offset + part.depth - skipped
    whole.tag, whole.first_row, whole.more = part.tag, offset - skipped, part.more


def _repeated_header(whole: Whole, theirs: Sequence[Piece], at: Sequence[int], top: int) -> int:
    """How many rows at the top of the new page only say again what the table's first rows say.

    `at` is the column of the table that each of their columns is. Rows seen from words alone may be parted otherwise
    on one page than on another: what they say column by column counts, and the page that took them for one row is
    right.
    """
    for start in range(3):
        same = _said_again(whole, theirs, at, top, start)
        if same:
            return same
    for start in range(3):
        ours = [_columns(whole.row(n) for n in range(start, end)) for end in range(start + 1, start + _HEADER_ROWS)]
        for count in range(1, _HEADER_ROWS):
            said = _columns([p._replace(column=at[p.column]) for p in theirs if p.row == top + n] for n in range(count))
            if len(said) > 1 and said in ours:
                if count == 1:
                    _make_one_row(whole, start, ours.index(said) + 1)
                return count
    return 0


def _said_again(whole: Whole, theirs: Sequence[Piece], at: Sequence[int], top: int, start: int) -> int:
    """How many of their rows from `top` on say the same as the table's from `start` on, cell by cell."""
    same = 0
    while same < _HEADER_ROWS:
        row = [piece for piece in theirs if piece.row == top + same and piece.lines]
        ours = [piece for piece in whole.row(start + same) if piece.lines]
        pairs = zip(row, ours, strict=False)  # told apart by the first of them in nearly all rows
        if not row or len(row) != len(ours) or not all(_says(one, at[one.column], other) for one, other in pairs):
            break
        same += 1
    return same


def _says(piece: Piece, column: int, other: Piece) -> bool:
    """Whether a piece that belongs into a column says there what another does."""
    return column == other.column and _letters(piece) == _letters(other)


def _columns(rows: Iterable[Sequence[Piece]]) -> dict[int, str]:
    """What rows say, column by column."""
    said: dict[int, str] = {}
    for piece in (piece for row in rows for piece in row if piece.lines):
        said[piece.column] = said.get(piece.column, "") + _letters(piece)
    return said


def _make_one_row(whole: Whole, first: int, count: int) -> None:
    """Put that many rows of the table together from one on."""
    kept: dict[int, Piece] = {}
    rest = []
    for piece in whole.pieces:
        if not first <= piece.row < first + count:
            rest.append(piece._replace(row=piece.row - (count - 1)) if piece.row > first else piece)
        elif piece.column in kept:
            kept[piece.column] = _with(kept[piece.column], piece, 1)
        else:
            kept[piece.column] = piece._replace(row=first, row_span=1)
    whole.replace([*rest, *kept.values()])
    whole.depth -= count - 1


def _words(pieces: Iterable[Piece]) -> list[tuple[int, str]]:
    return [(p.column, _letters(p)) for p in pieces if p.lines]


def _letters(piece: Piece) -> str:
    return "".join(piece.text.split())


def _drop_header_above_last(whole: Whole, last: int) -> None:
    """Some programs repeat the header above the last row of a page too, where they take the table apart there.

    `last` is that row: of several that a merged cell holds together, the first.
    """
    row = last - 1
    if row < 1 or _words(whole.row(row)) != _words(whole.row(0)):
        return
    kept = [p._replace(row=p.row - (p.row > row)) for p in whole.pieces if p.row != row]
    whole.replace(kept)
    whole.depth -= 1


def _merged(whole: Whole, pieces: Sequence[Piece]) -> list[Piece]:
    """Put the first row of the new page into the last row of the table; what is left of the pieces."""
    ending = whole.last_row()
    rest = []
    for piece in pieces:
        n = ending.get(piece.column) if piece.row == 0 else None
        if n is None:
            rest.append(piece)
        else:
            before = whole.pieces[n]
            whole.pieces[n] = _with(before, piece, before.row_span + piece.row_span - 1)
    return rest


def _with(before: Piece, rest: Piece, row_span: int) -> Piece:
    return before._replace(
        lines=before.lines + rest.lines,
        row_span=row_span,
        fill=before.fill or rest.fill,
        colour=before.colour or rest.colour,
    )
