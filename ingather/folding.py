"""Sentences folded into lines that a terminal shows whole; what goes elsewhere stays on one line."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TextIO


def columns(stream: TextIO | None = None) -> int:
    """Letters in a line of the terminal, 0 where what is printed goes elsewhere: to stdout unless a stream is given."""
    return shutil.get_terminal_size().columns if (stream or sys.stdout).isatty() else 0


def complain(sentence: str) -> None:
    """Print a sentence for the person at the keyboard to stderr, apart from what was asked for."""
    print(folded(sentence, columns(sys.stderr), "  "), file=sys.stderr)


def folded(text: str, width: int, indent: str) -> str:
    """The text in lines of `width` letters, 0 for one line; those after the first begin with `indent`.

    A word that is longer than a line, as an address, stays whole.
    """
    if not width:
        return text
    return textwrap.fill(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
