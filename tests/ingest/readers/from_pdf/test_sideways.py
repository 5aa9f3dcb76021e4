"""Sheets whose columns are printed on further pages."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pikepdf
import pytest

from ingest.readers.from_pdf.fragment import Piece
from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.passage import Passage
from ingest.readers.from_pdf.sideways import unfolded
from ingest.readers.from_pdf.whole_table import Whole
from tests.ingest.readers.from_pdf.drawn import Ink, pdf, rule, tables, texts, texts_of, words

HEIGHTS = (19, 30, 19, 41, 19, 30)
LEFT = (
    "Action | Lead",
    "Plant trees | Parks",
    "Mend paths | Rangers",
    "Paint gates | Clerk",
    "Cut grass | Ranger",
    "Dig | All",
)
RIGHT = ("By | Cost", "May | £10", "June | £20", "July | £30", " | £40", "August | £50")


def sheet(rows: Sequence[str], heights: Sequence[int] = HEIGHTS, width: int = 120) -> list[Ink]:
    """A page of a sheet with rules around its cells, its rows of those heights."""
    tops = [60 + sum(heights[:n]) for n in range(len(heights) + 1)]
    columns = rows[-1].count("|") + 1
    ink = [rule(40, y, 40 + columns * width, y) for y in tops]
    ink += [rule(40 + n * width, 60, 40 + n * width, tops[-1]) for n in range(columns + 1)]
    return ink + [made for row, y in zip(rows, tops, strict=False) for made in texts_of(row, y, 40, width)]


def printed(*pages: Sequence[Ink] | Ink, by: str = "Calc") -> bytes:
    """The pages as a spreadsheet program prints them."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(*pages))) as document:
        document.docinfo["/Creator"] = by
        document.save(made)
    return made.getvalue()


def beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [f"{ours} | {theirs}".replace("|  |", "| |") for ours, theirs in zip(left, right, strict=True)]


def test_columns_printed_on_the_next_page_stand_beside_the_first() -> None:
    (found,) = tables(printed(sheet(LEFT), sheet(RIGHT, width=90)))
    assert found == [" | ".join(cell.strip() for cell in row.split("|")) for row in beside(LEFT, RIGHT)]


def test_columns_printed_after_all_pages_of_the_first_stand_beside_these() -> None:
    more = [row.replace("Plant", "Buy") for row in LEFT[1:]] + ["Meet | Mayor"]
    (found,) = tables(
        printed(sheet(LEFT), sheet(more), sheet(RIGHT, width=90), sheet([*RIGHT[1:], "May | £60"], width=90))
    )
    assert found[1] == "Plant trees | Parks | May | £10"
    assert found[-1] == "Meet | Mayor | May | £60"


def test_what_stands_below_a_sheet_and_on_a_page_of_its_own_parts_it_not_from_its_further_columns() -> None:
    made = printed([*sheet(LEFT), words("Agreed in May", y=300)], words("Write to the clerk"), sheet(RIGHT, width=90))
    assert (len(tables(made)), texts(made)) == (1, ["Agreed in May", "Write to the clerk"])


def test_a_column_alone_on_its_pages_stands_beside_the_others() -> None:
    lone, rest = ["Cost", "£10", "£20", "£30", "£40", "£50"], ["£60", "£70", "£80", "£90", "£95"]
    ours, theirs = [f"Re{row.lower()}" for row in LEFT[1:]], [f"{n} {row}" for n, row in enumerate(RIGHT[1:], 3)]
    pages = [sheet(LEFT), sheet(ours, HEIGHTS[1:]), sheet(RIGHT, width=90), sheet(theirs, HEIGHTS[1:], width=90)]
    (found,) = tables(printed(*pages, sheet(lone, width=100), sheet(rest, HEIGHTS[1:], width=100)))
    assert [row.split(" | ")[-1] for row in found] == [*lone, *rest]


@pytest.mark.parametrize(
    ("right", "heights"),
    [(RIGHT, (19,) * 6), (RIGHT, (19, 41, 30, 19, 19, 30)), (("Action | Lead", *RIGHT[1:]), HEIGHTS)],
)
def test_a_table_of_rows_of_other_heights_or_with_the_same_headings_stays_apart(
    right: Sequence[str], heights: Sequence[int]
) -> None:
    first = sheet(LEFT, (19,) * 6) if heights == (19,) * 6 else sheet(LEFT)
    assert len(tables(printed(first, sheet(right, heights, width=90)))) == 2


def test_pages_of_one_form_and_pages_that_no_spreadsheet_prints_stay_apart() -> None:
    form = ["Project | Woods", "Lead | Ann", "Aim | Trees", "Cost | £5", "By | May", "Risk | Low"]
    other = ["Project | Paths", "Lead | Bo", "Aim | Steps", "Cost | £9", "By | June", "Risk | High"]
    assert len(tables(printed(sheet(form), sheet(other, width=90)))) == 2
    assert len(tables(printed(sheet(LEFT), sheet(RIGHT, width=90), by="Writer"))) == 2


def test_a_table_of_even_rows_takes_no_other_beside_it() -> None:
    even = [*LEFT, *(f"Step {n} | All" for n in range(6))]
    tall = sheet(RIGHT, (20, 40, 20, 40, 20, 20), width=90)
    assert len(tables(printed(sheet(even, (20,) * 12), tall))) == 2


def test_a_table_that_waits_is_kept_where_reading_breaks_off() -> None:
    box = Box(40, 60, 160, 79)
    whole = Whole((40, 160), [Piece(0, 0, 1, 1, box, box, 1)], 1)

    def broken() -> Iterator[Passage | Whole]:
        yield whole
        raise OSError

    kept: list[Passage | Whole] = []
    with pytest.raises(OSError):
        for part in unfolded(broken()):
            kept.append(part)
    assert kept == [whole]
