"""A correction of a table is for the table it was made to, whatever its number is now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from normalise.astray import astray
from normalise.corrections import Correction, Corrections
from normalise.meant_tables import described_table
from normalise.model import Plan, Source
from normalise.rows import table_rows
from normalise.understand import understand
from tests.documents import document, table

HEAD = "Action | Lead | By when"
PARKS = (HEAD, "Plant trees | Ann Lee | May 2026", "Mow the grass | Bo Ray | May 2027")
ROADS = (HEAD, "Mend the bridge | Cy Dunn | June 2026", "Paint the lines | Di Eames | June 2027")
BINS = (HEAD, "Empty the bins | Ed Frost | July 2026", "Wash the bins | Flo Gray | July 2027")


def read(tables: tuple[tuple[str, ...], ...], *said: Correction) -> Plan:
    made = document("# Plan 2026", *(block for rows in tables for block in ("Then came more.", table(*rows))))
    return understand(made, Source("plan.docx", str(hash(tables))), date(2026, 1, 1), Corrections(said))


def said_of(number: int, tables: tuple[tuple[str, ...], ...]) -> Correction:
    """A correction that a table holds no actions, as made to the results of a plan."""
    rows = table_rows([read(tables)], ())
    bodies = [(r, "action") for r in rows["actions"]] + [(r, "text") for r in rows["unplaced"]]
    bare = Correction("table", "c1", source_file="plan.docx", table=number, actions=False)
    return replace(described_table(bare, rows["headings"], bodies), source_sha256=str(hash(tables)))


def left(tables: tuple[tuple[str, ...], ...], correction: Correction) -> set[int | None]:
    return {u.table for u in read(tables, correction).unplaced if "a correction says" in u.why}


def test_it_goes_with_its_table_when_another_is_put_in_above() -> None:
    said = said_of(2, (PARKS, ROADS))
    assert left((PARKS, ROADS), said) == {2}
    assert left((BINS, PARKS, ROADS), said) == {3}
    assert left((ROADS, PARKS), said) == {1}


def test_it_holds_for_its_table_with_a_row_more() -> None:
    longer = (*ROADS, "Light the lanes | Gil Hunt | 2028")
    assert left((PARKS, longer), said_of(2, (PARKS, ROADS))) == {2}


def test_it_is_given_to_no_other_table_under_the_same_headings_and_that_is_told() -> None:
    said = said_of(2, (PARKS, ROADS))
    now = read((PARKS, BINS), said)
    assert left((PARKS, BINS), said) == set()
    (told,) = [r for r in now.review if r.code == "correction-unmatched"]
    assert (told.table, told.message.startswith("Correction c1 was made to table 2 as it was.")) == (2, True)
    assert list(astray(Corrections((said,)), table_rows([now], ()), "results")) == []


def test_one_that_moved_is_told_and_is_no_correction_that_changed_nothing() -> None:
    said = said_of(3, (PARKS, ROADS, BINS))
    now = read((PARKS, BINS), said)
    assert [(r.code, r.table) for r in now.review if "c1" in r.message] == [("corrected", 2)]
    assert list(astray(Corrections((said,)), table_rows([now], ()), "results")) == []


def test_a_line_that_does_not_say_what_stood_in_the_table_holds_for_its_number() -> None:
    old = Correction("table", "c1", source_file="plan.docx", table=1, actions=False)
    assert left((BINS, PARKS), old) == {1}


WIDE = "Ref | Action | Lead | By when | Resources | Status"
ONES = (
    WIDE,
    "1 | Plant trees | Ann Lee | May 2026 | £1 | Started",
    "2 | Mow the grass | Bo Ray | May 2027 | £2 | Started",
)
EXAMPLES = (
    WIDE,
    "9 | Example action | A name | May 2020 | £1 | Started",
    "10 | Example two | A name | 2021 | £1 | Started",
)


def test_many_headings_alone_do_not_make_another_table_the_one_that_is_meant() -> None:
    assert left((ONES,), said_of(2, (ONES, EXAMPLES))) == set()
    assert left((BINS, ONES, EXAMPLES), said_of(2, (ONES, EXAMPLES))) == {3}


def test_of_two_that_are_alike_it_goes_with_the_one_that_holds_most_of_it() -> None:
    longer = (ROADS[0], *(f"Mend bridge {name} | Cy Dunn | June 2026" for name in "ABCD"))
    most = (*longer[:-1], "Empty the bins | Ed Frost | July 2026")
    assert left((BINS, most, longer), said_of(1, (longer,))) == {3}
    assert left((longer, longer), replace(said_of(1, (longer,)), source_sha256="another")) == {1}
