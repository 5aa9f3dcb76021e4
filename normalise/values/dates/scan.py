"""A time cell as a string of parts: one letter for each word, number or sign, with its value and place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from normalise.values.dates.words import LONG_MONTHS, VOCABULARY, Entry
from normalise.values.folding import fold

_TOKEN = re.compile(
    r"""(?P<time>t?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:\s?[ap]\.?m\b)?
              |[0-9]{1,2}(?:\.[0-9]{2})?\s?[ap]\.?m\b)
       |(?P<ordinal>[0-9]{1,2}\s?(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)(?![^\W\d_]))
       |(?P<other>[£$€]\s?[0-9][0-9,.]*|[0-9]+(?:\.[0-9]+)?\s?%)
       |(?P<number>[0-9]+)
       |(?P<short>'[0-9]{2}(?![0-9]))
       |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
       |(?P<line>\n)
       |(?P<sign>[^\s\w'"*])""",
    re.VERBOSE,
)
_SIGNS = {
    **{c: c for c in "-/.,&?"},
    **dict.fromkeys("([{", "("), **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(";•·▪◦●○■□‣∙➢►▶❖|", ";"),
    ":": ":", "+": "u", "→": "t", ">": "t", "\\": "/", "✓": "C", "✔": "C", "☑": "C",
}  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1970, 2099

Token = tuple[str, str, int, int]
"""What kind of token, its folded text, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The parts of a text: `marks[i]` is the part, `values[i]` its value, `begins[i]` and `ends[i]` its place."""

    text: str
    marks: str
    values: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def scan(text: str) -> Scan:
    """The parts of `text`; its places are the text's own."""
    tokens = [(m.lastgroup or "", m.group(), *m.span()) for m in _TOKEN.finditer(fold(text))]
    parts: list[tuple[str, int, int, int]] = []
    position = 0
    while position < len(tokens):
        mark, value, after = _part(tokens, position)
        if mark:
            parts.append((mark, value, tokens[position][2], tokens[after - 1][3]))
        position = after
    if not parts:
        return Scan(text, "", (), (), ())
    marks, values, begins, ends = zip(*parts, strict=True)
    return Scan(text, "".join(marks), values, begins, ends)


def _part(tokens: list[Token], position: int) -> tuple[str, int, int]:
    kind, text, *_ = tokens[position]
    if kind == "word":
        return _phrase(tokens, position)
    if kind == "number":
        mark = _number_mark(text)
        return mark, 0 if mark == "w" else int(text), position + 1
    if kind == "sign":
        return _SIGNS.get(text, "w"), 0, position + 1
    if kind == "ordinal":
        return "o", int(re.sub("[^0-9]", "", text)), position + 1
    if kind == "short":
        return "Y", int(text[1:]), position + 1
    return {"line": "|", "time": ""}.get(kind, "w"), 0, position + 1


def _number_mark(digits: str) -> str:
    if len(digits) <= 2:
        return "dn"[len(digits) - 1]
    return "Y" if len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR else "w"


def _phrase(tokens: list[Token], position: int) -> tuple[str, int, int]:
    word = tokens[position][1]
    for entry in VOCABULARY.get(word, ()):
        if not entry[0]:
            return entry[1], entry[2], position + 1
        after = _matched(tokens, position + 1, entry)
        if after:
            return entry[1], entry[2], after
    return *_misspelt_month(word), position + 1


def _matched(tokens: list[Token], position: int, entry: Entry) -> int:
    """Where the phrase ends, or 0; a line end or a dash inside a phrase does not part it."""
    for word in entry[0]:
        while position < len(tokens) and tokens[position][1] != word and tokens[position][1] in ("\n", "-"):
            position += 1
        if position == len(tokens) or tokens[position][1] != word:
            return 0
        position += 1
    return position


def _misspelt_month(word: str) -> tuple[str, int]:
    if 5 <= len(word) <= 11:
        for name, number in LONG_MONTHS.items():
            if word[0] == name[0] and OSA.distance(word, name, score_cutoff=1) <= 1:
                return "M", number
    return "w", 0
