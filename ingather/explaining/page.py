"""An explanation as one self-contained HTML page: no script, no link, every text of the document escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ingather.explaining.terminal import by_header, row_line, table_line
from normalise.explain import ColumnReason, Explanation, TableReason

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1a1a1a; }
h2 { margin-top: 2.5rem; border-top: 3px solid #1d5a96; padding-top: .5rem; font-size: 1.15rem; }
h2.left { border-color: #6b6b6b; color: #4a4a4a; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding: .3rem 0; }
th, td { border: 1px solid #b5b5b5; padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { background: #eef3f8; } .doubtful { background: #fff4d6; }
ul { padding-left: 1.2rem; } td ul { margin: 0; padding-left: 1rem; }
"""


def page(file: str, explanation: Explanation) -> str:
    """The page's HTML, in UTF-8 text; it passes for a document of its own in any browser."""
    notes = "".join(f"<li>{escape(n)}</li>" for n in explanation.notes)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>How {escape(file)} was read</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>How {escape(file)} was read</h1>"
        f"<p>Title: {escape(explanation.title) or 'none found'}<br>"
        f"Council: {escape(explanation.council) or 'none found'}</p>"
        + (f"<ul>{notes}</ul>" if notes else "")
        + (
            "".join(map(_table, explanation.tables))
            or "<p>No tables were found, and no list of actions in the prose.</p>"
        )
        + "</main></body></html>\n"
    )


def _table(table: TableReason) -> str:
    kind = "" if table.taken else ' class="left"'
    columns = "".join(_columns(under, under_it) for under, under_it in by_header(table))
    left = "".join(f"<li>{escape(row_line(r))}</li>" for r in table.left)
    header = escape(table.header[:1].upper() + table.header[1:])
    return f"<h2{kind}>{escape(table_line(table))}</h2><p>{header}.</p>{columns}" + (f"<ul>{left}</ul>" if left else "")


def _columns(under: int | None, columns: Iterable[ColumnReason]) -> str:
    caption = "Columns" if under is None else f"Columns under another header, in row {under}"
    head = "".join(f'<th scope="col">{h}</th>' for h in ("Column", "Heading", "Read as", "Sure", "Why", "For example"))
    rows = "".join(map(_column, columns))
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _column(c: ColumnReason) -> str:
    doubtful = ' class="doubtful"' if c.confidence < 0.75 else ""
    sure = f"{c.confidence:.0%}" + (f"<br>or {escape(c.second)}" if doubtful and c.second else "")
    examples = "".join(f"<li>{escape(example)}</li>" for example in c.examples)
    examples = f"<ul>{examples}</ul>" if examples else ""
    cells = (str(c.column), escape(c.heading), escape(c.field or "–"), sure, escape(c.why), examples)
    return f"<tr{doubtful}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
