"""Text to a value of a column's type: the other way round from writing a CSV cell."""

from __future__ import annotations

import math
from datetime import date

from normalise.schema import Field

Typed = str | int | float | bool | date | tuple[str, ...] | None


def typed(field: Field, text: str) -> Typed:
    """The value that a text stands for in this column; empty is unknown. Raises ValueError where it is none."""
    if field.listed:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if field.codes and text and text not in field.codes:
        raise ValueError(f"“{text}” is not one of {', '.join(field.codes)}")
    if field.type == "array":
        raise ValueError(f"{field.name} cannot be given as text")
    if field.type == "string":
        return text
    return _plain(field.type, text) if text else None


def _plain(kind: str, text: str) -> Typed:
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "integer":
        return int(text)
    if kind == "boolean":
        return {"true": True, "false": False}[text.lower()] if text.lower() in ("true", "false") else bool(int(text))
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is no number to reckon with")
    return number
