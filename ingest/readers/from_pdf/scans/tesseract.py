"""Words by Tesseract, a program of its own: fed the picture, asked for a table of words."""

from __future__ import annotations

import csv
import io
import math
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from ingest.readers.from_pdf.scans.missed import missed, restored, sheet
from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.words import PageTooSlow, Picture, Word, worked

_WORD = "5"
_SPARSE = "11"
"""Find as much text as possible in no order: tables have no columns of prose to follow."""
_LINES = "6"
"""Take the picture for lines one beneath the other: however short, none is left out."""
_PATIENCE = 3
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None


def recognise(picture: Picture, seconds: float) -> list[Word]:
    """The words of a picture, in a second look also those that stand alone. Raises PageTooSlow."""
    began = worked()
    words = _read(picture, _SPARSE, seconds)
    pieces = missed(picture.grey, words)
    if not pieces:
        return words
    made = sheet(picture.grey, pieces)
    again = _read(replace(picture, grey=made.grey), _LINES, max(seconds - worked() + began, 1.0))
    return [*words, *restored(again, made, pieces, max(word.line for word in words) + 1)]


def _read(picture: Picture, layout: str, seconds: float) -> list[Word]:
    program = shutil.which("tesseract") or "tesseract"
    command = [
        program, "stdin", "stdout", "--psm", layout, "--dpi", str(round(picture.dots)), "-l", "eng",
        "-c", "tessedit_do_invert=0", "tsv",
    ]  # fmt: skip
    # One thread, and as much time on the clock as a busy computer may need where the work itself cannot be bounded.
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    ) as running:  # fmt: skip
        try:
            _bound(running.pid, seconds)
            said, _ = running.communicate(_greymap(picture.grey), timeout=_PATIENCE * seconds)
        except subprocess.TimeoutExpired as error:
            running.kill()
            raise PageTooSlow from error
        except BaseException:
            running.kill()
            raise
    if running.returncode == _OUT_OF_TIME:
        raise PageTooSlow
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return list(_words(said.decode("utf-8", "replace")))


def _bound(program: int, seconds: float) -> None:
    """Let the system end a program that has worked for so many seconds, where it can."""
    if sys.platform == "linux":
        import resource

        _, most = resource.prlimit(program, resource.RLIMIT_CPU)
        wanted = max(math.ceil(seconds), 1)
        least = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.prlimit(program, resource.RLIMIT_CPU, (least, most))


def _greymap(grey: Pixels) -> bytes:
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
