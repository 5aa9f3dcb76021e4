"""Which files a run reads, and the name each has in every table."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: where it is, and its path relative to the common parent of the inputs, as the tables show it."""

    path: Path
    name: str


def find_inputs(paths: Sequence[Path], output: Path) -> tuple[Input, ...]:
    """Every file under the paths, in order of name; the output folder and links to folders are passed over.

    Names use "/" between parts, are in Unicode NFC, and show bytes that are no text as escapes.
    """
    out = _real(output)
    tops = [_real(p) for p in paths]
    parents = [p if p.is_dir() else p.parent for p in tops]
    parent = Path(os.path.commonpath(parents)) if _one_drive(parents) else None
    files = {f for top in tops for f in _files_under(top, out)}
    return tuple(sorted((Input(f, _name(f, parent)) for f in files), key=lambda i: (i.name, str(i.path))))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _one_drive(parents: Sequence[Path]) -> bool:
    return len({p.anchor for p in parents}) == 1


def _files_under(top: Path, output: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
        return
    for folder, names, files in os.walk(top):
        here = Path(folder)
        names[:] = sorted(n for n in names if not n.startswith(".") and _real(here / n) != output)
        yield from (here / f for f in files if not f.startswith(".") and (here / f).is_file())


def _name(path: Path, parent: Path | None) -> str:
    relative = path.relative_to(parent) if parent else path.relative_to(path.anchor)
    text = relative.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)
