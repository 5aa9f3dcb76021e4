"""Colours as PDF's operators name them → RRGGBB."""

from __future__ import annotations


def colour(said: object) -> str:
    """RRGGBB of grey, red-green-blue or cyan-magenta-yellow-black parts from 0 to 1; "" for patterns."""
    parts = said if isinstance(said, (tuple, list)) else (said,)
    numbers = [min(max(float(part), 0.0), 1.0) for part in parts if isinstance(part, (int, float))]
    if len(numbers) != len(parts):
        return ""
    match numbers:
        case [grey]:
            shades = [grey, grey, grey]
        case [_, _, _]:
            shades = numbers
        case [cyan, magenta, yellow, black]:
            shades = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
        case _:
            return ""
    return "".join(f"{round(255 * shade):02X}" for shade in shades)
