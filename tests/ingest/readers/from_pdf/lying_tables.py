"""PDF files written from their objects, with tables of these, trailers and later versions that lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

_LINES = ("free", "generation", "off by one", "zero", "other's place", "bad line")
_TABLES = ("split", "overlapping", "shifted", "short lines", "crlf", "long count", "junk in table")
_TRAILERS = ("two roots", "root in a comment", "root within", "root outside", "prev self", "hybrid", "size", "no root")
_OBJECTS = ("twice first", "twice last", "in a stream", "generation header", "junk before", "junk after")
_LATER = ("update", "update free", "update root", "update unseen", "startxref", "two ends")
ENDS = (*_LINES, *_TABLES, *_TRAILERS, *_OBJECTS, *_LATER)

_FREE = b"0000000000 00001 f \n"


@dataclass(frozen=True, slots=True)
class File:
    """The bodies of a file's objects by their numbers, which of them is its catalog, and what lies are told of them."""

    bodies: Mapping[int, bytes]
    root: int
    lies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Picked:
    """What is lied of: one object, and another in its place."""

    one: int
    other: int
    random: Random


def written(file: File, random: Random) -> bytes:
    """The file with its table of objects, which lies as the file says."""
    numbers = sorted(file.bodies)
    picked = _Picked(random.choice(numbers), random.choice(numbers), random)
    data, places = _objects(file, picked)
    start = len(data)
    data += b"xref\n" + _table(_lines(places, file.lies, picked), file.lies, picked)
    data += b"trailer\n" + _trailer(file, picked, start)
    told = start + random.choice([-1, 1, -20, 10**6]) if "startxref" in file.lies else start
    data += b"startxref\n%d\n%%%%EOF\n" % told
    if any(lie.startswith("update") for lie in file.lies):
        data = _updated(data, start, file, picked)
    if "two ends" in file.lies:
        data += b"startxref\n%d\n%%%%EOF" % random.choice([start, 0, 5])
    return data + (random.choice([b"junk", b"\n\n\0", b"%x\n", b"\0" * 2000]) if "junk after" in file.lies else b"")


def _objects(file: File, picked: _Picked) -> tuple[bytes, dict[int, int]]:
    """The objects, and where each of them stands."""
    data, places, lies = b"%PDF-1.7\n", {}, file.lies
    if "junk before" in lies:
        data = b"junk 1 0 obj <</S /TD>> endobj\n" + data
    again = b"%d 0 obj%bendobj\n" % (picked.one, file.bodies[picked.other])
    for number, body in sorted(file.bodies.items()):
        is_picked = number == picked.one
        data += again if is_picked and "twice last" in lies else b""
        places[number] = len(data)
        data += b"%d %d obj%bendobj\n" % (number, int(is_picked and "generation header" in lies), body)
        data += again if is_picked and "twice first" in lies else b""
    if "in a stream" in lies:
        data += b"900 0 obj <</Length %d>> stream\n%b\nendstream endobj\n" % (len(again), again)
    return data, places


def _lines(places: dict[int, int], lies: frozenset[str], picked: _Picked) -> dict[int, bytes]:
    """The line of each object."""
    place, random = places[picked.one], picked.random
    told = {
        "free": _FREE,
        "generation": b"%010d 00001 n \n" % place,
        "off by one": b"%010d 00000 n \n" % (place + random.choice([-1, 1, 2, 7])),
        "zero": b"0000000000 00000 n \n",
        "other's place": b"%010d 00000 n \n" % places[picked.other],
        "bad line": random.choice([b"00000000ab 00000 n \n", b"0000000017 00000 x \n", b"        17     0 n \n"]),
    }
    lines = {number: b"%010d 00000 n \n" % at for number, at in places.items()}
    lines.update((picked.one, told[lie]) for lie in _LINES if lie in lies)
    lines[0] = b"0000000000 65535 f \n"
    end = b"\r\n" if "crlf" in lies else b"\n" if "short lines" in lies else b" \n"
    return {number: line[:18] + end for number, line in lines.items()}


def _table(lines: Mapping[int, bytes], lies: frozenset[str], picked: _Picked) -> bytes:
    """The sections of the table."""
    random, sections = picked.random, [sorted(lines)]
    if "split" in lies:
        sections = [[n for n in lines if n < picked.one], [n for n in lines if n >= picked.one]]
    shift = random.choice([-1, 1]) if "shifted" in lies else 0
    made = []
    for numbers in filter(None, map(sorted, sections)):
        longer = random.choice([-1, 1, 50]) if "long count" in lies else 0
        text = b"%d %d\n" % (max(numbers[0] + shift, 0), len(numbers) + longer)
        made.append(text + b"".join(lines[n] for n in numbers))
    if "overlapping" in lies:
        line = random.choice([_FREE, lines[picked.other], b"0000000015 00001 n \n"])
        made.insert(random.randint(0, 1), b"%d 1\n%b" % (picked.one, line))
    junk = random.choice([b"\n", b"%x\n", b" ", b"0 0\n", b"x"]) if "junk in table" in lies else b""
    return junk.join([*made, b""])


def _trailer(file: File, picked: _Picked, start: int) -> bytes:
    lies, random = file.lies, picked.random
    root, other = b"/Root %d 0 R" % file.root, b"/Root %d 0 R" % picked.other
    size = b"/Size %d" % (random.choice([1, 5, 10**6, -1]) if "size" in lies else max(file.bodies) + 1)
    told = {
        "two roots": random.choice([root + other, other + root]),
        "root in a comment": b"%%%b\n%b" % (other, random.choice([root, b""])),
        "root within": b"/X <<%b>>%b" % (root, random.choice([b"", b"/Root null", b"/R#6fot %d 0 R" % picked.other])),
        "no root": b"",
    }
    said = next((told[lie] for lie in _TRAILERS if lie in lies and lie in told), root) + size
    said += b"/Prev %d" % start if "prev self" in lies else b""
    said += b"/XRefStm %d" % random.randrange(start) if "hybrid" in lies else b""
    return b"<<%b>>\n%b" % (said, other if "root outside" in lies else b"")


def _updated(data: bytes, start: int, file: File, picked: _Picked) -> bytes:
    """The file with another version of one of its objects behind it."""
    place, lies = len(data), file.lies
    data += b"%d 0 obj%bendobj\n" % (picked.one, file.bodies[picked.other])
    line = _FREE if "update free" in lies else b"%010d 00000 n \n" % place
    root = picked.other if "update root" in lies else file.root
    before = b"" if "update unseen" in lies else b"/Prev %d" % start
    at, size = len(data), max(file.bodies) + 1
    data += b"xref\n%d 1\n%btrailer\n<</Root %d 0 R /Size %d %b>>\n" % (picked.one, line, root, size, before)
    return data + b"startxref\n%d\n%%%%EOF\n" % at
