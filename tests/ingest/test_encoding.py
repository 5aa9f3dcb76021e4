"""Bytes become the text somebody meant, or are known to be none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encoding import decode, is_ebcdic


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x7E)))
def test_plain_letters_survive(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_of_british_text_is_read(encoding: str) -> None:
    text = "Café plan – £5 for “trees” and ponds"
    assert decode(text.encode(encoding)) == text


def test_a_stray_byte_spoils_only_itself() -> None:
    assert decode(("£5 – “trees” " * 20).encode() + b"\xa3 end") == "£5 – “trees” " * 20 + "\ufffd end"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [("Childrenâ€™s", "Children’s"), ("Â£5", "£5"), ("cafÃ©", "café"), ("â€œtreesâ€\u009d", "“trees”")],
)
def test_text_decoded_wrongly_once_is_mended(broken: str, meant: str) -> None:
    assert decode(broken.encode()) == meant


@pytest.mark.parametrize("text", ["SEÑOR", "Ça va", "30 Å", "Âme", "naïve"])
def test_letters_that_only_look_broken_are_left_alone(text: str) -> None:
    assert decode(text.encode()) == text


def test_programs_pictures_and_mainframe_text_are_no_text() -> None:
    assert decode(bytes(range(1, 32)) * 10) is None
    assert decode("Action plan and lead".encode("cp037") * 5) is None
    assert is_ebcdic("Action plan and lead".encode("cp037"))
    assert not is_ebcdic(b"Action plan and lead")
