"""The name that a file has in every table: readable anywhere, and never that of another file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTES = range(0xDC80, 0xDD00)


def readable(path: str) -> str:
    """A path in Unicode NFC; what is no text in it shows as an escape.

    Linux gives bytes that are no UTF-8 as the surrogates DC80 to DCFF (PEP 383), Windows any lone one as it is.
    """
    return unicodedata.normalize("NFC", _SURROGATE.sub(_escape, path))


def told_apart(names: Iterable[str]) -> Iterator[str]:
    """The names in their order, each that stood before with the first free number: `plan.txt (2)`.

    Two files can come to one name: in two Unicode forms, with an escape spelt out, by a way up and down in a zip.
    """
    names = list(names)
    taken = set(names)
    seen: set[str] = set()
    for name in names:
        numbered = (f"{name} ({i})" for i in range(2, len(names) + 2))
        own = next(n for n in numbered if n not in taken) if name in seen else name
        seen.add(name)
        taken.add(own)
        yield own


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if code in _BYTES else f"\\u{code:04x}"
