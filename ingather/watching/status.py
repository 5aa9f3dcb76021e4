"""`status.html`: how every file of the watched folder stands, on one small page that any browser shows."""

from __future__ import annotations

import html
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from export.placing import placed
from ingather.progress import is_failure
from ingather.report import shown
from normalise.rows import FileRow

NAME = "status.html"
_WORDS = {
    "read": "read", "partly_read": "read in part", "no_actions": "read, no actions", "duplicate": "duplicate",
    "unsupported": "kind not read", "refused": "could not be read", "set_aside": "set aside", "waiting": "waiting",
    "gone": "gone, rows kept", "reading": "being read",
}  # fmt: skip
_ALL_READ = "Everything that has arrived is read."
_ORDER = ("reading", "waiting", "set_aside", "refused", "partly_read", "gone")
_PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="10">
<meta name="viewport" content="width=device-width"><title>{title}</title><style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #111;
  background: #fff }}
table {{ border-collapse: collapse; width: 100% }} caption {{ text-align: left; padding: .5rem 0 }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #bbb }}
td:first-child {{ min-width: 14rem; max-width: 24rem; overflow-wrap: anywhere }}
td:nth-child(2), td:nth-child(3) {{ white-space: nowrap }}
td:last-child {{ min-width: 18rem }}
</style></head><body><main><h1>{title}</h1><p>{said}</p><p>{counts}</p>
<table><caption>Files, those that need somebody first</caption>
<thead><tr><th scope="col">File</th><th scope="col">State</th><th scope="col">Actions</th><th scope="col">Why, and
what to do</th></tr></thead><tbody>
{rows}
</tbody></table></main></body></html>
"""


def write_status(folder: Path, inbox: Path, rows: Sequence[FileRow], said: str) -> None:
    """Replace the page whole; `said` is one sentence on the watcher itself. Raises OutputError."""
    counts = Counter(_WORDS.get(r.outcome, r.outcome) for r in rows)
    ranked = sorted(rows, key=lambda r: (_rank(r), r.source_file))
    page = _PAGE.format(
        title=html.escape(f"Action plans from {inbox.name or inbox}"),
        said=html.escape(f"{said} ({time.strftime('%Y-%m-%d %H:%M:%S')})"),
        counts=html.escape("; ".join(f"{n:,} {word}" for word, n in counts.most_common()) or "The folder is empty."),
        rows="\n".join(_row(r) for r in ranked),
    )
    with placed(folder / NAME) as path:
        path.write_text(page, encoding="utf-8", errors="backslashreplace")


def brought_up_to_date(rows: Sequence[FileRow]) -> str:
    """The sentence for a folder of which all is read that can be: what is not read yet, and what could not be."""
    waiting, failed = sum(r.outcome == "waiting" for r in rows), sum(map(is_failure, rows))
    left = [f"{n:,} that {said}" for n, said in ((failed, "could not be read"), (waiting, "must wait")) if n]
    return f"Everything that has arrived is read, but {' and '.join(left)}." if left else _ALL_READ


def _rank(row: FileRow) -> int:
    return _ORDER.index(row.outcome) if row.outcome in _ORDER else len(_ORDER)


def _row(row: FileRow) -> str:
    actions = "" if row.actions is None else str(row.actions)
    told = f"{row.reason} {row.suggestion}".strip()
    cells = (shown(row.source_file), _WORDS.get(row.outcome, row.outcome), actions, told)
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
