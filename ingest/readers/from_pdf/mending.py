"""Broken files made whole by qpdf, so far as it can."""

from __future__ import annotations

import io

import pikepdf

from ingest.errors import Encrypted


def mended(data: bytes) -> bytes:
    """What qpdf can save of a broken file; nothing where it cannot. Raises Encrypted where a password is wanted."""
    made = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            document.save(made)
    except pikepdf.PasswordError as error:
        raise Encrypted() from error
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return b""
    return made.getvalue()
