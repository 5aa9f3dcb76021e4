"""`--ocr`: what is said without anything that recognises text, what the store holds apart, how much time scans get."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ingather.cli import main
from ingather.pools.allowance import Allowance
from ingather.store import document_key
from ingest import recognition
from ingest.limits import Limits
from tests.ingest.readers.from_pdf.scans.scanner import claiming


@pytest.mark.parametrize("command", ["tables", "explain"])
def test_without_an_engine_one_sentence_says_how_to_install_one(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "engine", lambda: "")
    file = tmp_path / "plan.txt"
    file.write_text("Plant trees")
    said = CliRunner().invoke(main, [command, str(file), "--ocr"])
    assert said.exit_code == 2
    assert "pip install '.[ocr]'" in said.output


def test_without_the_option_a_scan_is_refused_with_advice(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(claiming(1_000, 1_000))
    said = CliRunner().invoke(main, ["tables", str(file)])
    assert said.exit_code == 1
    assert "--ocr" in said.output


def test_what_was_recognised_is_stored_apart_from_what_was_read() -> None:
    keys = {document_key("ab", Limits(ocr=engine)) for engine in ("", "tesseract 5.3.0", "rapidocr 3.10.0")}
    assert len(keys) == 3


def test_each_scanned_page_adds_its_time_up_to_an_hour() -> None:
    assert Allowance().for_pages(3, scans=2).seconds == Allowance().for_pages(3).seconds + 160
    assert Allowance().for_pages(30, overlaid=30).seconds == Allowance().for_pages(30).seconds + 60
    assert Allowance().for_pages(9_000, scans=9_000).seconds <= 3_720
