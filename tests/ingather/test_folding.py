"""What a terminal shows is folded to its width; what goes elsewhere stays on one line."""

from __future__ import annotations

import io
import shutil
import sys
from os import terminal_size

import pytest

from ingather.folding import columns, complain

LONG = "scan.pdf: The pages are pictures. Run ingather again with --ocr, which recognises the text of pictures."


class Terminal(io.StringIO):
    """A terminal of forty letters."""

    def isatty(self) -> bool:
        return True


def test_a_complaint_is_folded_to_the_terminal_it_goes_to(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: terminal_size((40, 20)))
    complain(LONG)
    lines = shown.getvalue().splitlines()
    assert len(lines) > 2 and max(map(len, lines)) <= 40
    assert " ".join(line.strip() for line in lines) == LONG


def test_a_complaint_that_goes_to_a_file_stays_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stderr", kept)
    complain(LONG)
    assert kept.getvalue() == f"{LONG}\n" and columns(kept) == 0
