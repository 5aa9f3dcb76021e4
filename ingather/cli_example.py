"""How the help of a command shows its example."""

from __future__ import annotations


def example(line: str) -> str:
    """The end of a command's help: one line to copy. The mark keeps click from folding it."""
    return f"\b\nExample:\n  {line}"
