"""Every sample plan, read from its bytes to its rows: against the truth in its plan file, and against golden output.

`pytest tests/test_samples.py --rewrite-expected` writes the golden output anew; review it as a diff. The truth stands
in tests/make/plans and is never rewritten.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ingather.gathering import tables_of
from ingather.options import Options
from ingather.pipeline import Converted, convert
from ingather.results import Result
from ingest.limits import Limits
from ingest.reading import read_document
from normalise.ledger import text_places
from normalise.model import Action, Plan, Source
from normalise.rows import Row, as_text
from tests.make.content import Sample, load, names
from tests.make.truth import Truth, true_actions

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED = Path(__file__).parent / "expected"
AS_OF = date(2026, 1, 1)
every_sample = pytest.mark.parametrize("name", names())


@every_sample
def test_every_action_is_found_and_none_is_invented(name: str) -> None:
    found = [a.action for a in _plan(name).actions]
    assert len(found) == len(true_actions(load(name))), found


@every_sample
def test_the_words_of_every_cell_stand_in_their_field(name: str) -> None:
    for action, truth in _pairs(name):
        have = {field: _folded(load(name), _text(action, field)) for field in truth.texts}
        assert have == {field: _folded(load(name), text) for field, text in truth.texts.items()}


@every_sample
def test_every_action_stands_under_its_theme(name: str) -> None:
    assert [a.theme for a in _plan(name).actions] == [t.theme for t in true_actions(load(name))]


@every_sample
def test_dates_are_the_true_ones(name: str) -> None:
    for action, truth in _pairs(name):
        assert (action.action, action.start_date) == (action.action, truth.start)
        assert truth.due in ("any", action.due_date), action.action
        assert truth.kind in (None, action.timescale_kind), action.action
        steps = tuple((m.label, m.last_day) for m in action.steps)
        assert truth.steps in (None, steps), action.action


@every_sample
def test_owners_and_partners_are_the_true_ones(name: str) -> None:
    for action, truth in _pairs(name):
        assert tuple((o.person, o.role, o.organisation) for o in action.owners) == truth.owners, action.action
        assert truth.partners in (None, action.partner_list)


@every_sample
def test_costs_status_and_indicators_are_the_true_ones(name: str) -> None:
    for action, truth in _pairs(name):
        assert truth.cost in (None, (action.cost_min_gbp, action.cost_max_gbp)), action.action
        assert truth.cost_kind in (None, action.cost_kind), action.action
        assert truth.status in (None, action.status), action.action
        assert truth.indicators in (None, action.indicators), action.action


@every_sample
def test_the_plan_and_its_council_are_the_true_ones(name: str) -> None:
    plan, expected = _plan(name), load(name).expected
    assert (plan.council, plan.council_code) == (expected.get("council", ""), expected.get("council_code", ""))
    assert expected.get("plan", plan.plan) == plan.plan


@every_sample
def test_every_column_is_mapped_to_its_field(name: str) -> None:
    mapped = {(h.heading, h.field) for h in _plan(name).headings if h.field}
    assert {(c.heading, c.field) for c in load(name).columns} <= {(h.split("\n")[-1], f) for h, f in mapped}


@every_sample
def test_nothing_of_the_file_is_lost(name: str) -> None:
    document = read_document(_bytes(name), Limits())
    assert [place for place, _ in _plan(name).ledger] == [place for place, _ in text_places(document)]


@every_sample
def test_what_comes_out_is_what_was_reviewed(name: str, request: pytest.FixtureRequest) -> None:
    golden = EXPECTED / f"{name}.json"
    shown = _shown(_result(name))
    if request.config.getoption("--rewrite-expected"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_no_golden_output_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == set(names())


def test_a_placeholder_for_money_is_flagged_and_is_no_sum() -> None:
    (action,) = [a for a in _plan("costs-and-dates").actions if a.resources == "£x"]
    assert (action.cost_min_gbp, action.cost_max_gbp) == (None, None)
    assert any("placeholder" in code for code in action.review)


def test_tables_beside_the_actions_are_kept_with_a_reason() -> None:
    kept = Counter(u.table for u in _plan("side-tables").unplaced)
    assert {1, 2, 4} <= set(kept)
    assert all(u.why for u in _plan("side-tables").unplaced)


def _pairs(name: str) -> list[tuple[Action, Truth]]:
    return list(zip(_plan(name).actions, true_actions(load(name)), strict=True))


def _text(action: Action, field: str) -> str:
    text = getattr(action, "status_text" if field == "status" else field)
    assert isinstance(text, str)
    return text


def _folded(sample: Sample, text: str) -> str:
    """Bullets of any shape come out as one; where the format folds a cell to its width, how it folds does not count."""
    text = text.replace("· ", "• ")
    return " ".join(text.split()) if sample.format == "pdf" or sample.layout == "aligned" else text


def _bytes(name: str) -> bytes:
    return (SAMPLES / load(name).file).read_bytes()


@cache
def _result(name: str) -> Converted:
    data = _bytes(name)
    source = Source(f"samples/{load(name).file}", hashlib.sha256(data).hexdigest(), len(data))
    return convert(data, source, Options(as_of=AS_OF))


def _plan(name: str) -> Plan:
    plan = _result(name).plan
    assert plan is not None, _result(name).file.reason
    return plan


def _shown(found: Converted) -> str:
    """Every table as readable JSON, what is empty and what only names the file left out."""
    tables = {table: [_row(row) for row in rows] for table, rows in tables_of([Result(found.file, found.rows)]).items()}
    return json.dumps(tables, indent=1, ensure_ascii=False) + "\n"


def _row(row: Row) -> dict[str, str]:
    needless = ("source_file", "source_sha256", "bytes")
    shown = {field: as_text(value) for field, value in row.items() if field not in needless}
    return {field: text for field, text in shown.items() if text}
