"""Ways in which programs tag the same table."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from ingest.readers.from_pdf.tagged.tree import marks
from tests.ingest.readers.from_pdf.drawn import table, tables, texts
from tests.ingest.readers.from_pdf.structured import (
    HEIGHT,
    LEFT,
    PLAN,
    SHOWN,
    WIDTH,
    Element,
    Setting,
    Shown,
    cell,
    element,
    row,
    rows,
    ruled_around,
    shown,
    structured,
)

OWN = {"Grid": "Table", "Line": "TR", "Head": "TH", "Box": "TD"}


def by_tags(data: bytes) -> list[str]:
    """The only table, whose heading cells none but tags can know."""
    found = table(data).rows
    assert all(cell.header for cell in found[0])
    return [" | ".join(cell.text for cell in row) for row in found]


def spans(**says: pikepdf.Object | int) -> Dictionary:
    """Attributes of a cell."""
    return Dictionary(A=Dictionary({"/O": Name.Table} | {f"/{name}": value for name, value in says.items()}))


def own(tree: Element, names: dict[str, str]) -> Element:
    """The tree with names of the file's own."""
    kids = tuple(own(kid, names) if isinstance(kid, Element) else kid for kid in tree.kids)
    return Element(names.get(tree.kind, tree.kind), kids, tree.says)


def formed(tree: Element, form: str) -> Element:
    """The tree with all words drawn by forms."""
    kids = [
        formed(kid, form) if isinstance(kid, Element) else Shown(kid.text, kid.x, kid.y, form=form) for kid in tree.kids
    ]
    return Element(tree.kind, tuple(kids), tree.says)


def test_names_of_the_files_own_are_mapped_by_it() -> None:
    names = {kind: name for name, kind in OWN.items()}
    roles = Dictionary({f"/{name}": Name(f"/{kind}") for name, kind in OWN.items()})
    assert tables(
        structured(own(element("Table", *rows(*PLAN)), names), setting=Setting(root=Dictionary(RoleMap=roles)))
    ) == [SHOWN]


def test_names_of_a_namespace_are_mapped_by_it() -> None:
    roles = Dictionary({f"/{name}": Array([Name(f"/{kind}"), Dictionary()]) for name, kind in OWN.items()})
    space = Dictionary(NS=String("https://example.org/tags"), RoleMapNS=roles)
    names = {kind: name for name, kind in OWN.items()}
    data = structured(own(element("Table", *rows(*PLAN)), names), setting=Setting(space=space))
    assert by_tags(data) == SHOWN


@pytest.mark.parametrize("form", ["inside", "around"])
def test_words_that_forms_draw_belong_to_their_tags(form: str) -> None:
    assert by_tags(structured(formed(element("Table", *rows(*PLAN)), form))) == SHOWN


def wrapped(data: bytes) -> bytes:
    """The file with all that its page draws put into a form."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        form = document.make_stream(page.Contents.read_bytes())
        form.Subtype, form.BBox, form.Resources = Name.Form, page.MediaBox, page.Resources
        page.Resources, page.Contents = Dictionary(XObject=Dictionary(X=form)), document.make_stream(b"q /X Do Q")
        document.save(made)
    return made.getvalue()


def test_words_of_a_page_that_was_put_into_a_form_belong_to_their_tags() -> None:
    assert by_tags(wrapped(structured(element("Table", *rows(*PLAN))))) == SHOWN


def test_words_that_two_cells_name_stand_in_the_first() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(structured(element("Table", *rows(*PLAN))))) as document:
        lines = document.Root.StructTreeRoot.K[0].K
        named = lines[0].K[0].K
        lines[2].K.append(document.make_indirect(Dictionary(S=Name.TD, K=named)))
        document.save(made)
    assert tables(made.getvalue())[0][0] == f"{SHOWN[0]} | "


def test_each_table_of_one_row_is_a_row_where_many_stand_beneath_one_another() -> None:
    assert tables(structured(*(element("Table", line) for line in rows(*PLAN)))) == [SHOWN]


def test_two_tables_of_one_row_stay_two() -> None:
    head, first, _ = rows(*PLAN)
    found = structured(element("Table", head), element("P", shown("And then:", y=92)), element("Table", first))
    assert len(tables(found)) == 2


def test_a_table_that_holds_the_page_is_none() -> None:
    held = element("TD", element("H1", shown("Our plan", y=40)), element("Table", *rows(*PLAN)))
    data = structured(element("Table", element("TR", held)))
    assert (texts(data), tables(data)) == (["Our plan"], [SHOWN])


def test_the_text_of_a_table_within_a_cell_stays_in_the_cell() -> None:
    inner = element(
        "Table",
        element(
            "TR",
            element("TD", shown("Chair:", LEFT + WIDTH, 104)),
            element("TD", shown("A. Lee", LEFT + WIDTH + 40, 104)),
        ),
    )
    held = element("TR", cell("Plant trees", 1, 0), element("TD", inner), cell("May 2027", 1, 2))
    found = tables(structured(element("Table", rows(*PLAN)[0], held)))
    assert found == [[SHOWN[0], "Plant trees | Chair:\nA. Lee | May 2027"]]


def test_a_page_that_is_called_a_picture_is_read_by_its_rules() -> None:
    words = [
        shown(text, LEFT + x * WIDTH, 80 + y * HEIGHT) for y, texts in enumerate(PLAN) for x, text in enumerate(texts)
    ]
    tree = (
        element("Figure", *words),
        element("Table", row("Risk", "Owner", at=3, page=1), row("Fires", "Kay", at=4, page=1)),
    )
    data = structured(*tree, setting=Setting(rules=ruled_around(3, 3), pages=2))
    assert tables(data) == [SHOWN, ["Risk | Owner", "Fires | Kay"]]


def test_a_heading_that_a_cell_names_counts_for_as_many_columns_as_it_covers() -> None:
    ids = [Dictionary(ID=String(f"h{n}")) for n in range(3)]
    head = element("TR", *(cell(text, 0, n, says=ids[n]) for n, text in enumerate(PLAN[0])))
    names = Array([String(f"h{n}") for n in range(3)])
    theme = element("TR", cell("Green spaces", 1, 0, says=spans(ColSpan=3, Headers=names)))
    found = table(structured(element("Table", head, theme, row(*PLAN[2], at=2))))
    assert [found.rows[1][n].text for n in range(3)] == ["Green spaces"] * 3


def test_headings_that_cells_name_wrongly_are_not_believed() -> None:
    """Programs that number headings row by row name those of other columns beneath a merged heading."""
    head = element("TR", *(cell(text, 0, n, says=Dictionary(ID=String(f"h{n}"))) for n, text in enumerate(PLAN[0])))
    lines = [
        element(
            "TR",
            *(cell(text, n, at, says=spans(Headers=Array([String(f"h{2 - at}")]))) for at, text in enumerate(texts)),
        )
        for n, texts in enumerate(PLAN[1:], 1)
    ]
    assert by_tags(structured(element("Table", head, *lines))) == SHOWN


def test_wrong_headings_of_a_few_rows_are_not_believed_beneath_many_heading_rows() -> None:
    names = [[Dictionary(ID=String(f"h{y}{x}")) for x in range(3)] for y in range(3)]
    heads = [
        element(
            "TR",
            *(
                element("TH", shown(f"{text} {y}", LEFT + x * WIDTH, 80 + y * HEIGHT), says=names[y][x])
                for x, text in enumerate(PLAN[0])
            ),
        )
        for y in range(3)
    ]
    wrong = [spans(Headers=Array([String(f"h0{2 - x}")])) for x in range(3)]
    line = element("TR", *(cell(text, 3, x, says=wrong[x]) for x, text in enumerate(PLAN[1])))
    assert by_tags(structured(element("Table", *heads, line)))[-1] == SHOWN[1]


def test_headings_show_how_wide_a_table_is_where_most_rows_lost_a_cell() -> None:
    plan = [
        ("Risk", "Then", "Now"),
        ("Floods", "High", "Low"),
        ("Fires", "High", ""),
        ("Storms", "", "Low"),
        ("Frost", "Low", ""),
    ]
    left_out = [
        element("TR", *(cell(text, y, x) for x, text in enumerate(texts) if text)) for y, texts in enumerate(plan)
    ]
    assert by_tags(structured(element("Table", *left_out))) == [" | ".join(texts) for texts in plan]


def test_a_theme_reaches_down_though_most_rows_lost_a_cell() -> None:
    plan = [("Theme", "Task", "Owner", "Note"), ("Air", "Plant trees", "Kay", ""), ("", "Mend paths", "Lee", "Soon")]
    plan += [("Sea", "Dig ponds", "", "Late"), ("Sun", "Sow seeds", "Kay", ""), ("Sky", "Fly kites", "Lee", "")]
    lines = [[cell(text, y, x) for x, text in enumerate(texts) if text] for y, texts in enumerate(plan)]
    lines[1][0] = cell("Air", 1, 0, says=spans(RowSpan=2))
    found = table(structured(element("Table", *(element("TR", *line) for line in lines))))
    assert [row[0].text for row in found.rows] == ["Theme", "Air", "Air", "Sea", "Sun", "Sky"]


def test_words_in_the_middle_of_their_column_show_which_it_is_where_cells_are_left_out() -> None:
    def middle(text: str, row: int, column: int) -> Element:
        return element("TH" if row == 0 else "TD", shown(text, 100 + column * 200 - 2.3 * len(text), 80 + row * HEIGHT))

    plan = [("Task", "Owner"), ("", "Officer for the town centre, harbour and parks"), ("Mend paths", "Kay")]
    lines = [
        element("TR", *(middle(text, y, x) for x, text in enumerate(texts) if text)) for y, texts in enumerate(plan)
    ]
    assert by_tags(structured(element("Table", *lines))) == [" | ".join(texts) for texts in plan]


def test_no_span_reaches_beyond_the_table() -> None:
    over = element(
        "TR", cell("Green spaces", 1, 0, says=spans(RowSpan=2)), cell("Plant trees", 1, 1), cell("May 2027", 1, 2)
    )
    first = element("Table", row("Theme", "Action", "By when", at=0), over)
    rest = element("Table", row("Clean air", "Plant hedges", "June 2027", at=0, page=1))
    found = tables(structured(first, rest, setting=Setting(pages=2)))
    assert found[0][-1] == "Clean air | Plant hedges | June 2027"


def test_a_cell_alone_in_its_row_covers_it_where_empty_cells_are_tagged() -> None:
    head, *_ = rows(*PLAN)
    theme, last = element("TR", cell("Green spaces", 1, 0)), row("Sow seeds", "", "July 2027", at=3)
    found = table(structured(element("Table", head, theme, row(*PLAN[1], at=2), last)))
    assert [found.rows[1][n].text for n in range(3)] == ["Green spaces"] * 3


def test_a_cell_alone_in_its_row_stands_alone_where_empty_ones_may_be_left_out() -> None:
    head, *_ = rows(*PLAN)
    found = table(structured(element("Table", head, element("TR", cell("Sow seeds", 1, 0)), row(*PLAN[1], at=2))))
    assert [found.rows[1][n].text for n in range(3)] == ["Sow seeds", "", ""]


def test_forms_that_draw_themselves_come_to_an_end() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(structured(formed(element("P", shown("Plant trees")), "around")))) as document:
        form = document.pages[0].Resources.XObject["/X0"]
        form.Resources.XObject = Dictionary(X0=form)
        form.write(form.read_bytes() + b" /X0 Do /X0 Do")
        document.save(made)
    assert len(marks(made.getvalue())) == 1
