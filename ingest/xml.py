"""Parsing XML of strangers: no DOCTYPE, no entities, no network, bounded in size and depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import Damaged, TooLarge
from ingest.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_TOO_MUCH = ("Excessive depth", "huge", "Memory allocation", "amplification")


def parse_xml(data: bytes, limits: Limits, part: str) -> _Element:
    """The root element of an XML part, without comments and processing instructions.

    `part` names it in the sentence of an error. Raises `Damaged` where it is not well-formed or carries a DOCTYPE
    (forbidden in office packages, ECMA-376 part 2 clause 8.1.4), `TooLarge` past the limits of size and depth.
    """
    from lxml import etree

    _refuse_bulk(data, limits, part)
    _refuse_doctype(data, part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if any(word in str(error) for word in _TOO_MUCH):
            raise TooLarge(f"its part {part} is nested too deeply or holds too long a text") from error
        raise Damaged(f"its part {part} is not well-formed XML") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise Damaged(f"its part {part} carries a DOCTYPE, which such files never do")
    return root


def _refuse_bulk(data: bytes, limits: Limits, part: str) -> None:
    """A tree grows with its nodes, not its bytes: a file of `<a/>` takes thirty times its size in memory."""
    if len(data) > limits.xml_bytes:
        raise TooLarge(f"its part {part} has more than {limits.xml_bytes // 1_000_000} MB of text and markup")
    if len(data) > limits.xml_nodes and data.count(b"<") + 2 * data.count(b"=") > limits.xml_nodes:
        raise TooLarge(f"its part {part} has more than {limits.xml_nodes:,} marks")


def _refuse_doctype(data: bytes, part: str) -> None:
    """Before parsing, since entities in attributes would be expanded while parsing."""
    plain = data.replace(b"\0", b"") if data.startswith(_WIDE) else data
    if b"<!DOCTYPE" in plain:
        raise Damaged(f"its part {part} carries a DOCTYPE, which such files never do")
