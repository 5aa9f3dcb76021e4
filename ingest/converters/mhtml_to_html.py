"""A web page saved whole (MHTML, also named .doc): the page alone, out of the mail message it was packed into."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from ingest.errors import Unsupported
from ingest.limits import Limits
from ingest.model import Note
from ingest.text import clean, squash

_MOST_PARTS = 1_000
_LONGEST = 200


def convert(data: bytes, limits: Limits) -> bytes:
    """The bytes of the page in UTF-8 with a byte order mark; pictures and style sheets are left out (RFC 2557).

    Raises `Unsupported` where the message holds no page.
    """
    message = _message(data)
    page = next((part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False) if _is_page(part)), None)
    if page is None and any(_attached(message)):
        raise Unsupported("an e-mail; save what is attached to it as files of their own")
    if page is None:
        raise Unsupported("an e-mail or archive without a page in it")
    content = page.get_payload(decode=True)
    assert isinstance(content, bytes)
    try:
        text = content.decode(page.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return content
    return text.encode("utf-8-sig")


def left_out(data: bytes) -> Iterator[Note]:
    """A note on each file that is attached to the message: it is not read."""
    for name in _attached(_message(data)):
        yield Note(
            "embedded-unread", f"“{name}” is attached to this e-mail and was not read.",
            "Save it as a file of its own into the folder, and run ingather again.", "problem",
        )  # fmt: skip


def _message(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _attached(message: EmailMessage) -> Iterator[str]:
    """The names of the files that are attached to a message; what stands within its page is none of them."""
    for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False):
        if isinstance(part, EmailMessage) and part.get_content_disposition() == "attachment":
            yield squash(clean(part.get_filename() or ""))[:_LONGEST] or "a file without a name"


def _is_page(part: object) -> bool:
    return isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "application/xhtml+xml")
