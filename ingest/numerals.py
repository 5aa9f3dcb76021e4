"""Numbers written the ways Word can number a list (ECMA-376 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_CHICAGO = "*†‡§"
_MOST_ROMAN = 4999
_MOST_LETTERS = 780  # thirty letters in a row, as far as Word goes


def numeral(value: int, style: str) -> str:
    """A number in a `w:numFmt` style; one that this does not know is written in digits, `none` as nothing."""
    writer = _WRITERS.get(style)
    return writer(value) if writer else str(value)


def _letters(value: int) -> str:
    """A to Z, then AA, BB … ZZ, then AAA: Word repeats the letter."""
    if not 1 <= value <= _MOST_LETTERS:
        return str(value)
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    if not 1 <= value <= _MOST_ROMAN:
        return str(value)
    written = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        written += sign * count
    return written


def _ordinal(value: int) -> str:
    teens = 10 <= value % 100 <= 20
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _words(value: int) -> str:
    if not 0 <= value < 1000:
        return str(value)
    if value >= 100:
        hundreds = f"{_UNITS[value // 100]} hundred"
        return hundreds if value % 100 == 0 else f"{hundreds} {_words(value % 100)}"
    if value < 20:
        return _UNITS[value]
    return _TENS[value // 10] if value % 10 == 0 else f"{_TENS[value // 10]}-{_UNITS[value % 10]}"


def _ordinal_words(value: int) -> str:
    words = _words(value)
    if words.isdigit():
        return _ordinal(value)
    head, joint, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
    ending = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + joint + ending


def _chicago(value: int) -> str:
    return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1) if 1 <= value <= 40 else str(value)


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
    "chicago": _chicago,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "none": lambda value: "",
    "bullet": lambda value: "",
}
