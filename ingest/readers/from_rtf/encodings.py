"""Which bytes are which letters in an RTF file: code pages by the document's word and by each font's character set."""

from __future__ import annotations

import codecs

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""`\\fcharset` numbers (RTF 1.9.1, "Font table"); others follow the document."""


def code_page(number: int) -> str:
    """The codec of a Windows code page, cp1252 where Python has none."""
    for name in ("utf-8" if number == 65001 else f"cp{number}", f"mac_{number}"):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "mac_roman" if number == 10000 else "cp1252"


def of_charset(number: int) -> str:
    """The codec of a font's character set, "" where the document's own holds."""
    return _CHARSETS.get(number, "")


def joined(text: str) -> str:
    """Text whose characters beyond the first plane came as two halves, put together; lone halves vanish."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
