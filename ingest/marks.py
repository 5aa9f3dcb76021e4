"""List marks typed as text: bullets, numbers and letters before a paragraph, kept apart from its words."""

from __future__ import annotations

import re

from ingest.text import BULLETS

_BULLET = re.compile(rf"([{BULLETS}]|[-–*](?=\s)|o(?=\t))\s*(?=\S)")
_NUMBER = re.compile(r"(\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")


def split_mark(text: str) -> tuple[str, str]:
    """The typed list mark before a text and the words after it; the mark is "" where there is none.

    Every round or square bullet becomes "•"; a dash or star stays as typed. A capital letter with a full stop is
    left in the text, since it is as likely a person's initial.
    """
    if text[:1].isupper():  # as most texts begin, and none with a mark does
        return "", text
    bullet = _BULLET.match(text)
    if bullet:
        mark = bullet.group(1)
        return ("•" if mark in BULLETS or mark == "o" else mark), text[bullet.end() :]
    number = _NUMBER.match(text)
    return (number.group(1), text[number.end() :]) if number else ("", text)
