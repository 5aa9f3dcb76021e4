"""Where a row came from: in words for people, and as a relative link that cannot lead anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from export.encodable import encodable
from export.model import Export
from normalise.rows import Row

_PARTS = ("page", "sheet", "table", "row", "column")
_LONGEST = 2000
"""Excel takes links of up to 2,079 characters."""
_BY_HAND = "edit-added"
"""Rows of review with this code are of the workbook itself, which lies beside no source file."""


def in_words(row: Row) -> str:
    """The file and place of a row: `Parks/plan.docx, page 3, table 2, row 5`."""
    places = [f"{part} {row[part]}" for part in _PARTS if row.get(part)]
    return ", ".join([str(row["source_file"]), *places])


@dataclass(frozen=True, slots=True)
class Links:
    """The ways from the workbook to the source files: relative ones below `root`, none at all where that is "".

    `archives` are the zips among the inputs by name: a file within one cannot be opened by itself, so its rows lead to
    the zip.
    """

    root: str
    archives: frozenset[str] = frozenset()

    def to(self, row: Row) -> str:
        """The row's source file as a relative address, with `#page=N` for a PDF; "" where there is none.

        Everything but letters, digits and `-._~/` is escaped (RFC 3986), and the address always begins with `./` or
        `../`, so no name of a file can make it lead to another machine or another program. Where `root` is an address
        of object storage that the user gave, it begins with that.
        """
        path = encodable(str(row["source_file"] or ""))
        if not self.root or not path or row.get("code") == _BY_HAND:
            return ""
        held = self._outermost(path) if self.archives else path
        page = f"#page={row['page']}" if row.get("page") and held.lower().endswith(".pdf") else ""
        address = _escaped(self.root.rstrip("/"), held) + page
        return address if len(address) <= _LONGEST else ""

    def _outermost(self, path: str) -> str:
        """The zip that a file lies in, that around all others; the file itself where it lies in none."""
        folders = (path[:at] for at, letter in enumerate(path) if letter == "/")
        return next((folder for folder in folders if folder in self.archives), path)


def links_of(export: Export) -> Links:
    """The ways to the source files of an export."""
    zips = (row for row in export.tables["files"] if row["format"] == "zip")
    return Links(export.about.source_root, frozenset(encodable(str(row["source_file"])) for row in zips))


@lru_cache(maxsize=256)
def _escaped(root: str, path: str) -> str:
    scheme, parted, place = root.partition("://")
    if parted:
        return f"{scheme}://{quote(f'{place}/{path}', safe='/@')}"
    address = quote(f"{root}/{path}", safe="/")
    return address if address.startswith(("./", "../")) else f"./{address.lstrip('/')}"
