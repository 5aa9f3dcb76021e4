"""Why the output could not be written, in a sentence for the person at the keyboard."""

from __future__ import annotations

import errno
from pathlib import Path


class OutputError(Exception):
    """The output could not be written; `str(error)` is the sentence, `suggestion` what to do."""

    def __init__(self, sentence: str, suggestion: str) -> None:
        super().__init__(sentence)
        self.suggestion = suggestion


_FULL = ("The disk is full", "Free some space, or give another folder with --out, and run ingather again.")
_DENIED = (
    "You may not write there",
    "Give a folder of your own with --out, or close the program that has the file open, and run ingather again.",
)
_NOT_A_FOLDER = ("A file stands where the folder should be", "Give another folder with --out.")
_LONG = ("The path is too long", "Give a folder with a shorter path with --out.")

_CAUSES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: ("The disk can only be read", "Give a folder on another disk with --out."),
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.EEXIST: _NOT_A_FOLDER,
    errno.EISDIR: ("A folder stands where the file should be", "Rename or move that folder, and run ingather again."),
    errno.ENAMETOOLONG: _LONG,
}


def output_error(path: Path, error: OSError) -> OutputError:
    """Say why `path` could not be written, from what the operating system said."""
    why, suggestion = _CAUSES.get(
        error.errno or 0, (error.strerror or str(error), "Give another folder with --out, and run ingather again.")
    )
    return OutputError(f"{path} could not be written: {why[0].lower()}{why[1:].rstrip('.')}.", suggestion)
