"""What stands in a time cell and is no part of its dates: the numbers of a list."""

from __future__ import annotations

import re

_LISTED = re.compile(r"(?m)^[^\S\n]*([0-9]{1,2})\.(?=[^\S\n]+[^\W\d_])")


def without_list_numbers(text: str) -> str:
    """The text with spaces for the numbers of its lines (`1. Jan`, `2. Feb`), where they count up from 1.

    A single such line is a day of a month, as are days that do not count up.
    """
    if "\n" not in text:
        return text
    numbers = [int(match[1]) for match in _LISTED.finditer(text)]
    counted = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return _LISTED.sub(_blank, text) if counted else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
