"""What stands in the output folder when a run begins: analysts' edits of the workbook, and the rows last written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from export.errors import output_error
from export.model import Own
from export.readback.edits import Edits, read_folder
from export.readback.settling import Settled, settle_all
from export.snapshot import Snapshot, earlier, latest
from ingather.correcting import add_all, load
from normalise.compare import Change, compare
from normalise.meant import described
from normalise.rows import Row


@dataclass(frozen=True, slots=True)
class Standing:
    """The edits still to be read back, earliest saved first, what the run before wrote, and the one before that."""

    edits: tuple[Edits, ...] = ()
    before: Snapshot | None = None
    earlier: Snapshot | None = None

    def settled(self, actions: Sequence[Row]) -> Settled:
        """The edits brought to the rows of this run: corrections to keep, doubts, and columns of the analysts' own."""
        return settle_all(self.edits, actions) if self.edits else Settled((), (), Own())

    def behind(self, name: str) -> Standing:
        """What a run is compared with whose snapshot has this id: where that stands already, with the run before it.

        So a run that was killed at its very end, or done twice, writes what it would have written once.
        """
        return replace(self, before=self.earlier) if self.before and self.before.id == name else self

    def changes(self, actions: Sequence[Row]) -> tuple[Change, ...] | None:
        """What differs from the run before, None where there was none."""
        return compare(self.before.actions, actions) if self.before else None


def look_back(out: Path) -> Standing:
    """What stands in the output folder. Raises OutputError where a workbook cannot be read, so that no edit is lost."""
    return Standing(read_folder(out), latest(out), earlier(out))


def keep_edits(settled: Settled, corrections: Path, actions: Sequence[Row]) -> bool:
    """Add the edits to the corrections, with what stands around their actions; whether there were any.

    `actions` are the rows that the edits were brought to. Raises OutputError.
    """
    try:
        if settled.corrections:
            add_all(corrections, described(settled.corrections, actions, load(corrections)))
    except OSError as error:
        raise output_error(corrections, error) from error
    return bool(settled.corrections)


def way_to(parent: Path | None, out: Path) -> str:
    """The way from the output folder to the inputs' common parent with "/" between parts, "" where there is none."""
    if parent is None or parent.anchor != Path(os.path.realpath(out)).anchor:
        return ""
    return Path(os.path.relpath(parent, os.path.realpath(out))).as_posix()
