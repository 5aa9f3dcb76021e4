"""Which files a run reads, and the name each has in every table."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingather.naming import readable, told_apart
from ingather.remote.addresses import Remote

_PASSED_OVER = re.compile(
    r"\.|~\$|.*\.(?:tmp|temp|part|partial|crdownload|download|swp)$|.*~$|(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
"""Hidden files, Office's lock files, downloads under way, editors' leavings, and what file managers drop."""

_PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: where it is, and its path relative to the common parent of the inputs, as the tables show it.

    Where it is stands there as text: a `Path` takes five times the memory, and there may be millions.

    `inside` leads to a file within a zip: its entry's name, and for a zip in a zip the names from the outermost in.
    `barred` says why it is listed and not opened: `folder` (it cannot be read), `link` and `link-folder` (they lead
    outside the inputs), `nowhere` (a link to nothing), `device` (a pipe, socket or device). `folder` is the name of the
    first folder below the path given that it lies in; of a file that lies in none, the name of the path given itself.
    `remote` is the file in object storage, where it stands in one.
    """

    path: str
    name: str
    inside: tuple[str, ...] = ()
    barred: str = ""
    folder: str = ""
    remote: Remote | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The files under some paths, in order of name, and how many hidden, temporary and lock files were passed over."""

    inputs: tuple[Input, ...]
    passed_over: int


def find_inputs(paths: Sequence[Path], output: Path) -> tuple[Input, ...]:
    """Every file under the paths, as `look_through` gives them."""
    return look_through(paths, output).inputs


def look_through(paths: Sequence[Path], output: Path) -> Found:
    """Every file under the paths; the output folder and links to folders within the paths are left out.

    Names use "/" between parts, are in Unicode NFC, show bytes that are no text as escapes, and no two are the same.
    """
    out = real(output)
    tops = [real(p) for p in paths]
    found = {each for top in tops for each in _files_under(top, out, tops)}
    files = [(path, barred) for path, barred in found if barred != _PASSED]
    inputs = (replace(i, folder=_first_folder(Path(i.path), tops)) for i in _named(files, common_parent(paths)))
    return Found(tuple(inputs), len(found) - len(files))


def _named(files: Sequence[tuple[Path, str]], parent: Path | None) -> tuple[Input, ...]:
    inputs = sorted((Input(str(f), _name(f, parent), (), why) for f, why in files), key=lambda i: (i.name, i.path))
    return tuple(replace(i, name=n) for i, n in zip(inputs, told_apart(i.name for i in inputs), strict=True))


def _first_folder(path: Path, tops: Sequence[Path]) -> str:
    for top in tops:
        if path.is_relative_to(top):
            below = path.relative_to(top).parts
            return readable(below[0] if len(below) > 1 else top.name if below else top.parent.name)
    return ""


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
    name = f"{archive.name}/{readable('/'.join(parts))}"
    return replace(archive, name=name, inside=(*archive.inside, entry))


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
        yield from ((here / n, "link-folder") for n in names if _leads_out(here / n, tops))
    yield from ((folder, "folder") for folder in shut)


def _files_in(folder: Path, names: Sequence[str], tops: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    for name in names:
        path = folder / name
        if is_passed_over(name):
            yield path, _PASSED
        else:
            yield path, _barred(path, tops)


def _is_output(folder: Path) -> bool:
    """Whether an earlier run wrote this folder: its tables are no plans."""
    try:
        return (folder / "action-plans.xlsx").is_file() and (folder / "actions.csv").is_file()
    except PermissionError:  # it is listed as a folder that cannot be opened
        return False


def _is_hidden(folder: str) -> bool:
    return folder.startswith(".") or folder == "__MACOSX"


def _leads_out(path: Path, tops: Sequence[Path]) -> bool:
    """Whether a link leads to something outside the inputs."""
    return path.is_symlink() and not any(real(path).is_relative_to(top) for top in tops)


def _barred(path: Path, tops: Sequence[Path]) -> str:
    """Why what stands there is not opened, "" where it is a file or cannot be looked at."""
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return ""
    except OSError:
        return "nowhere" if path.is_symlink() else ""
    if _leads_out(path, tops):
        return "link"
    return "" if is_file else "device"


def _name(path: Path, parent: Path | None) -> str:
    drive = "" if parent else path.anchor.strip(":\\/")
    relative = path.relative_to(parent) if parent else Path(drive, *path.relative_to(path.anchor).parts)
    return readable(relative.as_posix())
