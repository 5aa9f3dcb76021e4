"""Words by Tesseract, a program of its own: fed the picture, asked for a table of words."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterator

from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.words import PageTooSlow, Word

_WORD = "5"
_SPARSE = "11"
"""Find as much text as possible in no order: tables have no columns of prose to follow."""


def recognise(grey: Pixels, dots: float, seconds: float) -> list[Word]:
    """The words of a picture of so many dots an inch. Raises PageTooSlow."""
    program = shutil.which("tesseract") or "tesseract"
    command = [
        program, "stdin", "stdout", "--psm", _SPARSE, "--dpi", str(round(dots)), "-l", "eng",
        "-c", "tessedit_do_invert=0", "tsv",
    ]  # fmt: skip
    try:
        # One thread, so that what it takes on the clock is no less than what it takes of the processor.
        said = subprocess.run(
            command, input=_picture(grey), capture_output=True, check=True, timeout=seconds,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise PageTooSlow from error
    return list(_words(said.stdout.decode("utf-8", "replace")))


def _picture(grey: Pixels) -> bytes:
    """A portable greymap, the plainest of the formats that it reads."""
    high, wide = grey.shape
    return b"P5 %d %d 255\n" % (wide, high) + grey.tobytes()


def _words(table: str) -> Iterator[Word]:
    lines: dict[tuple[str, str, str], int] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] == _WORD and text:
            left, top, wide, high = (int(row[name]) for name in ("left", "top", "width", "height"))
            line = lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), len(lines))
            yield Word(text, left, top, left + wide, top + high, max(float(row["conf"]), 0.0) / 100, line)
