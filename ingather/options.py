"""What one run was asked to do, as values: made by the command line, handed to every room that needs a part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ingest.limits import Limits


@dataclass(frozen=True, slots=True)
class Options:
    """`as_of` is the day that due dates are judged against.

    `council_from` is "folder" where the folders are named after the councils, "" where documents say whose they are.
    `office` is the LibreOffice that reads old Word files and RTF, by name and version, "" where ingather does.
    """

    as_of: date
    limits: Limits = field(default_factory=Limits)
    office: str = ""
    council_from: str = ""
