"""Tables beside one another and beside text, told apart by where their rules end."""

from __future__ import annotations

from tests.ingest.readers.from_pdf.drawn import Ink, pdf, rule, tables, texts, words


def ruled_rows(rows: tuple[str, ...], left: float, steps: tuple[float, ...]) -> list[Ink]:
    """Two columns from `left` on, with a level rule above and below each row; rows are as high as the steps."""
    ink: list[Ink] = [rule(left, 60, left + 220, 60)]
    top = 60.0
    for row, step in zip(rows, steps, strict=True):
        action, lead = row.split(" | ")
        ink += [words(action, left + 4, top + 12), words(lead, left + 150, top + 12)]
        top += step
        ink.append(rule(left, top, left + 220, top))
    return ink


FIRST = (
    "Action | Lead",
    "Plant trees | Parks",
    "Mend paths | Rangers",
    "Survey bats | Ecologist",
    "Open gates | Ward Team",
)
SECOND = ("Action | Lead", "Buy bins | Waste", "Paint rails | Highways", "Fix lamps | Lighting", "Sow seeds | Friends")


def test_two_tables_beside_one_another_are_two() -> None:
    page = [*ruled_rows(FIRST, 40, (20, 20, 20, 20, 20)), *ruled_rows(SECOND, 300, (20, 34, 34, 34, 34))]
    assert tables(pdf(page)) == [list(FIRST), list(SECOND)]


def test_text_beside_a_table_is_none_of_its_cells() -> None:
    beside = [words("Residents told us they want safer streets", 330, 70 + 13 * n) for n in range(6)]
    found = pdf([*ruled_rows(FIRST, 40, (20, 20, 20, 20, 20)), *beside])
    assert tables(found) == [list(FIRST)]
    assert len(texts(found)) > 0


def test_a_column_that_the_rules_leave_out_stays_of_the_table() -> None:
    labels = [words(text, 300, 72 + 20 * n) for n, text in enumerate(("Cost", "Nil", "4,500", "900", "Nil"))]
    (found,) = tables(pdf([*ruled_rows(FIRST, 40, (20, 20, 20, 20, 20)), *labels]))
    assert [row.count("|") for row in found] == [2] * len(FIRST)
