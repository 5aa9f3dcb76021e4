"""The results of a run put into the output folder: tables, what changed, what analysts added, names shown or not."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from export import notices, write_all
from export.errors import output_error
from export.model import About, Export, WriteOptions
from export.readback.settling import Settled
from export.redaction import Names, redact
from ingather import __version__
from ingather.gathering import tables_of, with_review
from ingather.pools import Setting
from ingather.results import Result
from ingather.standing import Standing, way_to
from normalise.rows import Row


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how to write: the folder, the common parent of the inputs and their names, what people are shown as."""

    out: Path
    parent: Path | None
    inputs: tuple[str, ...]
    write: WriteOptions
    names: Names = field(default_factory=Names)


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: the tables, and the files."""

    tables: dict[str, Sequence[Row]]
    written: tuple[Path, ...]


class HalfWritten(KeyboardInterrupt):
    """Interrupted from the keyboard while the results were written."""


def prepare(out: Path) -> None:
    """Make the output folder and see that it can be written, before hours of reading. Raises OutputError."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=out).close()
    except OSError as error:
        raise output_error(out, error) from error


def publish(
    results: Sequence[Result], setting: Setting, place: Place, standing: Standing, settled: Settled
) -> Published:
    """Write every output. Raises OutputError where one cannot be written."""
    tables = with_review(tables_of(results), settled.review)
    about = About(
        __version__, setting.options.as_of, place.inputs, way_to(place.parent, place.out),
        tuple(c.id for c in setting.corrections.lines),
    )  # fmt: skip
    before = standing.before
    made = Export(tables, about, standing.changes(tables["actions"]), settled.own, before.as_of if before else None)
    shown = redact(made, place.names, before.actions if before else ())
    written = _write(shown, place)
    for notice in notices(written, place.out):
        print(notice, file=sys.stderr)
    return Published(tables, written)


def _write(shown: Export, place: Place) -> tuple[Path, ...]:
    try:
        return write_all(shown, place.out, place.write)
    except OSError as error:
        raise output_error(place.out, error) from error
    except KeyboardInterrupt:
        raise HalfWritten from None
