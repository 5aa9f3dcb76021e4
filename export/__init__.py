"""Plans in, files out: workbook, CSV, data package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast

from export import writers
from export.errors import OutputError, output_error
from export.model import About, Export, Own, WriteOptions
from export.snapshot import named_by, point

__all__ = ["About", "Export", "OutputError", "Own", "WriteOptions", "leftovers", "notices", "write_all", "writer_names"]

_TOGETHER = {"csv": ("csv", "datapackage"), "csvw": ("csv", "datapackage", "csvw")}
"""What a format is written with, in order: some files describe the CSV files that stand beside them."""


_RESULTS = ("*.xlsx", "*.csv", "*.json", "*.jsonl", "*.parquet", "*.sqlite", "status.html")


class Writer(Protocol):
    """A module of `export.writers`, found by its name `to_NAME`."""

    def write(self, export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]: ...


def writer_names() -> tuple[str, ...]:
    """The formats that can be written, in alphabetical order."""
    names = (module.name for module in pkgutil.iter_modules(writers.__path__))
    return tuple(sorted(name.removeprefix("to_") for name in names if name.startswith("to_")))


def write_all(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write every format asked for into `folder`, which is made if need be, and give the paths written.

    Raises OutputError where the folder or a file cannot be written, or a format is not known.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(folder, error) from error
    written = tuple(path for writer in _writers(options.formats) for path in writer.write(export, folder, options))
    _settle_snapshot(written, folder)
    return written


def _settle_snapshot(written: Sequence[Path], folder: Path) -> None:
    """Make the workbook's snapshot the latest, last of all: a run cut short leaves the one before to compare with."""
    book = folder / "action-plans.xlsx"
    for path in written:
        if path.suffix == ".xlsx":
            point(folder, named_by(path), book if path != book else None)


def notices(written: Sequence[Path], folder: Path) -> tuple[str, ...]:
    """What the user should be told about the files written, a sentence for each thing."""
    book = folder / "action-plans.xlsx"
    beside = [path.name for path in written if path.suffix == ".xlsx" and path != book]
    return tuple(
        f"{book.name} is open in another program, so the new workbook was written beside it as {name}."
        " Close the old one and run ingather again to have it under its own name."
        for name in beside
    )


def leftovers(written: Sequence[Path], folder: Path) -> tuple[str, ...]:
    """Names of results in the folder that an earlier run wrote and this one did not."""
    kept = {path.name for path in written} | {"corrections.jsonl"}
    found = {path.name for pattern in _RESULTS for path in folder.glob(pattern)}
    return tuple(sorted(found - kept))


def _writers(formats: tuple[str, ...]) -> Iterator[Writer]:
    known = writer_names()
    for name in dict.fromkeys(name for said in formats for name in _TOGETHER.get(said, (said,))):
        if name not in known:
            raise OutputError(f"There is no format called {name}.", f"Choose from: {', '.join(known)}.")
        yield cast(Writer, importlib.import_module(f"export.writers.to_{name}"))
