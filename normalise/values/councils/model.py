"""What is known of a document when its council is sought, and what is found."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Note


@dataclass(frozen=True, slots=True)
class CouncilTexts:
    """The texts that may name the council; `file` and `folder` as in the source's path, `year` the plan's first."""

    title: str
    headings: tuple[str, ...]
    file: str
    folder: str
    prose: tuple[str, ...]
    cells: tuple[str, ...]
    year: int | None


@dataclass(frozen=True, slots=True)
class CouncilFound:
    """The authority that owns a plan: official name, GSS code, official name of what followed it; "" for none."""

    name: str = ""
    code: str = ""
    successor: str = ""
    notes: tuple[Note, ...] = ()
