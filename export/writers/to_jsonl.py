"""JSON Lines: one file for each table, one JSON object a line, with real numbers, lists and nested columns.

Source: https://jsonlines.org
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from export.encodable import encodable
from export.model import Export, WriteOptions
from export.placing import placed
from normalise.rows import Row
from normalise.schema import TABLES, Field


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write every table as NAME.jsonl: UTF-8, dates as ISO text, null for unknown, lists as lists."""
    paths = []
    for name, fields in TABLES.items():
        path = folder / f"{name}.jsonl"
        with placed(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
            for row in export.tables[name]:
                file.write(encodable(json.dumps(_plain(row, fields), ensure_ascii=False)) + "\n")
        paths.append(path)
    return tuple(paths)


def _plain(row: Row, fields: tuple[Field, ...]) -> dict[str, object]:
    return {field.name: _value(row, field) for field in fields}


def _value(row: Row, field: Field) -> object:
    value = row[field.name]
    if field.type == "array":
        return json.loads(value) if isinstance(value, str) and value else []
    if field.listed:
        return list(value) if isinstance(value, tuple) else []
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value
