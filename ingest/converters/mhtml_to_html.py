"""A web page saved whole (MHTML, also named .doc): the page alone, out of the mail message it was packed into."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from ingest.errors import Unsupported
from ingest.limits import Limits

_MOST_PARTS = 1_000


def convert(data: bytes, limits: Limits) -> bytes:
    """The bytes of the page in UTF-8 with a byte order mark; pictures and style sheets are left out (RFC 2557).

    Raises `Unsupported` where the message holds no page.
    """
    message = message_from_bytes(data, policy=policy.default)
    page = next((part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False) if _is_page(part)), None)
    if page is None:
        raise Unsupported("an e-mail or archive without a page in it")
    content = page.get_payload(decode=True)
    assert isinstance(content, bytes)
    try:
        text = content.decode(page.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return content
    return text.encode("utf-8-sig")


def _is_page(part: object) -> bool:
    return isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "application/xhtml+xml")
