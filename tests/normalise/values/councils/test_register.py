"""The register of councils holds together."""

from __future__ import annotations

from normalise.values.councils.register import load_register


def test_every_successor_is_in_the_register() -> None:
    names = {c.name for c in load_register()}
    assert {s for c in load_register() for s in c.successors} <= names


def test_every_council_that_ended_has_a_successor() -> None:
    assert [c.name for c in load_register() if c.end and not c.successors] == []


def test_codes_are_ons_codes_and_stand_once() -> None:
    codes = [c.code for c in load_register() if c.code]
    assert len(codes) == len(set(codes))
    assert all(code[0] in "ENSW" and len(code) == 9 for code in codes)


def test_the_register_has_not_shrunk() -> None:
    assert len(load_register()) >= 514
