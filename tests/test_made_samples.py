"""The committed samples are what their plan files and the generator give, and nothing else lies beside them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.make.content import load, names
from tests.make.samples import listing, made

SAMPLES = Path(__file__).parent.parent / "samples"


def test_every_sample_is_generated() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {load(name).file for name in names()}


@pytest.mark.parametrize("name", names())
def test_a_sample_is_what_the_generator_gives(name: str) -> None:
    committed = (SAMPLES / load(name).file).read_bytes()
    assert _contents(made(name)) == _contents(committed)


@pytest.mark.parametrize("name", names())
def test_generating_again_gives_the_same_bytes(name: str) -> None:
    assert made(name) == made(name)


def test_the_page_of_samples_lists_them_all() -> None:
    assert (SAMPLES.parent / "docs" / "samples.md").read_text(encoding="utf-8") == listing()


@pytest.mark.parametrize("name", names())
def test_a_sample_says_that_it_is_invented(name: str) -> None:
    assert "Invented" in load(name).before[0]


def test_the_samples_show_the_size_of_real_plans() -> None:
    long = [name for name in names() if sum(bool(row.cells) for row in load(name).rows) > 40]
    assert {load(name).format for name in long} == {"docx", "pdf"}


def _contents(data: bytes) -> dict[str, bytes]:
    """What a file holds: each part of a zip inflated, since builds of zlib deflate the same bytes differently."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
