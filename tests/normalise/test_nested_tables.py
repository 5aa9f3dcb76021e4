"""Tables in the cells of a table that holds no actions itself."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Document, Paragraph, Place, Table
from tests.documents import table
from tests.normalise.test_understand import read

INNER = table("Action | Lead | Due", "Plant trees in parks | Bo Ray | May 2026", "Cut grass | Ann Lee | 2026", number=2)
WORDS = " ".join(c.text for row in INNER.rows for c in row)


def nested(outer: Table, row: int, column: int, above: str = "") -> Document:
    home = outer.rows[row][column]
    filled = replace(home, paragraphs=tuple(Paragraph(t) for t in (above, *WORDS.split("\n")) if t))
    rows = tuple(tuple(filled if c.place == home.place else c for c in cells) for cells in outer.rows)
    return Document("docx", (Table(outer.place, rows), replace(INNER, parent=home.place)))


def test_actions_in_a_table_beside_a_title_stand_under_it() -> None:
    plan = read(nested(table("Priority | Actions", "Fewer floods |"), 1, 1))
    assert [(a.theme, a.action) for a in plan.actions] == [
        ("Fewer floods", "Plant trees in parks"),
        ("Fewer floods", "Cut grass"),
    ]
    assert dict(plan.ledger)[Place(table=1, row=2, column=2)] == "action"


def test_a_line_above_a_table_in_its_cell_is_its_title_and_stays_listed() -> None:
    plan = read(nested(table("x"), 0, 0, "Aim 1: Shade"))
    assert {a.theme for a in plan.actions} == {"Aim 1: Shade"}
    assert [u.text.split("\n")[0] for u in plan.unplaced] == ["Aim 1: Shade"]


def test_a_table_in_a_cell_of_an_action_stays_its_words() -> None:
    outer = table("Action | Lead | By when", "Hold events | Bo Ray | 2026", "x | Ann Lee | 2027")
    assert [a.lead_person for a in read(nested(outer, 2, 0)).actions] == ["Bo Ray", "Ann Lee"]
