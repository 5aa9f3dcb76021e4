"""XML of strangers is parsed without entities, DOCTYPE or network, within bounds."""

from __future__ import annotations

import pytest

from ingest.errors import Damaged, TooLarge
from ingest.limits import Limits
from ingest.xml import parse_xml


def test_comments_and_instructions_are_dropped() -> None:
    root = parse_xml(b"<?xml version='1.0'?><a><!-- c --><?do it?><b/></a>", Limits(), "part")
    assert [child.tag for child in root] == ["b"]


@pytest.mark.parametrize(
    "text", [b"", b"<a>", b"<a>&undefined;</a>", b"<a>\x01</a>", b"<a>\xff\xfe</a>", b"\x00\x01\x02"]
)
def test_what_is_not_well_formed_is_damaged(text: bytes) -> None:
    with pytest.raises(Damaged, match="part"):
        parse_xml(text, Limits(), "part")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_doctype_is_refused_in_any_encoding(encoding: str) -> None:
    with pytest.raises(Damaged, match="DOCTYPE"):
        parse_xml('<!DOCTYPE a [<!ENTITY e "x">]><a b="&e;"/>'.encode(encoding), Limits(), "part")


def test_nesting_is_bounded() -> None:
    deep = b"<a>" * 257 + b"</a>" * 257
    assert parse_xml(deep[3:-4], Limits(), "part").tag == "a"
    with pytest.raises(TooLarge):
        parse_xml(deep, Limits(), "part")


def test_size_is_bounded() -> None:
    with pytest.raises(TooLarge):
        parse_xml(b"<a>" + b"x" * 100 + b"</a>", Limits(xml_bytes=100), "part")


def test_the_number_of_marks_is_bounded() -> None:
    with pytest.raises(TooLarge, match="marks"):
        parse_xml(b"<a>" + b"<b c=''/>" * 20 + b"</a>", Limits(xml_nodes=50), "part")
