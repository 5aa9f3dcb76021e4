"""A file that is to be forgotten leaves no trace in store, corrections, snapshots or the watcher's memory."""

from __future__ import annotations

import errno
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from ingather.cli import main
from ingather.journal import Journal
from ingather.pools import Answer, Task
from ingather.pools.serial import Serial
from ingather.sources import Input
from ingather.store import Store
from ingather.watching.lock import locked, marked
from ingather.watching.watch import Watch, Watcher
from normalise.model import Source
from normalise.rows import FileRow
from tests.export.invented import WRITABLE

pytestmark = pytest.mark.usefixtures("no_pool")

PLANTED = b"Quixwood"
PLAN = (
    "Quixwood action plan\n\nAction\tLead\tBy when\nPlant trees\tZola Quixwood\tMarch 2026\n"
    "Cut grass\tAnn Lee\tMay 2026\n"
)
OTHER = "Action\tLead\tBy when\nMend roofs\tBo Ray\tMarch 2026\nClear gutters\tCy Dunn\tMay 2026\n"
NAME = "parks/Zola Quixwood plan.txt"


class House:
    """A folder with two plans, one of them to be forgotten; its results and its store."""

    def __init__(self, folder: Path) -> None:
        self.plans, self.out, self.store = folder / "in", folder / "out", folder / "store"
        self.put(NAME, PLAN)
        self.put("roofs.txt", OTHER)

    def put(self, name: str, text: str) -> Path:
        path = self.plans / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run(self, *more: str) -> Result:
        formats = [word for name in WRITABLE if name != "datapackage" for word in ("--format", name)]
        return self.ask("run", str(self.plans), "--as-of", "2026-01-01", "--workers", "1", *formats, *more)

    def ask(self, *words: str) -> Result:
        place = ["--out", str(self.out), "--store", str(self.store)] if words[0] in ("run", "forget") else []
        result = CliRunner().invoke(main, [*words, *place])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    def holding(self, *folders: Path) -> list[str]:
        """Every file that holds the planted name, unpacked where it is packed, or has it in its own name."""
        found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return sorted(path.name for path in found if PLANTED in path.name.encode() + unpacked(path))


def unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as parts:
            return b"".join(parts.read(name) for name in parts.namelist())
    if data.startswith(b"PAR1"):
        from pyarrow import parquet

        return str(parquet.read_table(path).to_pylist()).encode()
    return packed(data)


def packed(data: bytes) -> bytes:
    """What the store packs stands behind a checksum, and an answer holds its plan packed once more."""
    try:
        body = zlib.decompress(data[16:])
    except zlib.error:
        return data
    found, at = [data, body], body.find(b"\x78\x01")
    while at != -1:
        try:
            found.append(zlib.decompressobj().decompress(body[at:]))
        except zlib.error:
            found.append(b"")
        at = body.find(b"\x78\x01", at + 1)
    return b"".join(found)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_nothing_is_left_beside_the_results_and_nothing_at_all_after_the_next_run(house: House) -> None:
    house.run()
    action = next(line for line in (house.out / "actions.csv").read_text().splitlines() if "Plant trees" in line)[:12]
    house.ask("correct", "value", str(house.out), action, "lead", "Zola Quixwood-Brane")
    house.ask("correct", "heading", str(house.out), "Guardian", "lead")
    house.run()
    assert len(house.holding(house.store)) > 1 and "corrections.jsonl" in house.holding(house.out)
    told = house.ask("forget", NAME)
    assert told.exit_code == 0, told.output
    assert house.holding(house.store, house.out / ".ingather") == []
    assert "corrections.jsonl" not in house.holding(house.out)
    assert "Guardian" in (house.out / "corrections.jsonl").read_text()
    (house.plans / NAME).unlink()
    assert house.run().exit_code == 0
    assert house.holding(house.store, house.out) == []
    assert "Mend roofs" in (house.out / "actions.csv").read_text()


def test_it_says_what_went_and_what_is_left_to_do(house: House) -> None:
    house.run()
    said = house.ask("forget", NAME).output
    assert said.startswith(f"Forgotten: {NAME}\n")
    assert "2 entries" in said and "2 rows" in said and "nothing was there" in said
    assert "Take the file out of the folder that you read" in said and "action-plans.sqlite" in said


@pytest.mark.parametrize("said", [NAME, "Zola Quixwood plan.txt", "Plans/parks/Zola Quixwood plan.txt"])
def test_a_file_that_is_deleted_is_known_by_its_name_or_a_path_to_it(house: House, said: str) -> None:
    house.run()
    (house.plans / NAME).unlink()
    assert house.ask("forget", said).exit_code == 0
    assert house.holding(house.store) == []


def test_a_file_in_a_zip_is_forgotten_and_a_zip_with_all_its_files(house: House) -> None:
    (house.plans / NAME).unlink()
    with zipfile.ZipFile(house.plans / "all.zip", "w") as archive:
        archive.writestr("Quixwood.txt", PLAN)
        archive.writestr("roofs too.txt", OTHER.replace("Mend", "Patch"))
    house.run()
    assert house.ask("forget", "all.zip/Quixwood.txt").exit_code == 0
    assert house.holding(house.store, house.out / ".ingather") == []
    house.run()
    assert house.holding(house.store) != []
    assert house.ask("forget", "all.zip").exit_code == 0
    assert house.holding(house.store, house.out / ".ingather") == []


def test_rows_are_forgotten_where_names_hide_that_of_the_file(house: House) -> None:
    house.run("--names", "drop")
    kept = b"".join(path.read_bytes() for path in (house.out / ".ingather").glob("*.jsonl"))
    assert b"Plant trees" in kept and b"Zola" not in kept
    house.ask("forget", NAME)
    kept = b"".join(path.read_bytes() for path in (house.out / ".ingather").glob("*.jsonl"))
    assert b"Plant trees" not in kept and b"Mend roofs" in kept


def test_what_a_killed_run_left_half_written_goes_too(house: House) -> None:
    house.run()
    folder = next((house.store / "documents").iterdir())
    (folder / "abc-1.part").write_bytes(PLANTED)
    house.ask("forget", NAME)
    assert house.holding(house.store) == []


def test_edits_of_the_workbook_are_forgotten_with_the_file(house: House) -> None:
    house.run()
    book = load_workbook(house.out / "action-plans.xlsx")
    page = book["Actions"]
    row = next(cells for cells in page.iter_rows(min_row=2) if any(c.value == "Plant trees" for c in cells))
    row[4].value = "Otto Quixwood"
    book.properties.lastModifiedBy = "Jo"
    book.save(house.out / "action-plans.xlsx")
    house.run()
    assert "corrections.jsonl" in house.holding(house.out)
    house.ask("forget", NAME)
    assert "corrections.jsonl" not in house.holding(house.out)


def test_a_correction_that_nobody_can_place_is_named_not_removed(house: House) -> None:
    house.run()
    (house.out / "corrections.jsonl").write_text(
        '{"action_id": "ffffffffffff", "column": "lead", "id": "abc123", "value": "Bo", "what": "value"}\n'
    )
    assert "abc123" in house.ask("forget", NAME).output
    assert "abc123" in (house.out / "corrections.jsonl").read_text()


def test_a_name_that_is_not_known_removes_nothing_and_says_so(house: House) -> None:
    house.run()
    before = house.holding(house.store)
    told = house.ask("forget", "nobody.docx")
    assert told.exit_code == 2 and "Nothing is kept of a file called nobody.docx" in told.output
    assert house.holding(house.store) == before


def test_what_another_version_kept_is_passed_over(house: House) -> None:
    house.run()
    old = Answer(FileRow("old.txt", "ab", 1, "txt", "", "read", "", ""), b"rows")  # type: ignore[arg-type]
    Store(house.store).put("plans", "ab-cd", old)
    assert house.ask("forget", NAME).exit_code == 0


def test_a_name_that_two_files_have_is_asked_about(house: House) -> None:
    house.put("one/plan.txt", PLAN.replace("Plant", "Fell"))
    house.put("two/plan.txt", PLAN.replace("Plant", "Prune"))
    house.run()
    told = house.ask("forget", "plan.txt")
    assert told.exit_code == 2 and "one/plan.txt, two/plan.txt" in told.output


def test_the_same_bytes_under_another_name_are_pointed_out(house: House) -> None:
    house.put("twin.txt", PLAN)
    house.run()
    assert "also known as twin.txt" in house.ask("forget", NAME).output


def test_a_folder_that_is_not_there_is_said(house: House) -> None:
    assert house.ask("forget", NAME).exit_code == 2


def test_a_watcher_that_holds_the_results_is_named(house: House) -> None:
    house.run()
    with locked(house.plans, house.out, house.store / "watchers"):
        told = house.ask("forget", NAME)
    assert told.exit_code == 2 and "is watched already, by" in told.output and "nothing was removed" in told.output
    assert house.ask("forget", NAME).exit_code == 0


def test_a_run_under_way_is_waited_for(house: House) -> None:
    house.run()
    with marked(house.out):
        assert "A run writes to" in house.ask("forget", NAME).output
    journal = Journal(house.store)
    with journal.open():
        journal.begun(Task(Input(str(house.plans / NAME), NAME), Source(NAME, "ab" * 32, 1)))
        assert "is reading files now" in house.ask("forget", NAME).output
    assert house.ask("forget", NAME).exit_code == 0


def test_the_watcher_forgets_too(house: House) -> None:
    house.out.mkdir()
    time = [1_000.0]
    watcher = Watcher(Watch(house.plans, house.out, house.store, date(2026, 1, 1)), Serial(), lambda: time[0])
    for _ in range(8):
        time[0] += 1
        watcher.turn()
    (house.plans / NAME).unlink()
    assert house.holding(house.out / ".ingather-watch") != []
    told = house.ask("forget", NAME)
    assert "watcher's memory: 1 entry" in told.output
    assert house.holding(house.out / ".ingather-watch", house.out / ".ingather", house.store) == []
    again = Watcher(Watch(house.plans, house.out, house.store, date(2026, 1, 1)), Serial(), lambda: time[0])
    for _ in range(8):
        time[0] += 1
        again.turn()
    assert house.holding(house.out, house.store) == []


def test_what_cannot_be_removed_is_said(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.run()

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        told = house.ask("forget", NAME)
    assert told.exit_code == 3 and "Not everything could be removed: Permission denied" in told.output
