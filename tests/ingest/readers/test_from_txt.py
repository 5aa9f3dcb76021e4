"""Plain text: prose, and tables by tabs before cells, tabs between cells, pipes and columns of spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Document, Paragraph, Table
from ingest.reading import read_document

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def read(text: str) -> Document:
    """A document of this text."""
    return read_document(text.encode())


def shown(document: Document) -> list[object]:
    """Paragraphs as strings, tables as lists of rows of strings."""
    return [
        block.shown if isinstance(block, Paragraph) else [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
    ]


def tab_cells(*rows: str) -> str:
    """A table as the export writes it: a tab before each cell, a blank line after each row and two after the table."""
    written = "".join("".join(f"\t{cell.strip()}\n" for cell in row.split("|")) + "\n" for row in rows)
    return written + "\n"


def test_rows_of_unmarked_cells_are_found_by_what_recurs() -> None:
    plan = tab_cells(
        "Action|Lead|By when",
        "Plant trees along the whole of the High Street|Parks Manager|May 2010",
        "Mend the roof of the old library before winter|Estates Manager|June 2010",
    )
    assert shown(read(f"Anytown Plan\n\n{plan}")) == [
        "Anytown Plan",
        [
            ["Action", "Lead", "By when"],
            ["Plant trees along the whole of the High Street", "Parks Manager", "May 2010"],
            ["Mend the roof of the old library before winter", "Estates Manager", "June 2010"],
        ],
    ]


def test_lines_without_a_tab_belong_to_the_cell_above_and_blank_cells_count() -> None:
    plan = tab_cells(
        "Action|Lead|Cost|By when", "Plant trees\n\nin rows|Parks|| May 2010", "Mend roof|Estates||June 2010"
    )
    table = read(plan).tables[0]
    assert table.rows[1][0].text == "Plant trees\nin rows"
    assert [row[2].text for row in table.rows] == ["Cost", "", ""]


def test_prose_between_tables_is_not_part_of_the_last_cell() -> None:
    first = tab_cells("Action|Lead|By when", "Plant trees|Parks|May 2010", "Mend the roof|Estates|June 2010")
    second = tab_cells("Action|Lead|By when", "Build homes|Housing|2012")
    blocks = shown(read(f"Short term\n{first}Long term\n\n{second}The end of it.\n"))
    assert [block for block in blocks if isinstance(block, str)] == ["Short term", "Long term", "The end of it."]
    assert [len(block) for block in blocks if isinstance(block, list)] == [3, 2]


def test_a_single_cell_between_whole_rows_spans_the_table() -> None:
    plan = tab_cells(
        "Action|Lead|By when", "Theme 1 Green places", "Plant trees along the street|Parks|May 2010",
        "Dig ponds in all of the parks|Parks|June 2010", "Theme 2 Homes",
        "Build homes for older people|Housing|May 2012", "Mend the roofs of the flats|Housing|June 2012",
    )  # fmt: skip
    table = read(plan).tables[0]
    assert [row[0].text for row in table.rows if row[0].col_span == 3] == ["Theme 1 Green places", "Theme 2 Homes"]
    assert len(table.rows) == 7


def test_paragraphs_that_begin_with_a_tab_are_no_table() -> None:
    text = (
        "\tThe council met in May and talked at length of trees.\n\n\tIt then rose, and all went home.\n\n"
        "\tNobody spoke of the ponds, which are dug in autumn as a rule.\n\n\tThe next meeting is in June.\n"
    )
    assert read(text).tables == ()


def test_marks_are_kept_apart_from_words() -> None:
    first, second = (block for block in read("a. Local Authority\n\n· Health\n").blocks)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.mark, first.text, second.mark, second.text) == ("a.", "Local Authority", "•", "Health")


@pytest.mark.parametrize(
    "text",
    [
        "Ref\tAction\n1\tPlant trees\n",
        "| Ref | Action |\n|-----|--------|\n| 1 | Plant trees |\n",
        "+-----+-------------+\n| Ref | Action |\n+-----+-------------+\n| 1 | Plant trees |\n+-----+-------------+\n",
        "Ref    Action\n1      Plant trees\n",
    ],
)
def test_a_small_table_of_any_style_has_its_cells(text: str) -> None:
    assert shown(read(f"Plan\n\n{text}\nMore words follow here.\n")) == [
        "Plan",
        [["Ref", "Action"], ["1", "Plant trees"]],
        "More words follow here.",
    ]


def test_wrapped_lines_of_aligned_columns_join_their_rows() -> None:
    text = (
        "Action                Lead            By when\n"
        "Review the policy     Jane Smith      May 2010\n"
        "on housing            (Housing)\n"
        "Plant trees           Parks           June 2010\n"
    )
    assert shown(read(text)) == [
        [
            ["Action", "Lead", "By when"],
            ["Review the policy on housing", "Jane Smith (Housing)", "May 2010"],
            ["Plant trees", "Parks", "June 2010"],
        ]
    ]


def test_each_line_is_a_row_where_none_looks_as_if_it_went_on() -> None:
    text = (
        "Ref   Action              Lead\n1     Plant trees         Parks\n2     Mend the old roof   Estates\n"
        "10    Dig                 \n"
    )
    assert shown(read(text)) == [
        [
            ["Ref", "Action", "Lead"],
            ["1", "Plant trees", "Parks"],
            ["2", "Mend the old roof", "Estates"],
            ["10", "Dig", ""],
        ]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Action\tLead\nTheme 1 Green\nPlant trees\tParks\nTheme 2 Homes\nMend roofs\tEstates\n",
        "Action        Lead\n\nTheme 1 Green and open places\n\nPlant trees   Parks\n\nTheme 2 Homes for people\n\n"
        "Mend roofs    Estates\n",
    ],
)
def test_a_line_between_rows_that_heads_a_section_spans_the_table(text: str) -> None:
    table = read(text).tables[0]
    assert [row[0].text[:7] for row in table.rows if row[0].col_span == 2] == ["Theme 1", "Theme 2"]
    assert [row[1].text for row in table.rows if row[0].col_span == 1] == ["Lead", "Parks", "Estates"]


def test_prose_after_a_table_in_columns_stays_prose() -> None:
    table = "Action        Lead\nPlant trees   Parks\n\n"
    blocks = read(f"{table}The council thanks all.\n\n{table}").blocks
    assert [type(block).__name__ for block in blocks] == ["Table", "Paragraph", "Table"]


def test_a_quoted_cell_of_a_tabbed_table_may_hold_lines() -> None:
    assert shown(read('Ref\tAction\n1\t"Plant ""tall"" trees\nand water them"\n')) == [
        [["Ref", "Action"], ["1", 'Plant "tall" trees\nand water them']]
    ]


def test_numbered_lines_with_tabs_are_a_list() -> None:
    assert shown(read("1.\tPlant trees\n2.\tMend roofs\n")) == ["1. Plant trees", "2. Mend roofs"]


def test_a_text_of_more_cells_or_lines_than_a_plan_can_have_is_refused() -> None:
    limits = Limits(positions=10)
    for text in ("a\tb\n" * 6, "\tcell\n" * 11, "a  b\n" * 6, "line\n" * 30):
        with pytest.raises(TooLarge):
            read_document(text.encode(), limits)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_of_any_encoding_is_the_same(encoding: str) -> None:
    text = "Café – £5 for “trees”\n\nWe plant more of them."
    assert shown(read_document(text.encode(encoding))) == ["Café – £5 for “trees”", "We plant more of them."]


def test_text_decoded_wrongly_once_is_mended() -> None:
    assert shown(read("Children’s café £5".encode().decode("cp1252"))) == ["Children’s café £5"]


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed plans are not here")
def test_the_seeds_have_their_tables() -> None:
    shapes = {
        path.name[:3]: [(len(table.rows), table.width) for table in read_document(path.read_bytes()).tables]
        for path in SEEDS.glob("*.txt")
    }
    assert shapes == {"000": [(9, 5)], "004": [(9, 6), (5, 6)]}


def test_every_table_is_a_rectangle() -> None:
    document = read("a\tb\tc\n1\t2\n1\t2\t3\n")
    assert all(isinstance(block, Table) and {len(row) for row in block.rows} == {3} for block in document.blocks)


@pytest.mark.parametrize("gap", ["     ", "\t"], ids=["spaces", "a tab"])
@pytest.mark.parametrize("mark", ["{}) ", "Action {}: "], ids=["numbered", "named"])
def test_values_set_in_line_after_labels_under_numbered_items_are_no_table(gap: str, mark: str) -> None:
    def item(number: int, words: str) -> str:
        return f"{mark.format(number)}{words}\n   Lead:{gap}Ann Lee\n   Due: {gap}May 2030\n\n"

    lines = shown(read(item(1, "Plant trees in Foula,\n   and on Fair Isle") + item(2, "Mend the bridge")))
    assert [line for line in lines if str(line)[:4] in ("Lead", "Due:")] == ["Lead: Ann Lee", "Due: May 2030"] * 2


def test_a_value_that_runs_over_lines_under_an_item_stays_whole() -> None:
    text = "1. Plant trees\n   Lead:    Ann Lee,\n            Parks\n   Due:     May 2030\n"
    assert shown(read(text)) == ["1. Plant trees", "Lead: Ann Lee, Parks", "Due: May 2030"]


def test_labels_and_values_under_no_item_stay_a_table() -> None:
    text = "Anytown Plan\n\nAction:   Plant trees\nLead:     Ann Lee\nDue:      May 2030\n"
    assert read(text).tables


@pytest.mark.parametrize("indent", ["\t", "\t\t"])
def test_labels_indented_by_tabs_under_numbered_items_are_no_table(indent: str) -> None:
    item = f"Plant trees\n{indent}Lead: Ann Lee\n{indent}Due: May 2030\n\n"
    document = read("".join(f"{number}. {item}" for number in range(1, 5)))
    assert not document.tables
    assert shown(document)[:3] == ["1. Plant trees", "Lead: Ann Lee", "Due: May 2030"]


def test_tabs_before_cells_stay_a_table_where_a_cell_holds_a_label() -> None:
    text = "Anytown Plan\n\tAction\n\tLead\n\tPlant trees\n\tOwner: Ann Lee\n\tMend the bridge\n\tOwner: Bo Ray\n"
    assert read(text).tables
