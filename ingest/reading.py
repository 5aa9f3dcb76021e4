"""The dispatcher: bytes of any format in, a `Document` out; what was read before a fault is kept."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace

from ingest.addresses import link_notes
from ingest.embedding import renumbered
from ingest.errors import Damaged, NoWords, OutOfMemory, TooLarge, Unreadable, Unsupported, is_machines
from ingest.limits import Limits
from ingest.model import Block, Document, Embedded, Facts, Margin, Note, Paragraph, Table, Yielded
from ingest.sniff import sniff

Reader = Callable[[bytes, Limits], Iterator[Yielded]]
Watch = Callable[[Yielded], None]

_CONVERTED = {
    "doc": ("doc_to_docx", "docx"), "mhtml": ("mhtml_to_html", "html"), "wordml": ("wordml_to_docx", "docx"),
    "jpeg": ("picture_to_pdf", "pdf"), "png": ("picture_to_pdf", "pdf"), "tiff": ("picture_to_pdf", "pdf"),
}  # fmt: skip
_SHARED = {"xls": "xlsx", "ods": "xlsx"}
_NESTING = 3


def unwatched(item: Yielded) -> None:
    """Let every item pass."""


def read_document(data: bytes, limits: Limits | None = None, watch: Watch = unwatched) -> Document:
    """Read a file of any known format, told by its bytes.

    A file that cannot be read at all raises an `Unreadable`. One that fails part-way gives what was read until
    then, `complete` false, and a note of severity problem with the sentence. `watch` sees each item as it comes, and
    may raise an `Unreadable` to end the reading there.
    """
    limits = limits or Limits()
    kind = format_of(data, limits)
    gathered = _Gathered()
    try:
        for item in _guarded(data, kind, limits, _NESTING):
            gathered.take(item)
            watch(item)
    except Unreadable as error:
        if not gathered.blocks:
            raise
        gathered.notes.append(_part_note(error))
        return gathered.document(kind, complete=False)
    return gathered.document(kind, complete=True)


@dataclass(frozen=True, slots=True)
class Converted:
    """A .docx that another program made of a file: its bytes, the file's own format, and the program's name."""

    data: bytes
    format: str
    engine: str


def read_converted(converted: Converted, limits: Limits, watch: Watch = unwatched) -> Document:
    """Read what another program made of a file, as `read_document` does."""
    if format_of(converted.data, limits) != "docx":
        raise Damaged("what the other program made of it is no Word document")
    document = read_document(converted.data, limits, watch)
    return replace(document, format=converted.format, facts=replace(document.facts, engine=converted.engine))


def format_of(data: bytes, limits: Limits) -> str:
    """The format of a file within the size limit; raises an `Unreadable` where the bytes show nothing to read."""
    if len(data) > limits.file_bytes:
        raise TooLarge(f"it has {len(data) // 1_000_000} MB, more than the {limits.file_bytes // 1_000_000} MB allowed")
    return sniff(data)


@dataclass(slots=True)
class _Gathered:
    """What a reader has yielded so far."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    margins: list[Paragraph] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)

    def take(self, item: Yielded) -> None:
        match item:
            case Paragraph() | Table():
                self.blocks.append(item)
                self.notes.extend(link_notes(item))
            case Note():
                self.notes.append(item)
            case Margin():
                self.margins.append(item.paragraph)
            case Facts():
                said = {f.name: getattr(item, f.name) for f in fields(item) if getattr(item, f.name)}
                self.facts = replace(self.facts, **said)

    def document(self, kind: str, *, complete: bool) -> Document:
        facts = self.facts if self.facts.engine else replace(self.facts, engine=_SHARED.get(kind, kind))
        return Document(kind, tuple(self.blocks), facts, tuple(self.notes), tuple(self.margins), complete)


def _guarded(data: bytes, kind: str, limits: Limits, nesting: int) -> Iterator[Yielded]:
    """A reader's yield with every fault of its libraries turned into one plain sentence.

    Faults of the machine, as a full disk or a library that is missing, go through: the document has no part in them.
    """
    read = _reader(kind)
    try:
        yield from renumbered(read(data, limits), lambda inner: _inside(inner, limits, nesting - 1))
    except (Unreadable, ImportError):
        raise
    except MemoryError as error:
        raise OutOfMemory from error
    except OverflowError as error:
        raise TooLarge from error
    except RecursionError as error:
        raise Damaged("its parts are nested too deeply") from error
    except Exception as error:
        if isinstance(error, OSError) and is_machines(error):
            raise
        raise Damaged("what stands in it does not follow the rules of its format") from error


def _reader(kind: str) -> Reader:
    """The reader of a format, led by its converter where it has one; looked up before anything can be at fault."""
    if kind == "zip":
        raise Unsupported("an archive; its files are read one by one")
    converter, target = _CONVERTED.get(kind, ("", _SHARED.get(kind, kind)))
    read: Reader = importlib.import_module(f"ingest.readers.from_{target}").read
    if not converter:
        return read
    module = importlib.import_module(f"ingest.converters.{converter}")

    def converted(data: bytes, limits: Limits) -> Iterator[Yielded]:
        yield Facts(engine=getattr(module, "ENGINE", ""))
        try:
            yield from read(module.convert(data, limits), limits)
        except NoWords as error:
            raise getattr(module, "NO_WORDS", NoWords) from error
        if hasattr(module, "left_out"):
            yield from module.left_out(data)

    return converted


def _inside(embedded: Embedded, limits: Limits, nesting: int) -> Iterator[Yielded]:
    """The blocks of a document found inside another; one that cannot be read becomes a note."""
    try:
        if nesting <= 0:
            raise TooLarge("documents stand inside one another too deeply")
        yield from _guarded(embedded.data, format_of(embedded.data, limits), limits, nesting)
    except Unreadable as error:
        yield Note("embedded-unread", f"A document inside this one was not read. {error}", error.suggestion, "problem")


def _part_note(error: Unreadable) -> Note:
    return Note("read-in-part", f"Only part of the file was read. {error}", error.suggestion, "problem")
