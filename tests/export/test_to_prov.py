"""Provenance names the files with their hashes, the version, the corrections, and what became of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from export import WriteOptions, write_all
from tests.export.invented import the_plans


def test_each_table_is_derived_from_the_files_that_gave_it_rows(tmp_path: Path) -> None:
    export = the_plans()
    about = replace(export.about, corrections=("c0ffee",))
    write_all(replace(export, about=about), tmp_path, WriteOptions(formats=("prov",)))
    said = json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))
    derived = {(d["prov:generatedEntity"], d["prov:usedEntity"]) for d in said["wasDerivedFrom"].values()}
    assert ("table:milestones", "file:marlbrook/climate plan.docx") in derived
    assert ("table:actions", "file:marlbrook/hall.jpg") not in derived
    assert said["entity"]["file:marlbrook/climate plan.docx"] == {"ingather:sha256": "ab" * 32}
    assert {"prov:activity": "ingather:run", "prov:entity": "correction:c0ffee"} in said["used"].values()
    assert said["activity"]["ingather:run"]["ingather:version"] == "0.1.0"
