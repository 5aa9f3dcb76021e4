"""Validation finds what cannot be right, says it in plain English, and drops nothing."""

from __future__ import annotations

from datetime import date

from normalise.rows import Row
from normalise.schema import TABLES
from normalise.schema.validate import with_findings


def action(identity: str, changes: Row) -> Row:
    blank: Row = {f.name: "" if f.type == "string" and not f.listed else None for f in TABLES["actions"]}
    known: Row = {
        "action_id": identity, "action": "Plant trees", "confidence": 0.9, "review": (), "partner_list": (),
        "indicators": (), "source_file": "plan.docx", "table": 1, "row": 2, "timescale_kind": "none",
    }  # fmt: skip
    return {**blank, **known, **changes}


def tables(*actions: Row) -> dict[str, list[Row]]:
    return {name: list(actions) if name == "actions" else [] for name in TABLES}


def test_right_rows_pass_unchanged() -> None:
    right = tables(action("a1", {}), action("a2", {"due_date": date(2026, 3, 31)}))
    assert with_findings(right) == right


def test_a_wrong_value_becomes_a_sentence_and_its_row_stays() -> None:
    found = with_findings(tables(action("a1", {"due_date": date(1809, 3, 31)})))
    assert [a["action_id"] for a in found["actions"]] == ["a1"]
    assert found["actions"][0]["review"] == ("invalid-value",)
    (row,) = found["review"]
    assert row["message"] == "The due date lies outside 1990 to 2100 (“1809-03-31”)."
    assert (row["source_file"], row["table"], row["row"], row["severity"]) == ("plan.docx", 1, 2, "problem")


def test_every_failure_of_a_table_is_found_at_once() -> None:
    found = with_findings(tables(action("a1", {"action": ""}), action("a2", {"confidence": 1.5, "status": "fine"})))
    assert sorted(str(r["message"]) for r in found["review"]) == [
        "The action is empty.",
        "The confidence is above one (“1.5”).",
        "The status is not one of the codes (“fine”).",
    ]


def test_a_cost_whose_least_is_above_its_most_is_found() -> None:
    found = with_findings(tables(action("a1", {"cost_min_gbp": 200.0, "cost_max_gbp": 100.0})))
    assert "the least cost is above the greatest" in str(found["review"][0]["message"])


def test_two_actions_of_one_identity_are_found() -> None:
    found = with_findings(tables(action("a1", {}), action("a1", {})))
    assert {r["code"] for r in found["review"]} == {"invalid-value"}
