"""Opening a zip safely: its list checked before anything is unpacked, its entries counted while they inflate."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO

from ingest.errors import Damaged, Encrypted, TooLarge
from ingest.limits import Limits

_CHUNK = 1 << 16
_HEADER = 30  # bytes of a local file header before its name
_SEALED = 0x1
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


class Archive:
    """The entries of a zip held in memory, read one by one and only when asked for.

    Names are matched as packages name their parts: without regard to case, either slash, no leading slash.
    Raises `Damaged` for a broken or overlapping list and `TooLarge` for too many entries.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._total = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Damaged("its end is missing or its list of parts cannot be read") from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(entries) > limits.zip_entries:
            raise TooLarge(f"it holds {len(entries):,} parts, more than the {limits.zip_entries:,} allowed")
        _refuse_overlaps(entries)
        self._entries = {_key(entry.filename): entry for entry in reversed(entries)}
        self._exact = {entry.filename: entry for entry in entries}
        self.names = tuple(entry.filename for entry in entries)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of an entry, its checksum proved; raises KeyError where there is none of this name.

        Raises `Encrypted`, `Damaged`, or `TooLarge` as soon as the entry, its ratio to its packed size, or all entries
        read so far grow past the limits; what the zip itself claims of unpacked sizes is never trusted.
        """
        entry = self._exact.get(name) or self._entries[_key(name)]
        if entry.flag_bits & _SEALED:
            raise Encrypted
        try:
            with self._zip.open(entry) as stream:
                return self._inflated(stream, entry)
        except _BROKEN as error:
            raise Damaged(f"its part {entry.filename} cannot be unpacked") from error

    def _inflated(self, stream: IO[bytes], entry: zipfile.ZipInfo) -> bytes:
        limits = self._limits
        most = min(limits.entry_bytes, limits.total_bytes - self._total)
        if entry.compress_size > limits.ratio_from:
            most = min(most, limits.ratio * entry.compress_size)
        pieces, size = [], 0
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > most:
                raise TooLarge(f"its part {entry.filename} unpacks to more than {most // 1_000:,} KB")
            pieces.append(piece)
        self._total += size
        return b"".join(pieces)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _refuse_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes multiply one stretch of data into many files: no honest program writes them."""
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise Damaged("parts of it overlap")
        end = entry.header_offset + _HEADER + len(entry.filename) + entry.compress_size
