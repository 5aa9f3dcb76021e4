"""Small PDF files with one to three lies in them, told by a seed: `mutated(data, Random(7))`.

The lies stand in what the objects say, in the table of where they are, or in single bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.ingest.readers.from_pdf.lying_tables import ENDS, File, written

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_ROOT = re.compile(rb"/Root\s+(\d+) 0 R")
_NUMBER = re.compile(rb"(?<![\d#.])\d+(?![\d.]| 0 R| 0 obj)")
_REFERENCE = re.compile(rb"\d+ 0 R")
_NAME = re.compile(rb"/[A-Za-z]")
_SPACE = re.compile(rb"[ \n]")
_PAIR = re.compile(rb"/\w+ (?:\d+ 0 R|\d+|/\w+)")

_LONG = b"9" * 400
_VALUES = (
    rb"""-1 +1 0 1.0 1. .5 007 1e3 --1 99999999999 1.5.5 true null () (1) <31> /A [1] [] <<>> 2147483648 5000""".split()
)
_NUMBERS = [*_VALUES, b"1 0", _LONG, _LONG + b".0"]
_MARKS = [
    *(b"%c" % sign for sign in b"\0\f\r \x80[]{}()<>#/-+'\""),
    b"<<",
    b">>",
    b"//",
    b"/ ",
    b"\xc3\xa9",
    600 * b"<<",
    600 * b"[",
]
_WORDS = rb"""
%x
(a(b)c) (\)) (endobj) (\051) <6E> <FEFF0041> <FEFFD83D> null /K /S/T#44 endobj stream /MCID /Pg/Pg
""".split()
_SAID = rb"""/K null,/S /TD,/#53 /TR,/K 5 /K null,/K [5 null 6],/Pg null, R,<41 4>,endstream ,/Type /MCR
,/A <</O /Table /ColSpan 2>>,/MCID 3,/ActualText 999 0 R,/ActualText (x),/ActualText <FEFF0041>,/ActualText <e9>
,/ActualText <EFBBBF41>,/ActualText (\r\n),/Headers [(a) 5 0 R],/ID (a),/ID <61>,/Kids [3 0 R],/Type /Pages,/Type /Page
,%/K 7 0 R
""".split(b",")
_INSERTED = [*_MARKS, *_WORDS, *_SAID]
_REFERENCES = rb"""%d 0 R,%d 0 R,%d 1 R,%d  0 R,%d 0 %%
R,0%d 0 R,99%d 0 R,9999999%d 0 R,%d 00 R,%d 70000 R,0 0 R%%%d
,[%d 0 R],%d 0 R0,+%d 0 R""".split(b",")
_BEGUN = [b"%x\n", b"\0", b"x ", b" 5 ", b"\r"]
_ENDED = rb"5 ,>>,endobj ,%,stream x endstream ,<<>>,/K ,null ,7 0 obj <</S /TD>> ".split(b",")

Lie = Callable[[File, Random], File]
Change = Callable[[bytes, Random], bytes]


def mutated(data: bytes, random: Random) -> bytes:
    """A file with some lies."""
    root = _ROOT.search(data)
    file = File({int(n): body for n, body in _OBJECT.findall(data)}, int(root[1]) if root else 1)
    for _ in range(random.randint(1, 3)):
        file = random.choice(_LIES)(file, random)
    made = written(file, random)
    return _damaged(made, random) if random.random() < 0.2 else made


def _in_body(change: Change) -> Lie:
    def lie(file: File, random: Random) -> File:
        number = random.choice(sorted(n for n, body in file.bodies.items() if b"stream" not in body))
        return replace(file, bodies={**file.bodies, number: change(file.bodies[number], random)})

    return lie


def _in_place_of(pattern: re.Pattern[bytes], make: Change) -> Lie:
    def change(body: bytes, random: Random) -> bytes:
        found = list(pattern.finditer(body))
        if not found:
            return body
        match = random.choice(found)
        return body[: match.start()] + make(match[0], random) + body[match.end() :]

    return _in_body(change)


def _swapped(file: File, random: Random) -> File:
    one, other = random.choices(sorted(file.bodies), k=2)
    return replace(file, bodies={**file.bodies, one: file.bodies[other], other: file.bodies[one]})


def _at_end(file: File, random: Random) -> File:
    return replace(file, lies=file.lies | {random.choice(ENDS)})


def _damaged(data: bytes, random: Random) -> bytes:
    """A file with a byte changed, or a piece lost, there twice or put in."""
    at, size = random.randrange(len(data)), random.choice([1, 1, 2, 20, 200])
    byte = bytes([random.randrange(256)])
    begin, end = data[:at], data[at:]
    return random.choice(
        [begin + byte + end[1:], begin + end[size:], begin + end[:size] + end, begin + random.choice(_INSERTED) + end]
    )


_LIES: tuple[Lie, ...] = (
    _in_place_of(_NUMBER, lambda _, random: random.choice(_NUMBERS)),
    _in_place_of(_REFERENCE, lambda _, random: random.choice(_REFERENCES) % random.randint(0, 40)),
    _in_place_of(_NAME, lambda name, random: random.choice([b"/#%02x", b"/#%02X"]) % name[1]),
    _in_place_of(_SPACE, lambda old, random: old + random.choice(_INSERTED) + random.choice([b"", b" "])),
    _in_place_of(_PAIR, lambda old, _: old + b" " + old.split()[0] + b" null"),
    _in_place_of(_PAIR, lambda old, random: old + b" " + old.split()[0] + b" " + random.choice(_NUMBERS)),
    _in_body(lambda body, random: body + random.choice(_ENDED)),
    _in_body(lambda body, random: random.choice(_BEGUN) + body),
    _swapped,
    _at_end,
    _at_end,
)
