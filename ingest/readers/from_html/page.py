"""A page's bytes to a tree: encoding found, nothing fetched, nothing run."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ingest.encoding import decode
from ingest.errors import Damaged, TooLarge, Unsupported
from ingest.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?([\w-]{1,40})", re.I)
_LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{4000,}")
_ATTRIBUTES = 1_000
_CUT = ("Excessive depth", "depth in document", "huge")
_HEAD = 4_096


def parsed(data: bytes, limits: Limits) -> tuple[_Element, bool]:
    """The root of a page, and whether it is whole: what is nested too deeply is cut away.

    Raises `Damaged` where it holds no element, `TooLarge` past the limits.
    """
    from lxml import etree

    _refuse_bulk(data, limits)
    text = _text(data).encode()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged("it is no page") from error
    if root is None:
        raise Damaged("it holds no element")
    return root, not any(word in error.message for error in parser.error_log for word in _CUT)


def _refuse_bulk(data: bytes, limits: Limits) -> None:
    """Before parsing, since the parser compares every attribute of a tag with every other."""
    if data.count(b"<") + data.count(b"=") > limits.xml_nodes:
        raise TooLarge(f"it has more than {limits.xml_nodes:,} marks")
    for tag in _LONG_TAG.finditer(data):
        if max(tag.group().count(b"="), len(tag.group().split())) > _ATTRIBUTES:
            raise TooLarge(f"a tag of it has more than {_ATTRIBUTES:,} attributes")


def _text(data: bytes) -> str:
    """The page as text: by its byte order mark, as UTF-8 if it is that, else by the encoding it claims."""
    claimed = _CHARSET.search(data[:_HEAD])
    if claimed and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = claimed.group(1).decode("ascii")
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            if _is_single(name):
                return data.decode(name, "replace")
    text = decode(data)
    if text is None:
        raise Unsupported("neither a page nor text")
    return text


def _is_single(name: str) -> bool:
    """Whether this names an encoding in which a page could state it: not UTF-16, whose statement would be a lie."""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return False
    return codec.name not in ("utf-8", "ascii") and not codec.name.startswith(("utf-16", "utf-32"))
