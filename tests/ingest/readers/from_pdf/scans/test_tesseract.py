"""Tesseract as a program that is held to limits, and ended whatever goes wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.missed import missed, restored, sheet
from ingest.readers.from_pdf.scans.tesseract import recognise
from ingest.readers.from_pdf.scans.words import Picture, Word

BLANK = Picture(np.full((4, 4), 255, dtype=np.uint8), 200)
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the work of another program")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in the place of Tesseract; it finds no words."""
    script = tmp_path / "tesseract"
    script.write_text("#!/bin/sh\ncat >/dev/null\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return script


@linux
def test_a_limit_that_the_system_sets_already_is_not_raised(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    limits: list[tuple[int, int]] = []

    def limit(of: int, what: int, to: tuple[int, int] | None = None) -> tuple[int, int]:
        limits.extend([to] if to else [])
        return (20, 20)

    monkeypatch.setattr(resource, "prlimit", limit)
    assert recognise(BLANK, 60) == []
    assert limits == [(20, 20)]


@pytest.mark.skipif(sys.platform == "win32", reason="a script with a shell for it")
def test_the_program_is_ended_by_whatever_error(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.write_text("#!/bin/sh\nexec sleep 5\n", encoding="utf-8")
    running: list[subprocess.Popen[Any]] = []

    def fail(self: subprocess.Popen[Any], *given: object, **more: object) -> None:
        running.append(self)
        raise MemoryError

    monkeypatch.setattr(subprocess.Popen, "communicate", fail)
    with pytest.raises(MemoryError):
        recognise(BLANK, 60)
    assert [program.returncode for program in running] == [-9]


def test_what_no_word_was_made_of_is_found_and_put_back_where_it_stands() -> None:
    page = np.full((300, 400), 255, dtype=np.uint8)
    page[20:40, 100:300] = page[100:120, 100:300] = 0
    page[22:38, 20:30] = page[101:119, 20:32] = page[200, 20:24] = 0
    words = [Word("trees", 100, top, 300, top + 20, 1.0, line) for line, top in enumerate((20, 100))]
    pieces = missed(page, words)
    assert pieces == [(20, 22, 30, 38), (20, 101, 32, 119)]
    made = sheet(page, pieces)
    read = [Word(str(n), made.margin, top, made.margin + 10, top + 16, 0.9) for n, top in enumerate(made.tops)]
    assert [(w.text, w.left, w.top, w.line) for w in restored(read, made, pieces, 2)] == [
        ("0", 20, 22, 2),
        ("1", 20, 101, 3),
    ]


def test_a_page_without_words_misses_none() -> None:
    assert missed(np.zeros((50, 50), dtype=np.uint8), []) == []
