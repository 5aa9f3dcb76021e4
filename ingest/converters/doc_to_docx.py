"""Legacy Word (.doc, Word 97–2003) to .docx, in pure Python, so that one reader serves both."""

from __future__ import annotations

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.converters.doc_padding import with_even_padding
from ingest.converters.doc_remains import with_remains
from ingest.converters.doc_stretches import library_convert
from ingest.converters.word_binary import WordBinary
from ingest.errors import (
    Damaged,
    Encrypted,
    OutOfMemory,
    TooLarge,
    TooOld,
    TooSlow,
    Unreadable,
    Unsupported,
    is_machines,
)
from ingest.limits import Limits

ENGINE = "msdoc2docx"


def convert(data: bytes, limits: Limits) -> bytes:
    """The document as a .docx package.

    The library works on files, so the bytes pass through a folder of their own that is gone afterwards. Raises
    `Encrypted` where a password is needed, `Unsupported` for Word 95 and older, `Damaged` for what is broken.
    """
    if len(data) > limits.file_bytes:
        raise TooLarge
    with TemporaryDirectory(prefix="ingather-") as folder:
        source, target = Path(folder, "plan.doc"), Path(folder, "plan.docx")
        source.write_bytes(data)
        try:
            return _converted(source, target)
        except TooSlow as error:
            raise TooOld from error
        except (Unreadable, ImportError):
            raise
        except MemoryError as error:
            raise OutOfMemory from error
        except Exception as error:  # a broken file takes the library anywhere; whatever it trips over, it is damaged
            if isinstance(error, OSError) and is_machines(error):
                raise
            raise Damaged("its old Word format does not hold together") from error


def _converted(source: Path, target: Path) -> bytes:
    from doc2docx.errors import EncryptedDocumentError, InvalidWordDocument, UnsupportedFeatureError

    write = library_convert()
    try:
        try:
            write(source, target)
        except InvalidWordDocument:
            source.write_bytes(with_even_padding(source.read_bytes(), _opened(source)))
            write(source, target)
    except EncryptedDocumentError as error:
        raise Encrypted from error
    except UnsupportedFeatureError as error:
        raise Unsupported("a Word file of before 1997, which --office reads where LibreOffice is installed") from error
    package = target.read_bytes()
    try:
        return with_remains(package, _opened(source))
    except (struct.error, LookupError, ValueError):  # the text itself is whole: these are its form fields and boxes
        return package


def _opened(source: Path) -> WordBinary:
    from doc2docx.cfb import CompoundFile

    return WordBinary(CompoundFile.from_path(source).open_stream)
