"""What ingather runs on: versions, what else is installed under its names, outside programs, the store."""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

from ingather import __version__
from ingather.office.program import find_office
from ingather.store import MOST_BYTES, Store
from ingest import recognition

ROOMS = ("ingest", "normalise", "export", "ingather")
_LIBRARIES = ("lxml", "pikepdf", "pypdfium2", "pandera", "pandas", "xlsxwriter", "rapidfuzz", "msdoc2docx", "xlrd")
_OLDEST = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, in words; `trouble` where it stands in the way."""

    what: str
    said: str
    trouble: bool = False


def examine(store: Path) -> list[Finding]:
    """Look at everything; opens no document and no connection."""
    return [_python(), *_libraries(), *_owners(), *_limits(), *_programs(), *_ocr(), _kept(store)]


def _python() -> Finding:
    said = f"ingather {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return Finding("Program", said, sys.version_info < _OLDEST)


def _libraries() -> Iterator[Finding]:
    there: list[str] = []
    for name in _LIBRARIES:
        try:
            there.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Finding(name, "missing; install ingather again", trouble=True)
    yield Finding("Libraries", ", ".join(there))


def _owners() -> Iterator[Finding]:
    """Another distribution that installs a package under one of our four names hides ours, or ours hides it."""
    hidden = False
    for room in ROOMS:
        others = sorted({d.name for d in distributions() if d.name != "ingather" and room in _tops(d)})
        found = importlib.util.find_spec(room)
        ours = found is not None and Path(str(found.origin)).parent.parent == Path(__file__).parent.parent
        if others or not ours:
            whose = ", ".join(others) or str(found.origin if found else "nobody")
            said = f"{whose} has installed a part of this name too; install ingather in an environment of its own"
            yield Finding(room, said, trouble=True)
            hidden = True
    if not hidden:
        yield Finding("Parts", "all of ingather is there, and no other program has put its own in their place")


def _tops(distribution: object) -> set[str]:
    files = getattr(distribution, "files", None) or ()
    return {f.parts[0] for f in files if len(f.parts) > 1 and f.name == "__init__.py" and len(f.parts) == 2}


def _limits() -> Iterator[Finding]:
    if sys.platform == "linux":
        yield Finding("Limits", "no file can take more memory, work or time than allowed; the system sees to it")
    else:
        said = "no file can take more memory, work or time than allowed for long; ingather looks twice a second"
        yield Finding("Limits", said)


def _programs() -> Iterator[Finding]:
    office, use = find_office(), "reads old Word files with --office"
    yield Finding("LibreOffice", f"{office.program} ({use})" if office else f"not installed; not needed ({use})")


def _ocr() -> Iterator[Finding]:
    """What --ocr would use, and what else there is."""
    found = [name for name in (recognition.rapidocr(), recognition.tesseract()) if name]
    if found:
        yield Finding("Recognition", f"{found[0]} reads the text of scans with --ocr" + _besides(found[1:]))
    else:
        yield Finding("Recognition", "nothing to read scans with; the extra ocr or Tesseract would, with --ocr")


def _besides(others: Sequence[str]) -> str:
    return f"; not used: {', '.join(others)}" if others else ""


def _kept(folder: Path) -> Finding:
    size = Store(folder).size()
    return Finding("Store", f"{folder}: {size / 1e6:,.1f} of {MOST_BYTES / 1e6:,.0f} MB; may be deleted at any time")
