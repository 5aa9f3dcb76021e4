"""How a PDF writes the values of its dictionaries (ISO 32000-1, 7.3), as far as they can be read in one way alone.

What they say is written as in qpdf's JSON: a reference is the text "12 0 R", a name begins with a stroke, other text
with "u:"; but a number with a point is text too.
"""

from __future__ import annotations

import re
from typing import Any

W = r"[\0\t\n\f\r ]*+"
"""White space, or none."""
_SIGN = r"[!\"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]"
NAME = rf"/{_SIGN}++"
_REFERENCE = r"[1-9]\d{0,8}+ (?:0|[1-9]\d{0,3}+) R"
_NUMBER = r"(?:\d{1,9}(?:\.\d{0,20})?|\.\d{1,20})"
ITEM = rf"(?:{NAME}|{_REFERENCE}|{_NUMBER})"
VALUE = rf"(?:{ITEM}|\[{W}(?:{ITEM}(?=[\0\t\n\f\r /\]]){W})*+\])"
"""A name, reference or number, or an array of these: nearly all that tags hold."""

_ENDS = r"(?=[\0\t\n\f\r /<>()\[\]])"
_CODED = r"#(?:[2-6][0-9A-Fa-f]|7[0-9A-Ea-e])"
_LETTER = r"[0-9A-CEF][0-9A-F]{3}|D[0-7][0-9A-F]{2}"
_TOKEN = re.compile(
    rf"{W}(?:(?P<sign><<|>>|\[|\])|(?P<item>{ITEM}){_ENDS}|(?P<name>/(?:{_SIGN}|{_CODED})++){_ENDS}"
    rf"|(?P<word>true|false|null){_ENDS}"
    rf"|\((?P<text>[ -'*-\[\]-~]{{0,4000}}+)\)|<FEFF(?P<unicode>(?:{_LETTER}){{0,1000}}+)>)".encode()
)
_END = re.compile(rf"{W}endobj".encode())
_WORDS = {b"true": True, b"false": False, b"null": None}
_BEGUN = {b">>": b"<<", b"]": b"["}
_DEEPEST = 20


def dictionary(data: bytes, at: int) -> dict[str, Any] | None:
    """The dictionary that begins at a place and is the whole of an object, with all that stands in it; None where it
    could be read in several ways."""
    begun: list[tuple[bytes, list[Any]]] = [(b"", [])]
    while (token := _TOKEN.match(data, at)) and len(begun) < _DEEPEST:
        at, sign = token.end(), token["sign"]
        if sign in _BEGUN:
            opening, held = begun.pop()
            made = _paired(held) if sign == b">>" else held
            if opening != _BEGUN[sign] or made is None:
                return None
            begun[-1][1].append(made)
        elif sign:
            begun.append((sign, []))
        else:
            begun[-1][1].append(_said(token))
        if len(begun) == 1:
            break
    (whole,) = begun[0][1] or [None]
    return whole if len(begun) == 1 and isinstance(whole, dict) and _END.match(data, at) else None


def _said(token: re.Match[bytes]) -> Any:
    """What a value says that holds no others."""
    kind, said = token.lastgroup, token[token.lastgroup or 0]
    if kind == "item":
        return int(said) if said.isdigit() else said.decode()
    if kind == "name":
        return re.sub("#(..)", lambda code: chr(int(code[1], 16)), said.decode())
    if kind == "word":
        return _WORDS[said]
    return "u:" + (said.decode() if kind == "text" else bytes.fromhex(said.decode()).decode("utf-16-be"))


def _paired(held: list[Any]) -> dict[str, Any] | None:
    """A dictionary of names and what each stands for at last; what is null is not there (ISO 32000-1, 7.3.7)."""
    names, values = held[::2], held[1::2]
    if len(names) != len(values) or not all(isinstance(name, str) and name[0] == "/" for name in names):
        return None
    said = dict(zip(names, values, strict=True))
    return {name: value for name, value in said.items() if value is not None}
