"""Where a row came from: in words for people, and as a relative link that cannot lead anywhere else."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from export.encodable import encodable
from normalise.rows import Row

_PARTS = ("page", "sheet", "table", "row", "column")
_LONGEST = 2000
"""Excel takes links of up to 2,079 characters."""


def in_words(row: Row) -> str:
    """The file and place of a row: `Parks/plan.docx, page 3, table 2, row 5`."""
    places = [f"{part} {row[part]}" for part in _PARTS if row.get(part)]
    return ", ".join([str(row["source_file"]), *places])


def link(row: Row, root: str) -> str:
    """The row's source file as a relative address below `root`, with `#page=N` for a PDF; "" where there is none.

    Everything but letters, digits and `-._~/` is escaped (RFC 3986), and the address always begins with `./` or
    `../`, so no name of a file can make it lead to another machine or another program.
    """
    path = encodable(str(row["source_file"] or ""))
    if not root or not path:
        return ""
    page = f"#page={row['page']}" if row.get("page") and path.lower().endswith(".pdf") else ""
    address = _escaped(f"{root.rstrip('/')}/{path}") + page
    return address if len(address) <= _LONGEST else ""


@lru_cache(maxsize=4096)
def _escaped(path: str) -> str:
    address = quote(path, safe="/")
    return address if address.startswith(("./", "../")) else f"./{address.lstrip('/')}"
