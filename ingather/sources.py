"""Which files a run reads, and the name each has in every table."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PASSED_OVER = re.compile(
    r"\.|~\$|.*\.(?:tmp|temp|part|partial|crdownload|download|swp)$|.*~$|(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
"""Hidden files, Office's lock files, downloads under way, editors' leavings, and what file managers drop."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: where it is, and its path relative to the common parent of the inputs, as the tables show it.

    `inside` leads to a file within a zip: its entry's name, and for a zip in a zip the names from the outermost in.
    `barred` says why it is listed and not opened: `link` (it leads outside the inputs) or `folder` (it cannot be read).
    """

    path: Path
    name: str
    inside: tuple[str, ...] = ()
    barred: str = ""


def find_inputs(paths: Sequence[Path], output: Path) -> tuple[Input, ...]:
    """Every file under the paths, in order of name; the output folder and links to folders are passed over.

    Names use "/" between parts, are in Unicode NFC, and show bytes that are no text as escapes.
    """
    out = real(output)
    tops = [real(p) for p in paths]
    parent = common_parent(paths)
    files = {found for top in tops for found in _files_under(top, out, tops)}
    return tuple(sorted((Input(f, _name(f, parent), (), why) for f, why in files), key=lambda i: (i.name, str(i.path))))


def common_parent(paths: Sequence[Path]) -> Path | None:
    """The folder that all names are told from; None where the paths stand on several drives."""
    tops = [real(p) for p in paths]
    parents = [p if p.is_dir() else p.parent for p in tops]
    return Path(os.path.commonpath(parents)) if _one_drive(parents) else None


def inside_zip(archive: Input, entry: str) -> Input | None:
    """A file within a zip as an input of its own; None for what is passed over in folders too."""
    parts = [p for p in entry.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    if not parts or is_passed_over(parts[-1]) or any(_is_hidden(p) for p in parts):
        return None
    name = unicodedata.normalize("NFC", "/".join(parts).encode("utf-8", "backslashreplace").decode())
    return Input(archive.path, f"{archive.name}/{name}", (*archive.inside, entry))


def is_passed_over(name: str) -> bool:
    """Whether a file of this name is never a document: hidden, temporary, a lock or a leaving."""
    return bool(_PASSED_OVER.match(name))


def real(path: Path) -> Path:
    """The path with every link resolved."""
    return Path(os.path.realpath(path))


def _one_drive(parents: Sequence[Path]) -> bool:
    return len({p.anchor for p in parents}) == 1


def _files_under(top: Path, output: Path, tops: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with why it is barred, if it is."""
    if top.is_file():
        yield top, ""
        return
    shut: list[Path] = []
    for folder, names, files in os.walk(top, onerror=lambda error: shut.append(Path(error.filename))):
        here = Path(folder)
        names[:] = sorted(
            n for n in names if not _is_hidden(n) and real(here / n) != output and not _is_output(here / n)
        )
        yield from _files_in(here, files, tops)
    yield from ((folder, "folder") for folder in shut)


def _files_in(folder: Path, names: Sequence[str], tops: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    for path in (folder / name for name in names if not is_passed_over(name)):
        if _may_be_file(path):
            outside = path.is_symlink() and not any(real(path).is_relative_to(top) for top in tops)
            yield path, "link" if outside else ""


def _is_output(folder: Path) -> bool:
    """Whether an earlier run wrote this folder: its tables are no plans."""
    return (folder / "action-plans.xlsx").is_file() and (folder / "actions.csv").is_file()


def _is_hidden(folder: str) -> bool:
    return folder.startswith(".") or folder == "__MACOSX"


def _may_be_file(path: Path) -> bool:
    """False for pipes, devices, sockets and links to nowhere; what cannot be looked at is listed, not lost."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _name(path: Path, parent: Path | None) -> str:
    drive = "" if parent else path.anchor.strip(":\\/")
    relative = path.relative_to(parent) if parent else Path(drive, *path.relative_to(path.anchor).parts)
    text = relative.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)
