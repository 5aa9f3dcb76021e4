"""Tables of one document under the same headings, one on each page."""

from __future__ import annotations

from normalise.model import Plan
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Ref | Recommendation | Action required | Measures | Responsible officer | Target date"
MOST = (
    "1 | Safe care | Test the recruitment campaign | Attendance records | Head of Estates | May 2026",
    "2 | Safe care | Roll out the falls bundle | Number of people trained | Head of Estates | May 2026",
    "3 | Safe care | Refresh the estates register | 90% in time | Medical Director | May 2026",
)
FEW = (
    "4 | Good care | Complete the register | Survey results published on the website | Medical Director | May 2026",
    "5 | Good care | Undertake prescribing in clinics | Audit score of 90% or above | Medical Director | May 2026",
)


def measures(plan: Plan) -> list[str]:
    return [action.measure for action in plan.actions]


def test_a_column_of_few_rows_is_what_it_is_under_the_same_headings_above_more() -> None:
    alone = measures(read(document(table(HEAD, *FEW))))
    beside = measures(read(document("# Plan", table(HEAD, *MOST), "Page 2", table(HEAD, *FEW))))
    assert alone == ["", ""]
    assert beside[3:] == ["Survey results published on the website", "Audit score of 90% or above"]


def test_a_table_under_other_headings_is_read_by_itself() -> None:
    plan = read(document("# Plan", table(HEAD, *MOST), "Page 2", table(HEAD.replace("Target", "Due"), *FEW)))
    assert measures(plan)[3:] == ["", ""]


def test_cells_that_plainly_tell_another_field_keep_it_beside_a_longer_table() -> None:
    head = "Action | Lead | Target | Progress"
    codes = ("Plant oaks | Ann Lee | May 2026 | R", "Cut grass | Bo Ray | June 2026 | A", "Dig | Cy Day | 2027 | G")
    words = (
        "Mend paths | Ann Lee | 95% of paths | Two are done and a third begins",
        "Sow | Bo Ray | 50 verges | Begun",
    )
    actions = read(document("# Plan", table(head, *codes), "## More", table(head, *words))).actions
    assert [a.status_text for a in actions[:3]] == ["R", "A", "G"]
    assert [(a.measure, a.timescale) for a in actions[3:]] == [("95% of paths", ""), ("50 verges", "")]
    assert (actions[3].progress, actions[3].status) == ("Two are done and a third begins", "")
