"""The data dictionary as a page for people: every table and column, from the one field list."""

from __future__ import annotations

from collections.abc import Iterator

from normalise.schema import MEANINGS, TABLES, VERSION, Field

_TYPES = {"array": "JSON list", "string": "text", "boolean": "true or false"}


def as_markdown() -> str:
    """The page in Markdown, as it stands in docs/data-dictionary.md."""
    return "\n".join([*_opening(), *(line for name in TABLES for line in _table(name))]) + "\n"


def _opening() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield f"Every table and column that ingather writes, version {VERSION} of the field list. This page is generated"
    yield "from that list; `ingather schema` prints the same as JSON, and the workbook has it as a sheet."


def _table(name: str) -> Iterator[str]:
    yield from ("", f"## {name}", "", f"One row is: {MEANINGS[name][0].lower()}{MEANINGS[name][1:]}.", "")
    yield from ("| column | type | what it holds |", "|---|---|---|")
    for field in TABLES[name]:
        yield f"| `{field.name}` | {_type(field)} | {_meaning(field)} |"


def _type(field: Field) -> str:
    kind = "list" if field.listed else _TYPES.get(field.type, field.type)
    return f"{kind}, always given" if field.required else kind


def _meaning(field: Field) -> str:
    codes = ", ".join(f"`{code}`" for code in field.codes)
    return f"{field.meaning}: {codes}" if codes else field.meaning.replace("|", "\\|")
