"""Real cells with known answers, where they lie beside the checkout."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from normalise.values.dates import read_time
from normalise.values.money import read_money

SHARED = Path(__file__).parents[4] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the real cells are not beside this checkout")


def answers(name: str) -> list[dict[str, str]]:
    with (SHARED / "data" / name).open(encoding="utf-8", newline="") as lines:
        return [
            {**row, "text": row["text"].replace("\\n", "\n")}
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def test_of_real_time_cells_98_in_100_are_exact_and_no_date_is_wrong() -> None:
    cells = answers("dates.tsv")
    exact = wrong = 0
    for cell in cells:
        timing = read_time(cell["text"])
        start, due = str(timing.start or ""), str(timing.due or "")
        exact += (timing.kind, start, due) == (cell["timescale_kind"], cell["start_date"], cell["due_date"])
        wrong += start not in ("", cell["start_date"]) or due not in ("", cell["due_date"])
    assert exact >= 0.98 * len(cells)
    assert wrong == 0


def test_of_real_money_cells_97_in_100_are_exact() -> None:
    cells = answers("money.tsv")
    exact = 0
    for cell in cells:
        money = read_money(cell["text"])
        wanted = [float(cell[name]) if cell[name] else None for name in ("cost_min_gbp", "cost_max_gbp")]
        exact += [money.least, money.most] == wanted
    assert exact >= 0.97 * len(cells)


def test_every_time_of_the_first_two_plans_is_read_with_its_labels() -> None:
    plans = json.loads((SHARED / "seeds" / "expected.json").read_text(encoding="utf-8"))
    for action in (action for plan in plans.values() for action in plan["actions"]):
        timing = read_time(action["timescale"])
        steps = [[m.label, str(m.last_day)] for m in timing.milestones]
        assert (timing.kind, str(timing.due or ""), steps) == (
            action["timescale_kind"],
            action["due_date"] or "",
            action["milestones"],
        )
