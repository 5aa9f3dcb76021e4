"""What can recognise the text of a picture on this computer: a library that brings its models, or a program."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version

RAPIDOCR, TESSERACT = "rapidocr", "tesseract"
_ANSWER_WITHIN = 20
LATE = "were not recognised within"
"""What the note on a page says that took too long, which another run may have time for."""


def engine() -> str:
    """The better of those that are installed, with its version ("rapidocr 3.10.0"); "" where there is none.

    On noisy scans of 200 dots an inch RapidOCR misreads fewer words than Tesseract, for several times the work.
    """
    return rapidocr() or tesseract()


def rapidocr() -> str:
    """The library and its version; "" where it or what runs its models is missing."""
    try:
        version("onnxruntime")
        return f"{RAPIDOCR} {version('rapidocr')}"
    except PackageNotFoundError:
        return ""


def tesseract() -> str:
    """The program and its version; "" where it is missing, does not answer or has not learned English."""
    words = _answer("--version")
    return f"{TESSERACT} {words[1]}" if len(words) > 1 and "eng" in _answer("--list-langs") else ""


def _answer(asked: str) -> list[str]:
    """What the program says of itself, word by word; nothing where it cannot be asked."""
    program = shutil.which(TESSERACT)
    if program is None:
        return []
    try:
        said = subprocess.run([program, asked], capture_output=True, text=True, timeout=_ANSWER_WITHIN, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return (said.stdout or said.stderr).split()
