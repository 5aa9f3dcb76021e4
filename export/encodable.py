"""Text that can be written as UTF-8 whatever a document or a file name held."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with lone surrogates, which no encoding can hold, shown as U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
