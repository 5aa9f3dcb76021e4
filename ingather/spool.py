"""Where a run lays the rows of its plans until they are written: on disk, so that memory does not grow with them."""

from __future__ import annotations

import struct
import tempfile
import weakref
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from export.errors import output_error
from ingather.packing import NAMES, Held, Packed, unpack
from normalise.rows import Row

_IN_MEMORY = 4_000_000
"""Bytes up to which nothing is laid on disk."""

_LAYOUT = struct.Struct(f"<{2 * len(NAMES) + 3}I")


class Spool:
    """A temporary file without a name, gone when nobody holds it any more, however the run ends."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file = tempfile.SpooledTemporaryFile(in_memory)  # noqa: SIM115, closed when collected
        self._end = 0
        weakref.finalize(self, self._file.close)

    def put(self, packed: Packed) -> Held:
        """Lay a plan's rows down. Raises OutputError where the disk has no room."""
        parts = (*packed.tables, packed.keys, packed.ids)
        try:
            self._file.seek(self._end)
            self._file.writelines(parts)
        except OSError as error:
            raise output_error(Path(tempfile.gettempdir()), error) from error
        sizes = [len(part) for part in parts]
        laid = _Spooled(self, self._end, _LAYOUT.pack(*packed.counts, *sizes, packed.sound))
        self._end += sum(sizes)
        return laid

    def read(self, start: int, size: int) -> bytes:
        """What lies there."""
        self._file.seek(start)
        return self._file.read(size)


class _Spooled:
    """A plan's rows in a spool."""

    __slots__ = ("_layout", "_spool", "_start")

    def __init__(self, spool: Spool, start: int, layout: bytes) -> None:
        self._spool, self._start, self._layout = spool, start, layout

    @property
    def counts(self) -> tuple[int, ...]:
        return _LAYOUT.unpack(self._layout)[: len(NAMES)]

    def rows(self, table: str) -> Iterator[Row]:
        at = NAMES.index(table)
        said = _LAYOUT.unpack(self._layout)
        if not said[at]:
            return iter(())
        sizes = said[len(NAMES) :]
        return unpack(table, self._spool.read(self._start + sum(sizes[:at]), sizes[at]))

    def packed(self) -> Packed:
        *said, sound = _LAYOUT.unpack(self._layout)
        sizes = said[len(NAMES) :]
        data = self._spool.read(self._start, sum(sizes))
        ends = list(accumulate(sizes))
        parts = [data[end - size : end] for size, end in zip(sizes, ends, strict=True)]
        *tables, keys, ids = parts
        return Packed(self.counts, tuple(tables), keys, ids, bool(sound))

    def replaced(self, packed: Packed) -> Held:
        return self._spool.put(packed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Spooled | Packed) and self.packed() == other.packed()

    def __hash__(self) -> int:
        return hash(self._layout)
