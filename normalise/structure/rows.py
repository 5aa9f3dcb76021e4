"""What a row of a table can be."""

from __future__ import annotations

from dataclasses import dataclass

WHY_LEFT = {
    "prose": "a row of prose that spans the table",
    "total": "a total row",
    "nothing": "a row that says there is no action",
    "template": "a row with no action text",
    "section": "a row with no action text",
    "theme": "a section title with no action directly under it",
    "more": "a row with no action text",
}
"""Why a row of each of these kinds became no action."""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row (index) of a table and what it is.

    Its kind is header, theme, prose, section, blank, action, more, beneath or one of WHY_LEFT. `more` continues the
    action above it, `beneath` tells of it after a label, across the table. `text` is the theme's or prose's text;
    `guessed` is true where a row was told by the rows around it alone. `numbered` is true of a title whose number
    those of the rows below go on from, and of the first action whose number no longer does.
    """

    row: int
    kind: str
    text: str = ""
    guessed: bool = False
    numbered: bool = False


def field_columns(fields: tuple[str, ...], *names: str) -> list[int]:
    """The columns (indices) that hold any of these fields."""
    return [i for i, field in enumerate(fields) if field in names]
