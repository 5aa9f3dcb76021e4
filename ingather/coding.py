"""Values to bytes and back, for the store and between processes.

Pickle keeps shared cells shared and needs no code for each class, but by itself it lets bytes name any function to
call. Here only the classes of the models can be named, none of which does anything but hold values; a checksum tells
bytes cut short or changed on the disk.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from typing import TypeVar

_DIGEST = 16
_MOST = 1 << 30  # bytes that a value may unpack to

T = TypeVar("T")


class Corrupt(ValueError):
    """The bytes are not a whole value of the kind expected."""


def encode(value: object) -> bytes:
    """The value as bytes that `decode` knows again, small and with a checksum."""
    body = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)
    return _checksum(body) + body


def decode(data: bytes, kind: type[T]) -> T:
    """The value of this kind that was encoded. Raises Corrupt for anything else; never runs what bytes name."""
    body = data[_DIGEST:]
    if _checksum(body) != data[:_DIGEST]:
        raise Corrupt("the checksum does not fit")
    try:
        plain = zlib.decompressobj().decompress(body, _MOST)
    except zlib.error as fault:
        raise Corrupt("the bytes do not unpack") from fault
    return unpickle(plain, kind)


def unpickle(data: bytes, kind: type[T]) -> T:
    """The value of this kind that these bytes hold. Raises Corrupt for anything else; never runs what bytes name."""
    try:
        value = _Reader(io.BytesIO(data)).load()
    except Exception as fault:  # bytes that are no pickle fail in a dozen ways
        raise Corrupt("the bytes are no value of ours") from fault
    if not isinstance(value, kind):
        raise Corrupt(f"the value is no {kind.__name__}")
    return value


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        known = _known()
        if (module, name) not in known:
            raise pickle.UnpicklingError(f"{module}.{name} may not stand in stored values")
        return known[module, name]


@cache
def _known() -> dict[tuple[str, str], type]:
    import ingather.packing
    import ingather.pools
    import ingest.model
    import normalise.model
    import normalise.rows

    modules = (ingest.model, normalise.model, normalise.rows, ingather.packing, ingather.pools)
    values = [v for m in modules for v in vars(m).values() if isinstance(v, type) and is_dataclass(v)]
    return {(kind.__module__, kind.__qualname__): kind for kind in (*values, date)}


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()
