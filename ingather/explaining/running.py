"""`ingather explain`: one document explained, in the terminal or as a page."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rich.console import Console

from ingather.correcting import load
from ingather.explaining.page import page
from ingather.explaining.terminal import show
from ingather.folding import complain
from ingest.model import Document
from normalise.corrections import NONE, BadCorrection
from normalise.explain import explain
from normalise.model import Source


def explain_file(file: Path, document: Document, html: Path | None, corrections: Path | None) -> int:
    """Explain a document that was read from a file; returns the exit code."""
    try:
        said = load(corrections) if corrections else NONE
    except BadCorrection as error:
        complain(str(error))
        return 2
    except (OSError, UnicodeDecodeError):
        complain(f"The corrections in {corrections} could not be read.")
        return 2
    explanation = explain(document, Source(file.name, _sha256(file) if corrections else ""), said)
    if html is None:
        show(explanation, Console())
        return 0
    try:
        html.write_text(page(file.name, explanation), encoding="utf-8")
    except OSError:
        complain(f"The page could not be written to {html}. Choose another folder.")
        return 3
    print(f"Page: {html}")
    return 0


def _sha256(file: Path) -> str:
    """The hash of the bytes, by which corrections know a file unchanged; "" where it cannot be read again."""
    try:
        with file.open("rb") as held:
            return hashlib.file_digest(held, "sha256").hexdigest()
    except OSError:
        return ""
