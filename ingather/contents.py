"""The bytes of an input: hashed by the parent, which never looks into them, and read whole by a worker."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass

from ingather.remote.fetching import fetch
from ingather.sources import Input
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.sniff import OLD_OFFICE
from normalise.model import Source

_CHUNK = 1 << 20
_ZIP = b"PK\x03\x04"
_OLD_NAMES = (".doc", ".dot", ".rtf", ".wpd", ".wps", ".sdw")
"""Names of old documents, where the beginning of a file is not known yet."""


class NotWhole(OSError):
    """The file is larger than is opened, or no longer the one that was hashed."""


@dataclass(frozen=True, slots=True)
class Identified:
    """A file as found on disk: name, hash ("" above the size limit) and size.

    `zipped` where it begins like a zip, `old` where it begins like an old Word file or RTF.
    """

    source: Source
    zipped: bool = False
    old: bool = False


def identify(item: Input, limits: Limits) -> Identified:
    """Hash a file on disk without looking into it; one in object storage is known by its size only. Raises OSError."""
    if item.remote:
        name = item.name.lower()
        source = Source(item.name, "", item.remote.bytes or 0)
        return Identified(source, name.endswith(".zip"), name.endswith(_OLD_NAMES))
    with open(item.path, "rb", opener=open_regular) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limits.file_bytes:
            return Identified(Source(item.name, "", size))
        digest, count, zipped, old = hashlib.sha256(), 0, False, False
        while count <= limits.file_bytes and (piece := file.read(_CHUNK)):
            if count == 0:
                zipped, old = piece.startswith(_ZIP), piece.startswith(OLD_OFFICE)
            digest.update(piece)
            count += len(piece)
    whole = count <= limits.file_bytes
    return Identified(Source(item.name, digest.hexdigest() if whole else "", count), zipped, old)


def read_input(item: Input, limits: Limits) -> bytes:
    """The bytes of a file, taken out of its zips where it stands in some.

    Raises OSError where the file cannot be opened or has grown past the limit, and an `Unreadable` where a zip is
    broken, sealed or swells, or where a file whose size was not listed is above the limit.
    """
    data = fetch(item.remote, limits.file_bytes) if item.remote else _read(item, limits)
    if len(data) > limits.file_bytes:
        if item.remote and item.remote.bytes is None:
            raise TooLarge(f"it has more than the {limits.file_bytes // 1_000_000} MB allowed")
        raise NotWhole("grown while it was read")
    for entry in item.inside:
        data = _entry_of(data, entry, limits)
    return data


def _read(item: Input, limits: Limits) -> bytes:
    with open(item.path, "rb", opener=open_regular) as file:
        return file.read(limits.file_bytes + 1)


def _entry_of(data: bytes, entry: str, limits: Limits) -> bytes:
    from ingest.archive import Archive

    return Archive(data, limits).read(entry)


def open_regular(path: str, flags: int) -> int:
    """Open without waiting for a pipe's other end, and refuse what is no regular file."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise NotWhole("not a regular file")
