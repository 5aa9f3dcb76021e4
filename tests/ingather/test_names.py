"""Names that are not kept are in nothing a run leaves or says, wherever plans, folders or analysts had them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from docx.document import Document as Docx
from openpyxl import load_workbook
from openpyxl.comments import Comment

from ingather.cli import main
from tests.export.invented import WRITABLE
from tests.ingather.test_forget import unpacked

pytestmark = pytest.mark.usefixtures("no_pool")

PLANTED = re.compile(
    rb"zola|quixwood|okonwright|hortensia|blythmarr|vexley|peregrine|jane|smythurst|7946 0|vellum", re.IGNORECASE
)
"""Parts of the names of owners, a former owner, a commenter and a stranger, of telephone numbers and addresses."""

FOLDER, FILE = "Parks, Quixwood-Okonwright", "Jane Smythurst action plan.docx"
FORMER = "Hortensia Blythmarr"


def plan(lead: str) -> Docx:
    """A plan that names people in every place a document has for words."""
    document = Document()
    document.core_properties.author = "Jane Smythurst"
    document.core_properties.last_modified_by = "Zola Quixwood"
    document.core_properties.title = "Zola Quixwood's Parks Plan 2026"
    document.sections[0].header.paragraphs[0].text = "Held by Jane Smythurst"
    document.add_heading("Parks action plan of Zola Quixwood", 1)
    document.add_paragraph("Ask Cllr Smythurst, or write to zola@vellum.example.org or ring 020 7946 0123.")
    rows = (
        ("Ref", "Action", "Lead", "By when", "Progress", "What Zola said"),
        ("1", "Plant trees; Zola Quixwood to choose them with Ms Okonwright", lead, "March 2026", "Zola's done", "Oak"),
        ("2", "Cut grass", "May Okonwright, Head of Parks", "May 2026", "Ring +44 20 7946 0999", "z.quixwood says no"),
    )
    table = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(rows, table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text
    document.add_paragraph("Version 2, Jane Smythurst")
    return document


def commented(document: Docx, path: Path) -> None:
    """Save it with a comment of somebody who is named nowhere else."""
    run = document.paragraphs[1].runs[0]
    document.add_comment(run, text="Vexley thinks so too", author="Peregrine Vexley", initials="PV")
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def ask(place: Path, *more: str) -> Result:
    formats = [word for name in WRITABLE if name != "datapackage" for word in ("--format", name)]
    words = ["run", str(place / FOLDER), "--out", str(place / "out"), "--store", str(place / "store")]
    result = CliRunner().invoke(main, [*words, "--as-of", "2026-06-30", "--workers", "1", *formats, *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Results of an earlier run, worked in by an analyst, over a plan that has another lead now."""
    commented(plan(FORMER), tmp_path / FOLDER / FILE)
    ask(tmp_path)
    book = load_workbook(tmp_path / "out" / "action-plans.xlsx")
    page = book["Actions"]
    page.cell(1, page.max_column + 1, "Zola's view")
    page.cell(2, page.max_column, "Quixwood agrees")
    page.cell(2, 2).comment = Comment("Jane Smythurst rang", "Zola Quixwood")
    book.properties.lastModifiedBy = "Zola Quixwood"
    book.save(tmp_path / "out" / "action-plans.xlsx")
    commented(plan("Zola Quixwood, Tree Officer"), tmp_path / FOLDER / FILE)
    with zipfile.ZipFile(tmp_path / FOLDER / "Quixwood.zip", "w") as archive:
        archive.writestr("Zola Quixwood/notes.txt", "Action\tLead\tBy when\nMend roofs\tBo Quixwood\tMay 2026\n")
    (tmp_path / FOLDER / "Okonwright.pdf").write_bytes(b"%PDF-1.4 of Zola, broken")
    return tmp_path


def shown(place: Path) -> dict[str, set[bytes]]:
    """Planted names by the file that shows them; what is said to hold originals is left out."""
    files = [path for path in (place / "out").rglob("*") if path.is_file() and path.name != "corrections.jsonl"]
    found = {path.name: set(PLANTED.findall(path.name.encode() + unpacked(path))) for path in files}
    return {name: names for name, names in found.items() if names}


def test_where_names_are_kept_every_format_shows_them(place: Path) -> None:
    ask(place)
    found = shown(place)
    for name in ("action-plans.xlsx", "actions.csv", "actions.jsonl", "action-plans.sqlite", "provenance.json"):
        assert found[name]
    people = {name.lower() for names in found.values() for name in names}
    assert people >= {b"zola", b"quixwood", b"okonwright", b"hortensia", b"vexley", b"smythurst", b"7946 0", b"vellum"}


@pytest.mark.parametrize("publication", [False, True], ids=["for work", "for the public"])
@pytest.mark.parametrize("how", ["role", "token", "drop"])
def test_nothing_of_a_name_is_left_in_what_is_written_or_said(place: Path, how: str, publication: bool) -> None:
    (place / "key").write_text("a secret of this test")
    key = ["--names-key", str(place / "key")] if how == "token" else []
    told = ask(place, "--names", how, *key, *(["--publication"] if publication else []))
    assert shown(place) == {}
    # The folder given by the user is named back to her where the results stand in it; files of the plans are not.
    assert PLANTED.search(told.output.replace(str(place), "").encode()) is None
    assert "Plant trees" in (place / "out" / "actions.csv").read_text(encoding="utf-8-sig")


def test_the_analysts_edits_are_read_back_though_names_are_hidden(place: Path) -> None:
    book = load_workbook(place / "out" / "action-plans.xlsx")
    page = book["Actions"]
    names = [cell.value for cell in page[1]]
    page.cell(3, names.index("priority") + 1, "High")
    book.save(place / "out" / "action-plans.xlsx")
    ask(place, "--names", "role")
    assert '"value": "High"' in (place / "out" / "corrections.jsonl").read_text(encoding="utf-8")
    again = load_workbook(place / "out" / "action-plans.xlsx")["Actions"]
    assert again.cell(1, again.max_column).value == "Tree Officer's view"


def test_an_edit_of_a_cell_that_hides_a_name_is_told_of_and_not_taken(place: Path) -> None:
    ask(place, "--names", "role")
    book = load_workbook(place / "out" / "action-plans.xlsx")
    page = book["Actions"]
    row = next(cells for cells in page.iter_rows(min_row=2) if str(cells[1].value).startswith("Plant trees"))
    row[1].value = f"{row[1].value}, now"
    book.properties.lastModifiedBy = "Jo"
    book.save(place / "out" / "action-plans.xlsx")
    ask(place, "--names", "role")
    assert "edit-refused" in (place / "out" / "review.csv").read_text(encoding="utf-8-sig")
    ask(place)
    assert "Zola Quixwood to choose them" in (place / "out" / "actions.csv").read_text(encoding="utf-8-sig")


def test_two_runs_that_hide_names_alike_are_compared_as_they_were_written(place: Path) -> None:
    ask(place, "--names", "role")
    ask(place, "--names", "role", "--no-store")
    page = load_workbook(place / "out" / "action-plans.xlsx")["What changed"]
    assert page["A2"].value == "Nothing" and page.max_row == 2


def test_results_of_earlier_runs_that_show_names_are_pointed_out(place: Path) -> None:
    words = ["run", str(place / FOLDER), "--out", str(place / "out"), "--names", "role", "--format", "csv"]
    told = CliRunner().invoke(main, words)
    assert "may hold names: action-plans.sqlite, action-plans.xlsx" in told.output
