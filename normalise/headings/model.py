"""A column of a table as headings are decided on it, and the decision."""

from __future__ import annotations

from dataclasses import dataclass

LINE = 0.9
"""Decisions less sure than this belong before a person, with the two likeliest fields named."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading as written and the distinct texts of its cells in document order.

    The heading may be blank and may hold newlines; where the header has several rows the group's heading stands
    first, then a newline.
    """

    heading: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """Which field a column holds, how that was found and how sure it is (0–1).

    `field` is a name of the field list, "other" where none fits, or "" for a column that is blank throughout.
    `second` is the runner-up; `also` a second field the column holds as well; `why` the reason in words.
    """

    field: str
    how: str
    confidence: float
    second: str = ""
    why: str = ""
    also: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < LINE
