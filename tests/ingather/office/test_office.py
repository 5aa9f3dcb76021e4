"""Old Word files through LibreOffice: only where asked for, always said, and one bad file costs the others nothing."""

from __future__ import annotations

import csv
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingather.cli import main
from ingather.office import program
from ingather.office.program import Office, convert_folder, converted_file, find_office
from ingather.pools import Task
from ingather.sources import Input
from ingather.store import document_key
from ingest.limits import Limits
from ingest.sniff import office_format
from normalise.model import Source

RTF = (
    r"{\rtf1\ansi \trowd\cellx3000\cellx6000\cellx9000\intbl Action\cell Lead\cell By when\cell\row"
    r"\trowd\cellx3000\cellx6000\cellx9000\intbl Plant trees\cell Bo Ray\cell March 2026\cell\row \pard\par}"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
_REAL = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")


def run(folder: Path, *more: str) -> Result:
    named = ("--out", str(folder / "out"), "--store", str(folder / "store"), "--as-of", "2026-01-01")
    return CliRunner().invoke(main, ["run", str(folder / "in"), *named, *more])


def files(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "out" / "files.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["source_file"]: row for row in csv.DictReader(file)}


@pytest.fixture
def stand_in(tmp_path: Path) -> Office:
    """A program that copies each file; one that says die ends it, one that says hang keeps it for ever."""
    script = tmp_path / "soffice"
    script.write_text(
        """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
echo started >> "$out/../starts"
for file in "$@"; do
  grep -q die "$file" && kill -9 $$
  grep -q hang "$file" && sleep 600
  grep -q refuse "$file" || cp "$file" "$out/$(basename "${file%.*}").docx"
done
"""
    )
    script.chmod(0o755)
    return Office(script, "Stand-in 1")


def converted(office: Office, folder: Path, **texts: str) -> set[str]:
    """The names of which a .docx was made."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.doc").write_text(text)
    convert_folder(office, folder, still=1.0)
    return {name for name in texts if converted_file(folder, name).exists()}


@_POSIX
def test_many_files_take_one_process(stand_in: Office, tmp_path: Path) -> None:
    assert converted(stand_in, tmp_path / "work", a="x", b="y", c="refuse") == {"a", "b"}
    assert (tmp_path / "work" / "starts").read_text() == "started\n"


@_POSIX
@pytest.mark.parametrize("deed", ["die", "hang"])
def test_a_file_that_ends_the_program_costs_the_others_nothing(deed: str, stand_in: Office, tmp_path: Path) -> None:
    assert converted(stand_in, tmp_path / "work", a="x", b=deed, c="y", d=deed) == {"a", "c"}


@_POSIX
def test_it_runs_where_no_bound_of_memory_can_be_set(stand_in: Office, tmp_path: Path) -> None:
    refused = "import resource\ndef no(what, _):\n    if what == resource.RLIMIT_AS:\n        raise ValueError\n"
    refused += "resource.setrlimit = no\n"
    bounded = program._BOUNDED.replace("import os, resource, sys\n", f"import os, sys\n{refused}", 1)
    assert "raise ValueError" in bounded
    command = [sys.executable, "-I", "-c", bounded, "1000", "/bin/sh", "-c", "exit 7"]
    assert subprocess.run(command, check=False).returncode == 7


def test_without_libreoffice_the_option_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "_USUAL", ())
    (tmp_path / "in").mkdir()
    said = run(tmp_path, "--office")
    assert said.exit_code == 2
    assert "needs LibreOffice, which was not found" in said.output


def test_a_cluster_cannot_reach_this_computers_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert "cannot reach" in run(tmp_path, "--office", "--cluster", "tcp://127.0.0.1:1").output


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"{\\rtf1 x}", "rtf"), (b"\xffWPC\x10\0", "wpd"), (b"PK\3\4", ""), (b"%PDF-1.4", ""), (b"Action\tLead", ""),
        (OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(104), "doc"),
        (OLE + bytes(504) + "MatOST".encode("utf-16-le") + bytes(116), "wps"),
        (OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(112), ""),
        (OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(96), ""),
    ],
)  # fmt: skip
def test_old_text_documents_are_told_by_their_bytes(head: bytes, kind: str) -> None:
    assert office_format(head) == kind


def test_what_libreoffice_read_is_kept_apart_from_what_ingather_read() -> None:
    keys = {document_key("f" * 64, Limits(), office) for office in ("", "LibreOffice 7.4", "LibreOffice 24.2")}
    assert len(keys) == 3


def test_a_task_says_nothing_of_old_files_unless_it_begins_like_one() -> None:
    assert not Task(Input("a.docx", "a.docx"), Source("a.docx")).old


@_REAL
def test_files_csv_says_which_program_read_a_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.rtf").write_text(RTF)
    (tmp_path / "in" / "broken.doc").write_bytes(OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(104))
    (tmp_path / "in" / "plain.txt").write_text("Action\tLead\nCut grass\tAnn Lee\n")
    assert run(tmp_path).exit_code == 1
    assert files(tmp_path)["plan.rtf"]["engine"] == "rtf"
    said = run(tmp_path, "--office")
    found = files(tmp_path)
    assert said.exit_code == 1
    assert found["plan.rtf"]["engine"].startswith("LibreOffice ")
    assert (found["plan.rtf"]["format"], found["plan.rtf"]["actions"]) == ("rtf", "1")
    assert found["broken.doc"]["reason"].startswith("LibreOffice could not convert the file")
    assert found["plain.txt"]["engine"] == "text"
    assert run(tmp_path).exit_code == 1
    assert files(tmp_path)["plan.rtf"]["engine"] == "rtf"


@_REAL
def test_one_file_is_shown_as_libreoffice_reads_it(tmp_path: Path) -> None:
    (tmp_path / "plan.rtf").write_text(RTF)
    said = CliRunner().invoke(main, ["tables", str(tmp_path / "plan.rtf"), "--office", "--json"])
    assert "Plant trees" in said.output


@_REAL
def test_nothing_that_a_file_names_is_fetched(tmp_path: Path) -> None:
    asked: list[str] = []

    class Heard(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the server's names

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Heard)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/seen.png"
    picture = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}" \\d}}{{\fldrslt}}}}\par'
    office = find_office()
    assert office is not None
    (tmp_path / "a.rtf").write_text(RTF.replace(r"\pard", r"\pard " + picture))
    (tmp_path / "b.doc").write_text(f'<html><body><img src="{address}"><p>Words</p></body></html>')
    convert_folder(office, tmp_path)
    server.shutdown()
    server.server_close()
    assert converted_file(tmp_path, "a").exists()
    assert asked == []
