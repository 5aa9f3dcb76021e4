"""Why a file cannot be read: each class fixes the sentence and the advice its user sees.

Unreadable
├── Unsupported      a format ingather does not read (a film, a program); not a failure of the run
│   ├── PictureOfPage  a picture, which only recognition reads
│   └── NotAPage     a picture on which no text could be recognised
├── Empty            no bytes
├── Encrypted        a password is needed
├── Damaged          cut short or broken
├── TooLarge         beyond a limit that protects the machine
├── OutOfMemory      beyond the memory one file may take
├── TooSlow          beyond the time one file may take
│   └── TooOld       in the old Word format, which LibreOffice converts sooner
├── Unconverted      LibreOffice, asked for, made nothing of it
├── Fatal            its next part ended the process that read it
├── NoText           pages without readable text (a scan)
└── NoWords          pages on which no text could be recognised
"""

from __future__ import annotations

import errno
from typing import ClassVar


class Unreadable(Exception):
    """This file cannot be read; `str(error)` is the sentence, `suggestion` what to do, `outcome` the code."""

    sentence: ClassVar[str] = "This file could not be read."
    suggestion: ClassVar[str] = (
        "Open it in the program that made it, save it again as .docx or PDF, and run ingather again."
    )
    outcome: ClassVar[str] = "refused"

    def __init__(self, detail: str = "") -> None:
        """`detail` is a plain clause added to the class's sentence, without a full stop."""
        super().__init__(f"{self.sentence[:-1]}: {detail}." if detail else self.sentence)


class Unsupported(Unreadable):
    sentence = "This kind of file is not one ingather reads."
    suggestion = "If it holds an action plan, save it as .docx, PDF or text."
    outcome = "unsupported"


class PictureOfPage(Unsupported):
    sentence = "The file is a picture, and what pictures show is read only with --ocr."
    suggestion = (
        "If it is a page of a plan, run ingather again with --ocr, which recognises its text; else nothing to do."
    )


class NotAPage(Unsupported):
    sentence = "No words could be recognised on this picture."
    suggestion = "If it is a page of a plan, scan it anew, upright and at 200 to 300 dots an inch; else nothing to do."


class Empty(Unreadable):
    sentence = "The file is empty."
    suggestion = "Copy it again from where it came; the copy may have been interrupted."


class Encrypted(Unreadable):
    sentence = "The file is protected by a password."
    suggestion = "Open it with the password, save a copy without one, and run ingather again."


class Damaged(Unreadable):
    sentence = "The file is damaged or incomplete."
    suggestion = "Copy it again from where it came, or open it in the program that made it and save it again."


class TooLarge(Unreadable):
    sentence = "The file is larger inside than ingather will open."
    suggestion = "Split the document, or remove what is not the plan, and run ingather again."


class TooSlow(Unreadable):
    sentence = "Reading the file took longer than ingather allows."
    suggestion = "Split the document, or save it again in the program that made it, and run ingather again."
    outcome = "set_aside"


class TooOld(TooSlow):
    sentence = "Converting the file from the old Word format took longer than ingather allows."
    suggestion = (
        "Run ingather again with --office, where LibreOffice is installed, or save the document as .docx in Word."
    )


class Unconverted(Unreadable):
    sentence = "LibreOffice could not convert the file; it may be damaged or protected by a password."
    suggestion = "Open it in the program that made it and save it as .docx, or run ingather again without --office."


class OutOfMemory(TooLarge):
    sentence = "Reading the file took more memory than ingather allows."
    suggestion = "Split the document, or remove pictures, and run ingather again."
    outcome = "set_aside"


class Fatal(Unreadable):
    sentence = "The next part of the file ended the process that read it."
    outcome = "set_aside"


class NoText(Unreadable):
    sentence = "The pages are pictures, or their text cannot be read."
    suggestion = (
        "Run ingather again with --ocr, which recognises the text of pictures, or ask for the original document."
    )


class NoWords(Unreadable):
    sentence = "No words could be recognised on its pages."
    suggestion = "Look at the pages; scan them anew, upright and at 200 to 300 dots an inch, or ask for the original."


def is_machines(error: OSError) -> bool:
    """Whether a full disk, too many open files or the like is at fault, which says nothing of the document.

    Libraries that find bytes they cannot read raise OSError without a number, or with the one for a bad argument.
    """
    return error.errno not in (None, errno.EINVAL)
