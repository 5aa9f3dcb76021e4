"""What a run that cannot go on says, and the exit code it ends with."""

from __future__ import annotations

from pathlib import Path

from export import OutputError
from ingather.remote.addresses import NotReached
from normalise.corrections import BadCorrection

USAGE, UNWRITTEN, STOPPED = 2, 3, 130
"""Exit codes: wrong usage; results that could not be written; interrupted from the keyboard, as shells have it."""

Trouble = tuple[str, int]


def no_corrections(path: Path, error: Exception, *, asked: bool) -> Trouble:
    """Corrections that cannot be used; `asked` where their file was named, else it is the output folder's own."""
    if isinstance(error, BadCorrection):
        return f"{error} Mend or remove that line of {path}, and run again.", USAGE
    if isinstance(error, OSError):
        advice = "Check that you may read it." if asked else "Give a folder of your own with --out."
        return f"{path} could not be read: {error.strerror or error}. {advice}", USAGE if asked else UNWRITTEN
    return f"{path} is not text in UTF-8. Save it again as UTF-8, or remove it, and run again.", USAGE


def not_reached(error: NotReached) -> Trouble:
    """An address that cannot be listed."""
    return str(error), USAGE


def no_cluster(address: str, error: Exception) -> Trouble:
    """A cluster that cannot be reached."""
    if isinstance(error, ImportError):
        return "Clusters need the extra: install ingather[cluster].", USAGE
    return f"No scheduler answers at {address}. Start one with: dask scheduler", USAGE


def not_written(error: OutputError) -> Trouble:
    """Results that could not be written."""
    return f"{error} {error.suggestion}", UNWRITTEN


def stopped(*, stored: bool, half_written: bool) -> Trouble:
    """A run that was interrupted; `stored` where what it read is kept, `half_written` where it was writing."""
    if half_written:
        said = "Stopped while the results were written: each file is whole, some are new and some of the run before."
        return f"{said} Run the same command again to have them all.", STOPPED
    again = "What was read is kept: run the same command again to go on." if stored else "Run it again."
    return f"Stopped; the results are as they were. {again}", STOPPED
