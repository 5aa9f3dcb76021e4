"""What a run said of analysts' edits, kept beside its snapshot: once its workbook stands, the edits are in no file any
more, and a run that was killed then and is done again has to say the same.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from export.encodable import encodable
from export.errors import output_error
from export.placing import placed
from export.snapshot import FOLDER
from normalise.rows import Row

_SUFFIX = ".said"


def keep_remarks(folder: Path, name: str, rows: Sequence[Row]) -> None:
    """Keep rows of review.csv for the run whose snapshot has this id. Raises OutputError."""
    place = folder / FOLDER
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise output_error(place, error) from error
    with placed(place / f"{name}{_SUFFIX}") as part:
        part.write_text(encodable(json.dumps(list(rows), ensure_ascii=False)), encoding="utf-8")


def remarks(folder: Path, name: str) -> tuple[Row, ...]:
    """The rows kept for the run whose snapshot has this id."""
    try:
        return tuple(json.loads((folder / FOLDER / f"{name}{_SUFFIX}").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return ()


def has_remarks(folder: Path) -> bool:
    """Whether any are kept."""
    return any((folder / FOLDER).glob(f"*{_SUFFIX}"))


def clear_remarks(folder: Path, name: str) -> None:
    """Drop what was kept for any other run. Raises OSError."""
    for path in (folder / FOLDER).glob(f"*{_SUFFIX}"):
        if path.stem != name:
            path.unlink(missing_ok=True)


def forget_remarks(folder: Path, source_file: str) -> None:
    """Drop what was said of a file's actions. Raises OutputError."""
    for path in (folder / FOLDER).glob(f"*{_SUFFIX}"):
        rows = remarks(folder, path.stem)
        keep_remarks(folder, path.stem, [r for r in rows if r["source_file"] != source_file])
