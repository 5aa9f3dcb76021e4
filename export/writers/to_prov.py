"""Where each table came from, in small: the files and their hashes, the version, the corrections, what they made.

PROV-JSON, source: https://www.w3.org/submissions/prov-json/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from export.encodable import encodable
from export.model import Export, WriteOptions
from export.placing import placed
from normalise.schema import TABLES

Json = dict[str, object]

_RUN = "ingather:run"


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write `provenance.json`."""
    path = folder / "provenance.json"
    with placed(path) as part:
        part.write_bytes(json.dumps(provenance(export), ensure_ascii=False, indent=2).encode() + b"\n")
    return (path,)


def provenance(export: Export) -> Json:
    """The run as one activity that used files and corrections and made tables, each derived from the files in it."""
    about = export.about
    files = {f"file:{encodable(str(row['source_file']))}": row for row in export.tables["files"]}
    entities: Json = {name: {"ingather:sha256": row["source_sha256"] or ""} for name, row in files.items()}
    corrections = [f"correction:{name}" for name in about.corrections]
    entities |= {name: {} for name in corrections}
    entities |= {f"table:{name}": {"ingather:rows": len(export.tables[name])} for name in TABLES}
    run: Json = {"ingather:version": about.version, "ingather:as_of": about.as_of.isoformat()}
    return {
        "prefix": {p: f"urn:ingather:{p}:" for p in ("file", "correction", "table", "ingather")},
        "entity": entities,
        "activity": {_RUN: run},
        "used": _numbered("u", ({"prov:activity": _RUN, "prov:entity": name} for name in (*files, *corrections))),
        "wasGeneratedBy": _numbered("g", ({"prov:entity": f"table:{t}", "prov:activity": _RUN} for t in TABLES)),
        "wasDerivedFrom": _numbered("d", _derived(export)),
    }


def _derived(export: Export) -> Iterator[Json]:
    files = {row["action_id"]: row["source_file"] for row in export.tables["actions"]}
    for name in TABLES:
        sources = {row.get("source_file") or files.get(row.get("action_id")) for row in export.tables[name]}
        for source in sorted(encodable(str(source)) for source in sources if source):
            yield {"prov:generatedEntity": f"table:{name}", "prov:usedEntity": f"file:{source}"}


def _numbered(letter: str, items: Iterator[Json]) -> Json:
    return {f"_:{letter}{number}": item for number, item in enumerate(items, 1)}
