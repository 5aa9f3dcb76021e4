"""Legacy Word (.doc, Word 97–2003) to .docx, in pure Python, so that one reader serves both."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.errors import Damaged, Encrypted, TooLarge, Unreadable, Unsupported
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
        _convert(source, target)
        return target.read_bytes()


def _convert(source: Path, target: Path) -> None:
    from doc2docx import convert as library_convert
    from doc2docx.errors import EncryptedDocumentError, UnsupportedFeatureError

    try:
        library_convert(source, target)
    except (EncryptedDocumentError, UnsupportedFeatureError) as error:
        raise _refusal(error) from error
    except MemoryError as error:
        raise TooLarge from error
    except Exception as error:  # a broken file takes the library anywhere; whatever it trips over, the file is damaged
        raise Damaged("its old Word format does not hold together") from error


def _refusal(error: Exception) -> Unreadable:
    from doc2docx.errors import EncryptedDocumentError

    return Encrypted() if isinstance(error, EncryptedDocumentError) else Unsupported("a Word file of before 1997")
