"""CSV on the Web: beside each CSV file a metadata file that says what its columns are.

Source: https://www.w3.org/TR/tabular-metadata/
"""

from __future__ import annotations

import json
from pathlib import Path

from export.model import Export, WriteOptions
from export.placing import placed
from normalise.schema import MEANINGS, TABLES, Field

Json = dict[str, object]

_TYPES = {"array": "json", "date": "date", "number": "number", "integer": "integer", "boolean": "boolean"}


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write NAME.csv-metadata.json for every table, which is where the standard looks for it."""
    paths = []
    for name in TABLES:
        path = folder / f"{name}.csv-metadata.json"
        with placed(path) as part:
            part.write_bytes(json.dumps(metadata(name, export), ensure_ascii=False, indent=2).encode() + b"\n")
        paths.append(path)
    return tuple(paths)


def metadata(name: str, export: Export) -> Json:
    """The description of one table, from the field list."""
    schema: Json = {"columns": [_column(field) for field in TABLES[name]]}
    if name == "actions":
        schema["primaryKey"] = "action_id"
    if name in ("owners", "milestones"):
        reference = {"resource": "actions.csv", "columnReference": "action_id"}
        schema["foreignKeys"] = [{"columnReference": "action_id", "reference": reference}]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{name}.csv",
        "dc:title": f"Action plans: {name}",
        "dc:description": f"One row is: {MEANINGS[name][0].lower()}{MEANINGS[name][1:]}.",
        "dc:created": export.about.as_of.isoformat(),
        "dc:creator": f"ingather {export.about.version}",
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": schema,
    }


def _column(field: Field) -> Json:
    column: Json = {"name": field.name, "titles": field.name, "dc:description": field.meaning, "datatype": _type(field)}
    if field.listed:
        column["separator"] = "; "
    if field.required:
        column["required"] = True
    return column


def _type(field: Field) -> Json | str:
    if field.codes:
        return {"base": "string", "format": "|".join(field.codes)}
    if field.type == "boolean":
        return {"base": "boolean", "format": "true|false"}
    return _TYPES.get(field.type, "string")
