"""What the program was when it read: a hash over a room's source, its data files and the libraries it reads with.

Anything that could change a result changes the hash, so nothing stored ever has to be invalidated.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_HOUSE = Path(__file__).parent.parent
_READING = (
    "charset-normalizer",
    "lxml",
    "msdoc2docx",
    "numpy",
    "onnxruntime",
    "pdfminer.six",
    "pdfplumber",
    "pikepdf",
    "pypdfium2",
    "xlrd",
)
_UNDERSTANDING = ("rapidfuzz",)
_CONVERTING = ("coding.py", "packing.py", "pipeline.py", "results.py", "pools/work.py")


@cache
def reader_version() -> str:
    """Changes with anything that can change a document as read."""
    return _hash([_HOUSE / "ingest", _HOUSE / "ingather" / "office"], _READING)


@cache
def rules_version() -> str:
    """Changes with anything that can change what a document is understood to say."""
    return _hash([_HOUSE / "normalise", *(_HOUSE / "ingather" / name for name in _CONVERTING)], _UNDERSTANDING)


@cache
def program_version() -> str:
    """Changes with anything that can change what is written."""
    return _hash([_HOUSE / "export", _HOUSE / "ingather"], ("pandas", "pandera", "xlsxwriter"))


def _hash(places: Sequence[Path], libraries: Sequence[str]) -> str:
    digest = hashlib.sha256(repr((sys.version_info[:3], [(n, _version(n)) for n in libraries])).encode())
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.name.encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
