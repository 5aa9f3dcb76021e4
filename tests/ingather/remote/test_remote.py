"""Files in object storage give what the same files give in a folder; a real S3 by way of a server on this computer."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingather.cli import main
from ingather.contents import identify, read_input
from ingather.remote.addresses import NotReached, is_address, opened
from ingather.remote.fetching import NotFetched, fetch
from ingather.remote.listing import list_addresses
from ingest.errors import TooLarge
from ingest.limits import Limits
from tests.ingather.remote.buckets import FILES, put, s3

pytest.importorskip("upath")
pytest.importorskip("s3fs")

__all__ = ["s3"]


@pytest.fixture
def memory() -> Iterator[str]:
    """A folder of object storage in this process."""
    address = "memory://plans/2026"
    put(address, FILES)
    yield address
    opened("memory://plans").fs.store.clear()


def test_the_files_below_an_address_are_named_as_those_of_a_folder(memory: str) -> None:
    found, root = list_addresses([memory])
    assert [i.name for i in found.inputs] == ["copy.txt", "empty.docx", "kent/sub/plan b#1.txt", "leeds/plan.txt"]
    assert [i.folder for i in found.inputs] == ["2026", "2026", "kent", "leeds"]
    assert (root, found.passed_over) == (memory, 2)
    assert [read_input(i, Limits()) for i in found.inputs] == [FILES[i.name] for i in found.inputs]


def test_two_addresses_of_one_storage_are_named_from_what_they_share(memory: str) -> None:
    found, root = list_addresses([f"{memory}/kent", f"{memory}/leeds/plan.txt"])
    assert [i.name for i in found.inputs] == ["kent/sub/plan b#1.txt", "leeds/plan.txt"]
    assert root == memory


def test_beside_paths_of_this_computer_addresses_are_named_in_full(memory: str) -> None:
    found, root = list_addresses([f"{memory}/leeds"], together=False)
    assert ([i.name for i in found.inputs], root) == (["memory/plans/2026/leeds/plan.txt"], "")


def test_old_documents_are_told_by_name_before_they_are_fetched(memory: str) -> None:
    put(memory, {"minutes.doc": b"x", "plan.RTF": b"x"})
    found = [identify(item, Limits()) for item in list_addresses([memory])[0].inputs]
    assert [known.source.path for known in found if known.old] == ["minutes.doc", "plan.RTF"]


def test_a_drive_of_windows_is_no_address() -> None:
    assert is_address("s3://bucket/plans") and not is_address("C://plans")


def test_results_of_an_earlier_run_are_no_plans(memory: str) -> None:
    put(memory, {"out/action-plans.xlsx": b"x", "out/actions.csv": b"x", "out/files.csv": b"x"})
    assert not any(i.name.startswith("out/") for i in list_addresses([memory])[0].inputs)


def test_a_file_that_changed_since_it_was_listed_is_not_taken_for_what_it_was(memory: str) -> None:
    item = list_addresses([f"{memory}/leeds"])[0].inputs[0]
    put(memory, {"leeds/plan.txt": b"longer" * 100})
    assert item.remote is not None
    with pytest.raises(NotFetched, match="changed"):
        fetch(item.remote, 1_000)


def test_a_file_without_a_size_in_the_listing_is_read_whole_up_to_the_limit(memory: str) -> None:
    item = list_addresses([f"{memory}/leeds"])[0].inputs[0]
    assert item.remote is not None
    unmeasured = replace(item, remote=replace(item.remote, bytes=None))
    assert identify(unmeasured, Limits()).source.bytes == 0
    assert read_input(unmeasured, Limits()) == FILES["leeds/plan.txt"]
    with pytest.raises(TooLarge):
        read_input(unmeasured, replace(Limits(), file_bytes=10))


def test_an_address_that_leads_nowhere_is_said_in_a_sentence() -> None:
    with pytest.raises(NotReached, match="There is nothing at memory://nowhere"):
        list_addresses(["memory://nowhere"])
    with pytest.raises(NotReached, match="gopher:// are not known"):
        list_addresses(["gopher://x/y"])


def test_without_the_extra_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "upath", None)
    with pytest.raises(NotReached, match=r"install ingather\[remote\]"):
        list_addresses(["s3://bucket/plans"])


def run(out: Path, place: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["run", place, "--out", str(out), "--as-of", "2026-01-01", *more])


def tables(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.glob("*.csv")}


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_bucket_gives_the_tables_of_a_folder_and_the_next_run_opens_nothing(
    tmp_path: Path, s3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in FILES.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    here, there = tmp_path / "here", tmp_path / "there"
    assert run(here, str(tmp_path / "in"), "--no-store").exit_code == 1
    assert run(there, s3).exit_code == 1, "one file is empty"
    assert tables(there) == tables(here)
    assert {f["source_file"]: f["outcome"] for f in rows(there, "files")} == {
        "copy.txt": "read", "empty.docx": "refused", "kent/sub/plan b#1.txt": "duplicate", "leeds/plan.txt": "read",
    }  # fmt: skip
    monkeypatch.setattr("ingather.pools.processes.Process", None)  # would fail if a file had to be opened
    again = run(there, s3)
    assert again.exit_code == 1 and tables(there) == tables(here)


def test_rows_link_to_the_address_of_their_file(tmp_path: Path, s3: str) -> None:
    from openpyxl import load_workbook

    run(tmp_path / "out", s3)
    page = load_workbook(tmp_path / "out" / "action-plans.xlsx")["Actions"]
    links = {cell.hyperlink.target for row in page.iter_rows(min_row=2) for cell in row if cell.hyperlink}
    assert links == {f"{s3}/copy.txt", f"{s3}/leeds/plan.txt"}


def test_a_file_too_large_is_refused_before_it_is_fetched(tmp_path: Path, s3: str) -> None:
    put("s3://plans/large", {"plan.txt": bytes(51_000_000)})
    assert run(tmp_path / "out", "s3://plans/large").exit_code == 1
    (file,) = rows(tmp_path / "out", "files")
    assert (file["outcome"], file["source_sha256"]) == ("refused", "")
    assert "51 MB" in file["reason"]


@pytest.mark.parametrize(
    ("address", "said"), [("s3://no-such-bucket/x", "nothing at"), ("s3://plans/nowhere", "nothing at")]
)
def test_what_is_not_there_is_wrong_usage(tmp_path: Path, s3: str, address: str, said: str) -> None:
    result = run(tmp_path / "out", address)
    assert result.exit_code == 2 and said in result.stderr


def test_without_credentials_one_is_told_how_to_give_them(tmp_path: Path, s3: str) -> None:
    bare = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    nowhere = {"AWS_EC2_METADATA_DISABLED": "true", "AWS_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"]}
    command = [sys.executable, "-m", "ingather.cli", "run", s3, "--out", str(tmp_path / "out")]
    done = subprocess.run(command, env={**bare, **nowhere}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No credentials were found" in done.stderr and "AWS_ACCESS_KEY_ID" in done.stderr
