"""`ingather tables --picture` draws what was found, and says plainly where it cannot."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from ingather.cli import main

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def drawn(name: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["tables", str(SAMPLES / name), *more])


def test_a_page_is_drawn_as_png(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    assert drawn("ruled-pages.pdf", "--picture", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG\r\n")


def test_a_page_that_is_not_there_and_a_word_file_get_a_sentence(tmp_path: Path) -> None:
    out = str(tmp_path / "page.png")
    missing = drawn("ruled-pages.pdf", "--picture", out, "--page", "99")
    assert (missing.exit_code, "There is no page 99" in missing.output) == (2, True)
    word = drawn("plain-table.docx", "--picture", out)
    assert (word.exit_code, "PDF files only" in word.output) == (2, True)
