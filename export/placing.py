"""Putting a finished file in its place at once, so that nobody ever opens half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from export.errors import output_error


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Give a temporary path in the same folder, which takes the place of `path` when the block ends well.

    The old file stays whole until then, and stays if anything fails. Raises OutputError when the folder cannot be
    written, the disk is full, or another program holds the file.
    """
    with placed_or_beside(path, ()) as placing:
        yield placing.part


@dataclass(slots=True)
class Placing:
    """A file being written: the temporary path, and the path it stands at once it is finished."""

    part: Path
    path: Path


@contextmanager
def placed_or_beside(path: Path, spare: Sequence[Path]) -> Iterator[Placing]:
    """Like `placed`, but where another program holds the file the new one takes the first spare path that is free.

    Excel holds every workbook it has open: on Windows such a file can be neither written nor replaced.
    """
    placing = Placing(_temporary(path), path)
    try:
        yield placing
        _sync(placing.part)
        placing.path = _settle(placing.part, path, spare)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        placing.part.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise output_error(path, error) from error
    os.close(handle)
    return Path(name)


def _settle(part: Path, path: Path, spare: Sequence[Path]) -> Path:
    try:
        part.replace(path)
    except PermissionError:
        # The folder lets files be made, or there would be no temporary one: it is this file that is held.
        if not spare:
            raise
        return _settle(part, spare[0], spare[1:])
    _sync_folder(path.parent)
    return path


def _sync(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.chmod(0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder, and some network drives cannot sync one; the file itself is already safe.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
