"""Writers are found by name, the same rows give the same bytes, and failures are said in a sentence."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import date
from pathlib import Path

import pytest

from export import OutputError, WriteOptions, notices, write_all, writer_names
from export.errors import output_error
from export.overdue import days_overdue
from export.placing import placed
from export.whereabouts import Links, in_words, links_of
from normalise.rows import FileRow, Row
from tests.export.invented import WRITABLE, a_plan, an_action, an_export, the_plans


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_output_of_the_contract_is_written(tmp_path: Path) -> None:
    paths = write_all(the_plans(), tmp_path / "a" / "b", WriteOptions())
    tables = ["actions", "owners", "milestones", "plans", "headings", "review", "unplaced", "files"]
    names = ["action-plans.xlsx", *(f"{table}.csv" for table in tables), "datapackage.json"]
    visible = [name for name in contents(tmp_path / "a" / "b") if not name.startswith(".ingather/")]
    assert [path.name for path in paths] == names and sorted(visible) == sorted(names)


@pytest.mark.parametrize("name", WRITABLE)
def test_the_same_rows_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    formats = tuple(dict.fromkeys(("csv", name)))
    for folder in ("one", "two"):
        write_all(the_plans(), tmp_path / folder, WriteOptions(formats=formats))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_format_nobody_writes_is_named_with_those_that_are_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no format called ods") as caught:
        write_all(the_plans(), tmp_path, WriteOptions(formats=("ods",)))
    assert "csv" in caught.value.suggestion


def test_a_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match=r"out could not be written: a file stands where the folder should be\."):
        write_all(the_plans(), tmp_path / "out", WriteOptions())


def test_a_failed_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "actions.csv"
    path.write_text("old")
    with pytest.raises(ValueError, match="in the middle"), placed(path) as part:
        part.write_text("half")
        raise ValueError("in the middle")
    assert contents(tmp_path) == {"actions.csv": b"old"}


def test_a_full_disk_and_a_locked_file_are_told_apart() -> None:
    full = output_error(Path("actions.csv"), OSError(errno.ENOSPC, "No space left on device"))
    locked = output_error(Path("actions.csv"), PermissionError(errno.EACCES, "Permission denied"))
    assert "disk is full" in str(full) and "close the program" in locked.suggestion


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_device_that_fills_up_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="disk is full"), placed(tmp_path / "x"):
        Path("/dev/full").write_text("x" * 100_000)


def _written_by_another_user(folder: Path) -> int:
    """Write the workbook in a child process that gave up its rights; gives its exit code, 0 for as it should be."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        os.setgid(65534)
        os.setuid(65534)
        written = write_all(the_plans(), folder, WriteOptions(formats=("xlsx",)))
        (told,) = notices(written, folder)
        code = 0 if "open in another program" in told and "action-plans 2026-11-21.xlsx" in told else 2
    finally:
        os._exit(code)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as another user")
def test_a_workbook_that_is_held_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, WriteOptions(formats=("xlsx",)))  # all modules are in memory for the child
    # In a folder with the sticky bit nobody can replace another's file, as Windows refuses for one that Excel has open.
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o1777)
        (folder / "action-plans.xlsx").write_bytes(b"held")
        assert _written_by_another_user(folder) == 0
        assert (folder / "action-plans 2026-11-21.xlsx").stat().st_size > 10_000
        assert (folder / "action-plans.xlsx").read_bytes() == b"held"


def row(**said: object) -> Row:
    return an_export(a_plan(an_action(**said))).tables["actions"][0]


def test_an_action_is_overdue_from_the_day_after_its_due_date() -> None:
    due = row(due_date=date(2026, 3, 31), status="")
    assert days_overdue(due, date(2026, 3, 31)) is None
    assert days_overdue(due, date(2026, 4, 1)) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"status": "complete"},
        {"status": "cancelled"},
        {"timescale_kind": "complete"},
        {"completed_date": date(2026, 5, 1)},
        {"due_date": None},
    ],
)
def test_an_action_that_ended_or_has_no_date_is_never_overdue(said: dict[str, object]) -> None:
    assert days_overdue(row(**said), date(2030, 1, 1)) is None


def test_a_place_is_told_in_words() -> None:
    assert in_words(row(source_file="a/b.pdf", page=3, table=2, row=5)) == "a/b.pdf, page 3, table 2, row 5"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("plan 1.docx", "../in/plan%201.docx"),
        ("a#b%20c.docx", "../in/a%23b%2520c.docx"),
        ("\\\\evil\\share.docx", "../in/%5C%5Cevil%5Cshare.docx"),
        ("javascript:alert(1).docx", "../in/javascript%3Aalert%281%29.docx"),
    ],
)
def test_a_link_leads_to_the_file_and_nowhere_else(name: str, address: str) -> None:
    assert Links("../in").to(row(source_file=name)) == address


def test_a_link_to_a_pdf_names_its_page_and_a_bare_root_stays_relative() -> None:
    assert Links(".").to(row(source_file="a.pdf", page=7)) == "./a.pdf#page=7"
    assert Links("plans").to(row(source_file="a.pdf")) == "./plans/a.pdf"
    assert Links("/x").to(row(source_file="a.pdf")) == "./x/a.pdf"
    assert Links("").to(row(source_file="a.pdf")) == ""


def test_a_link_to_a_file_in_a_zip_leads_to_the_zip() -> None:
    archive = FileRow("old plans.zip", "ab" * 32, 9, "zip", "", "read", "", "")
    inside = row(source_file="old plans.zip/parks/a.pdf", page=3)
    assert links_of(an_export(files=(archive,))).to(inside) == "../plans/old%20plans.zip"


def test_every_format_has_tests_of_its_own() -> None:
    here = Path(__file__).parent
    assert [name for name in writer_names() if not (here / f"test_to_{name}.py").exists()] == []
