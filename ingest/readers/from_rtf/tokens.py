"""Rich Text Format cut into its tokens (RTF 1.9.1, "Basic entities")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.errors import Damaged

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.S
)


@dataclass(frozen=True, slots=True)
class Token:
    """A control word with its number, a byte, an opening or closing brace, or plain text; `kind` says which.

    Kinds are word, byte, open, close and text; a control symbol is a word of one sign.
    """

    kind: str
    text: str
    number: int | None = None


_OPEN, _CLOSE = Token("open", "{"), Token("close", "}")


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file, binary data passed over; raises `Damaged` where it would reach past the end."""
    text = data.decode("latin-1")
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        word, number, byte, symbol, brace, plain = found.groups()
        if plain is not None:
            yield Token("text", plain)
        elif brace:
            yield _OPEN if brace == "{" else _CLOSE
        elif word == "bin":
            at += max(int(number or 0), 0)
            if at > len(text):
                raise Damaged("a picture in it is cut short")
        elif word:
            yield Token("word", word, None if number is None else int(number))
        elif byte:
            yield Token("byte", byte, int(byte, 16))
        elif symbol:
            yield Token("word", symbol)
