"""`datapackage.json`: the CSV files described as a Frictionless Data Package, version 2.

Source: https://datapackage.org/standard/data-package/ and https://datapackage.org/standard/table-schema/
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from export.encodable import encodable
from export.errors import output_error
from export.model import Export, WriteOptions
from export.placing import placed
from normalise.schema import MEANINGS, TABLES, VERSION, Field

Json = dict[str, object]

_PROFILES = "https://datapackage.org/profiles/2.0"
_GUARD = (
    "A text that begins with = + - @, a tab, a carriage return or a full-width twin of these has an apostrophe before"
    " it, so that no spreadsheet runs it as a formula; take that apostrophe away to have the source's own text."
)
_RAW = "Texts stand as they are in the source: a spreadsheet may run those that begin with = + - or @ as formulas."
_COUNCILS: Json = {
    "title": "Names and codes of UK local authorities: mySociety, CC-BY-4.0",
    "path": "https://github.com/mysociety/uk_local_authority_names_and_codes",
}
_KEYS = {"actions": "action_id", "plans": "source_file", "files": "source_file"}
_PARENTS = {"owners": "action_id", "milestones": "action_id"}


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Describe the CSV files that stand in the folder: fields, keys, sizes and hashes."""
    about = export.about
    package: Json = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "action-plans",
        "title": "Action plans",
        "description": f"Action plans read by ingather {about.version}. {_RAW if options.raw_csv else _GUARD}",
        "version": VERSION,
        "created": f"{about.as_of.isoformat()}T00:00:00Z",
        "sources": [*({"title": encodable(name)} for name in about.inputs), _COUNCILS],
        "resources": [_resource(name, folder / f"{name}.csv") for name in TABLES],
    }
    path = folder / "datapackage.json"
    with placed(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        # Piece by piece: there are as many sources as files, and each takes several pieces.
        file.writelines(json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(package))
        file.write("\n")
    return (path,)


def _resource(name: str, path: Path) -> Json:
    size, digest = _measured(path)
    return {
        "name": name,
        "type": "table",
        "description": f"One row is: {MEANINGS[name][0].lower()}{MEANINGS[name][1:]}.",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", "lineTerminator": "\r\n"},
        "schema": table_schema(name),
    }


def _measured(path: Path) -> tuple[int, str]:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return file.tell(), digest
    except OSError as error:
        raise output_error(path, error) from error


def table_schema(name: str) -> Json:
    """The Table Schema of one table, from the field list."""
    schema: Json = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(field) for field in TABLES[name]],
        "missingValues": [""],
    }
    if name in _KEYS:
        schema["primaryKey"] = [_KEYS[name]]
    if name in _PARENTS:
        reference = {"resource": "actions", "fields": [_PARENTS[name]]}
        schema["foreignKeys"] = [{"fields": [_PARENTS[name]], "reference": reference}]
    return schema


def _field(field: Field) -> Json:
    constraints: Json = {}
    if field.required:
        constraints["required"] = True
    if field.codes:
        constraints["enum"] = list(field.codes)
    meaning = f"{field.meaning}; several are joined with a semicolon and a space" if field.listed else field.meaning
    return {
        "name": field.name,
        "type": field.type,
        "description": meaning,
        **({"constraints": constraints} if constraints else {}),
    }
