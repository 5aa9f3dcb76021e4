"""Characters of symbol fonts, given as the Unicode signs they look like."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_SIGN = re.compile("[\uf000-\uf0ff]")
BULLET = "•"
_TELLING = "✓✔✗✘☐☑☒"
_SWATCH = re.compile("[\u2580-\u259f\\s]+")


def symbol(code: int, font: str) -> str:
    """The sign a symbol font shows for a character code; a character of another font is itself.

    Ticks, crosses, boxes, arrows and bullets have their signs in symbols.toml; the rest of a symbol font is "•".
    """
    low = code - 0xF000 if code in _PRIVATE else code
    signs = _signs().get(font.casefold())
    if signs is not None:
        return signs.get(low, BULLET)
    if code in _PRIVATE:
        return _any_font().get(low, BULLET)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


def is_swatch(text: str) -> bool:
    """Whether a text draws a patch with block characters: no words where it is coloured, a redaction where black."""
    return _SWATCH.fullmatch(text) is not None


def signs(text: str, font: str) -> str:
    """Text typed in a symbol font, as signs; words that merely stand in such a font stay words."""
    table = _signs().get(font.casefold(), {}) if font else {}
    short = len(text.strip()) <= 2
    return "".join(
        symbol(ord(c), font) if ord(c) in _PRIVATE else table.get(ord(c), c) if short or ord(c) > 127 else c
        for c in text
    )


def has_private(text: str) -> bool:
    """Whether a text holds characters that only a symbol font shows."""
    return _PRIVATE_SIGN.search(text) is not None


def is_symbol_font(font: str) -> bool:
    """Whether a font shows signs in place of letters."""
    return font.casefold() in _signs()


def bullet(text: str, font: str) -> str:
    """The mark of a bulleted list: "•", unless the bullet itself says something, as a tick or a box does."""
    shown = signs(text, font)
    return shown if shown and shown in _TELLING else BULLET if shown.strip() else ""


@cache
def _signs() -> dict[str, dict[int, str]]:
    data = tomllib.loads(files(__package__).joinpath("symbols.toml").read_text(encoding="utf-8"))
    return {font.casefold(): {int(code, 16): sign for code, sign in table.items()} for font, table in data.items()}


def _any_font() -> dict[int, str]:
    """What a private-use character most likely is where its font is not told: Wingdings is the commonest by far."""
    return _signs()["wingdings"]
