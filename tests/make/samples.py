"""Every sample plan, from its words to the bytes of its file, and the page that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.make import pdf, text
from tests.make.content import Sample, load, names
from tests.make.word import document

_WRITERS: dict[str, Callable[[Sample], bytes]] = {"docx": document.written, "pdf": pdf.written, "txt": text.written}
_HEAD = """\
# The samples

Every plan in `samples/` is invented: no council has adopted it, and nobody named in one is real. Each shows one
difficulty of real plans. They are made from the words in `tests/make/plans/` by `make samples`.

| file | what it shows |
|---|---|
"""


def made(name: str) -> bytes:
    """The bytes of the sample of this name."""
    sample = load(name)
    return _WRITERS[sample.format](sample)


def all_samples() -> Iterator[tuple[str, bytes]]:
    """Each sample's file name and bytes, in order of name."""
    for name in names():
        yield load(name).file, made(name)


def listing() -> str:
    """The page docs/samples.md: each sample with its difficulty."""
    return _HEAD + "".join(f"| `{s.file}` | {s.difficulty} |\n" for s in map(load, names()))
