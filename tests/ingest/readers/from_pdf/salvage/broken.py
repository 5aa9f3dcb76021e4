"""PDF files broken as a fault of one byte breaks them, so that pdfium cannot open them or one of their pages."""

from __future__ import annotations

import re


def without_page(data: bytes) -> bytes:
    """The file whose page tree names an object that is not there in the place of its only page."""
    return re.sub(rb"/Kids \[ \d+ 0 R", lambda kid: b"/Kids [ " + b"9" * (len(kid[0]) - 12) + b" 0 R", data)


def without_object(data: bytes, number: int) -> bytes:
    """The file in which the object of one page does not begin as objects do."""
    kids = re.search(rb"/Kids \[ ((?:\d+ 0 R ?)+)\]", data)
    assert kids
    name = kids[1].split(b" 0 R ")[number - 1]
    return data.replace(b"\n%s 0 obj" % name, b"\n%s 0 oby" % name)


def without_tree(data: bytes) -> bytes:
    """The file whose catalogue names an object that is not there as its page tree."""
    return re.sub(rb"/Pages \d+ 0 R", lambda found: b"/Pages " + b"9" * (len(found[0]) - 11) + b" 0 R", data)


def going_round(data: bytes) -> bytes:
    """The file whose page tree is an object that is only a name of itself."""
    tree = re.search(rb"/Pages (\d+) 0 R", data)
    assert tree
    start = data.index(b"\n%s 0 obj" % tree[1])
    end = data.index(b"endobj", start)
    itself = b"\n%s 0 obj\n%s 0 R\n" % (tree[1], tree[1])
    return data[:start] + itself.ljust(end - start) + data[end:]
