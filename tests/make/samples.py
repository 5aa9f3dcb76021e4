"""Every sample plan, from its words to the bytes of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.make import pdf, text
from tests.make.content import Sample, load, names
from tests.make.word import document

_WRITERS: dict[str, Callable[[Sample], bytes]] = {"docx": document.written, "pdf": pdf.written, "txt": text.written}


def made(name: str) -> bytes:
    """The bytes of the sample of this name."""
    sample = load(name)
    return _WRITERS[sample.format](sample)


def all_samples() -> Iterator[tuple[str, bytes]]:
    """Each sample's file name and bytes, in order of name."""
    for name in names():
        yield load(name).file, made(name)
