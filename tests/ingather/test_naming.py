"""Every file has a name of its own that any program can show."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ingather.naming import readable, told_apart
from ingather.sources import find_inputs, look_through

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")


@pytest.mark.parametrize(
    ("path", "shown"),
    [("Cafe\u0301.txt", "Café.txt"), ("a\udcff.txt", "a\\xff.txt"), ("a\ud800.txt", "a\\ud800.txt")],
)
def test_what_is_no_text_in_a_name_is_shown_as_an_escape(path: str, shown: str) -> None:
    assert readable(path) == shown


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a (2)", "a (3)"]),
        (["a", "a (2)", "a"], ["a", "a (2)", "a (3)"]),
        (["Plan", "plan"], ["Plan", "plan"]),
    ],
)
def test_no_two_files_have_one_name(names: list[str], apart: list[str]) -> None:
    assert list(told_apart(names)) == apart


@LINUX
def test_two_unicode_forms_and_a_spelt_out_escape_are_files_of_their_own(tmp_path: Path) -> None:
    for name in ("Caf\u00e9.txt", "Cafe\u0301.txt", os.fsdecode(b"bad\xff.txt"), "bad\\xff.txt"):
        (tmp_path / name).touch()
    names = [i.name for i in find_inputs([tmp_path], tmp_path / "out")]
    assert names == ["Café.txt", "Café.txt (2)", "bad\\xff.txt", "bad\\xff.txt (2)"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_links_to_nothing_and_out_of_the_folder_are_listed_and_never_followed(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    (inbox / "held").mkdir(parents=True)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "file.txt").touch()
    for name, target in {
        "nowhere.txt": "absent", "round.txt": "round.txt", "out.txt": "../secret/file.txt", "outer": "../secret",
        "inner": "held",
    }.items():  # fmt: skip
        (inbox / name).symlink_to(target)
    os.mkfifo(inbox / "pipe.txt")
    barred = {i.name: i.barred for i in find_inputs([inbox], tmp_path / "out")}
    assert barred == {
        "nowhere.txt": "nowhere", "round.txt": "nowhere", "out.txt": "link", "outer": "link-folder",
        "pipe.txt": "device",
    }  # fmt: skip


def test_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    for name in ("plan.txt", "~$plan.docx", ".hidden", "plan.txt.part"):
        (tmp_path / name).touch()
    found = look_through([tmp_path], tmp_path / "out")
    assert ([i.name for i in found.inputs], found.passed_over) == (["plan.txt"], 3)


def test_a_folder_that_may_not_be_looked_into_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "plan.txt").touch()
    scan, stat = os.scandir, Path.stat

    def scandir(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    def looked(path: Path, **how: bool) -> os.stat_result:
        if path.parent.name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **how)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "stat", looked)
    assert {i.name: i.barred for i in find_inputs([tmp_path], tmp_path / "out")} == {"shut": "folder", "plan.txt": ""}
