"""Every output format of one small invented plan, against golden output: so that any change of a format is a diff.

`make expected` writes the golden output anew; review it as a diff.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from export import Export, WriteOptions, write_all, writer_names
from normalise.compare import compare
from normalise.model import Heading, Milestone, Owner, Review, Unplaced
from tests.export.invented import WRITABLE, a_plan, an_action, an_export
from tests.export.showing import shown

EXPECTED = Path(__file__).parent / "expected"
FILE = "marlbrook/climate plan.docx"
PUBLIC = "xlsx for the public"
WRITTEN = {
    "csv": ("csv", "*.csv"), "csvw": ("csvw", "*-metadata.json"), "datapackage": ("csv", "datapackage.json"),
    "jsonl": ("jsonl", "*.jsonl"), "parquet": ("parquet", "*.parquet"), "prov": ("prov", "*"),
    "sqlite": ("sqlite", "*.sqlite"), "xlsx": ("xlsx", "*.xlsx"), PUBLIC: ("xlsx", "*.xlsx"),
}  # fmt: skip
"""What is asked for, and the files of it that are compared, by the name of the golden output."""


def the_plan() -> Export:
    """A plan of two actions with something in every table, one of them new and one changed since the run before."""
    estates = Owner("Priya Nair", "Head of Estates", "", "Priya Nair, Head of Estates")
    steps = (
        Milestone("Tender", "June 2025", date(2025, 6, 30), "month"),
        Milestone("In use", "31 March 2026", date(2026, 3, 31), "day"),
    )
    first = an_action(owners=(estates, Owner("", "", "Estates Team", "Estates Team")), steps=steps)
    second = an_action(
        action_id="a00000000002", ref="1.2", action='=SUM(A1) “solar”, six halls\nand "three" schools', row=4,
        owners=(), status="", status_text="", due_date=None,
        timescale="", timescale_kind="none", review=("no-date",), other=(),
    )  # fmt: skip
    plan = a_plan(
        first, second, headings=(Heading(FILE, 2, 2, "What we will do", "action", "synonym", 0.97),),
        review=(Review(FILE, None, 2, 4, None, "no-date", "info", "No target date is given.", "Ask when it is due."),),
        unplaced=(Unplaced(FILE, None, 1, 1, 1, "Version 0.4", "Version history"),),
    )  # fmt: skip
    export = an_export(plan)
    before = [export.tables["actions"][0] | {"due_date": date(2025, 12, 31), "status": "on_track"}]
    return replace(export, changes=compare(before, export.tables["actions"]))


@pytest.mark.parametrize("name", [*WRITABLE, PUBLIC])
def test_each_format_is_what_was_reviewed(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    asked, files = WRITTEN[name]
    write_all(the_plan(), tmp_path, WriteOptions(formats=(asked,), publication=name == PUBLIC))
    said = "\n".join(f"== {path.name} ==\n{shown(path)}" for path in sorted(tmp_path.glob(files)) if path.is_file())
    golden = EXPECTED / f"{name}.txt"
    if request.config.getoption("--rewrite-expected"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said and said == golden.read_text(encoding="utf-8")


def test_every_format_has_golden_output_and_none_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == WRITTEN.keys() == {*writer_names(), PUBLIC}
