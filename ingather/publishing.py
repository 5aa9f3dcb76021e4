"""The results of a run put into the output folder: tables, what changed, what analysts added, names shown or not."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from export import leftovers, notices, write_all
from export.errors import output_error
from export.model import About, Export, WriteOptions
from export.readback.settling import Settled
from export.redaction import Names, redact
from export.remarks import clear_remarks, has_remarks, keep_remarks, remarks
from export.snapshot import identity
from ingather import __version__
from ingather.correctable import as_typed
from ingather.folding import complain
from ingather.gathering import tables_of, with_review
from ingather.pools import Setting
from ingather.results import Result
from ingather.standing import Standing, way_to
from normalise.astray import astray, unmatched
from normalise.rows import Row


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how to write: the folder, the common parent of the inputs and their names, what people are shown as.

    `root` is the address that the names are told from, of inputs in object storage.
    """

    out: Path
    parent: Path | None
    inputs: tuple[str, ...]
    write: WriteOptions
    names: Names = field(default_factory=Names)
    root: str = ""


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
    tables = tables_of(results)
    for sentence in astray(setting.corrections, tables, as_typed(place.out)):
        print(sentence, file=sys.stderr)  # whole, for the command at its end is to be copied
    tables = with_review(tables, unmatched(setting.corrections, tables))
    about = About(
        __version__, setting.options.as_of, place.inputs, place.root or way_to(place.parent, place.out),
        tuple(c.id for c in setting.corrections.lines),
    )  # fmt: skip
    made = Export(tables, about, own=settled.own)
    name = _identity(made, place, standing, settled)
    made = replace(made, tables=with_review(tables, _remarks(place, name, settled)))
    shown = _shown(made, place.names, standing.behind(name))
    written = _write(shown, place, name)
    for notice in (*notices(written, place.out), *_named(written, place)):
        complain(notice)
    return Published(dict(shown.tables), written)


def _identity(made: Export, place: Place, standing: Standing, settled: Settled) -> str:
    """The id that the snapshot of this run has, where it may have been written before or there is something to keep."""
    before = standing.before
    same_length = before is not None and len(before.actions) == len(made.tables["actions"])
    if not (same_length or settled.review or has_remarks(place.out)):
        return ""
    shown = redact(made, place.names)
    return identity(shown.tables["actions"], shown.about)


def _remarks(place: Place, name: str, settled: Settled) -> Sequence[Row]:
    """What is to be said of edits: those read now, or those of the very same run when it was killed."""
    if settled.review and place.names.how == "keep":
        keep_remarks(place.out, name, settled.review)
    return settled.review or (remarks(place.out, name) if name else ())


def _shown(made: Export, names: Names, standing: Standing) -> Export:
    """The export with what changed since the run before, and people as they are to be shown.

    Two runs are compared as both were written, or both as read: names that one of them hides are no change.
    """
    before = standing.before
    if before is None:
        return redact(made, names)
    if before.names == "keep":
        compared = replace(made, changes=standing.changes(made.tables["actions"]))
        return redact(compared, names, before.actions)
    shown = redact(made, names)
    alike = before.names == names.how
    return replace(shown, changes=standing.changes(shown.tables["actions"]) if alike else None)


def _named(written: Sequence[Path], place: Place) -> tuple[str, ...]:
    """Where names are hidden: what else stands in the folder and may show them."""
    left = leftovers(written, place.out) if place.names.how != "keep" else ()
    if not left:
        return ()
    return (
        f"These stand in {place.out} from earlier runs and may hold names: {', '.join(left)}. Delete them, or give"
        " what you share a folder of its own with --out.",
    )


def _write(shown: Export, place: Place, name: str) -> tuple[Path, ...]:
    try:
        written = write_all(shown, place.out, place.write)
        if name:
            clear_remarks(place.out, name)
        return written
    except OSError as error:
        raise output_error(place.out, error) from error
    except KeyboardInterrupt:
        raise HalfWritten from None
