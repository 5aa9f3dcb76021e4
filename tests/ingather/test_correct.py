"""A correction is said once, replayed on every run after, shown as such, and can be taken back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from ingather.cli import main
from ingather.correcting import add, load
from normalise.corrections import Correction

pytestmark = pytest.mark.usefixtures("no_pool")

PLAN = "Action\tGuardian\tBy when\nPlant trees\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"


def ingather(*words: str) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / table).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def run(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir(exist_ok=True)
    (tmp_path / "in" / "plan.txt").write_text(PLAN)
    assert ingather("run", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--as-of", "2026-01-01").exit_code == 0
    return tmp_path / "out"


def test_a_heading_corrected_once_is_read_so_from_then_on_and_undone_again(tmp_path: Path) -> None:
    out = run(tmp_path)
    before = rows(out, "actions.csv")
    kept = ingather("correct", "heading", str(out), "Guardian", "partners").output.split()[2]
    run(tmp_path)
    assert [a["partner_list"] for a in rows(out, "actions.csv")] == ["Bo Ray", "Ann Lee"]
    assert [h["how"] for h in rows(out, "headings.csv") if h["heading"] == "Guardian"] == ["correction"]
    ingather("correct", "undo", str(out), kept)
    run(tmp_path)
    assert rows(out, "actions.csv") == before


def test_a_corrected_text_is_read_anew(tmp_path: Path) -> None:
    out = run(tmp_path)
    first = rows(out, "actions.csv")[0]["action_id"]
    ingather("correct", "value", str(out), first, "timescale", "June 2027")
    run(tmp_path)
    action = rows(out, "actions.csv")[0]
    assert (action["timescale"], action["due_date"]) == ("June 2027", "2027-06-30")
    assert "corrected" in action["review"]


def test_a_corrected_value_stands_beside_the_words_as_written(tmp_path: Path) -> None:
    out = run(tmp_path)
    first = rows(out, "actions.csv")[0]["action_id"]
    ingather("correct", "value", str(out), first, "due_date", "2026-04-01")
    run(tmp_path)
    assert [rows(out, "actions.csv")[0][c] for c in ("timescale", "due_date")] == ["March 2026", "2026-04-01"]


def test_a_dropped_row_is_listed_as_unplaced(tmp_path: Path) -> None:
    out = run(tmp_path)
    ingather("correct", "row", str(out), rows(out, "actions.csv")[0]["action_id"])
    run(tmp_path)
    assert [a["action"] for a in rows(out, "actions.csv")] == ["Cut grass"]
    assert "Plant trees" in {u["text"] for u in rows(out, "unplaced.csv")}


def put_in_above(tmp_path: Path, line: str) -> Path:
    """The results once a row stands in the plan above its first."""
    (tmp_path / "in" / "plan.txt").write_text(PLAN.replace("Plant trees", f"{line}\nPlant trees"))
    return again(tmp_path)


def test_a_correction_goes_with_its_action_when_a_row_is_put_in_above(tmp_path: Path) -> None:
    out = run(tmp_path)
    ingather("correct", "value", str(out), rows(out, "actions.csv")[0]["action_id"], "lead", "Cy Dunn")
    put_in_above(tmp_path, "Sweep the streets\tDi Eames\tMay 2026")
    assert leads(out) == ["Di Eames", "Cy Dunn", "Ann Lee"]


def test_what_is_said_of_an_action_with_corrected_words_goes_with_it_too(tmp_path: Path) -> None:
    out = run(tmp_path)
    first = rows(out, "actions.csv")[0]["action_id"]
    ingather("correct", "value", str(out), first, "action", "Wholly other words")
    run(tmp_path)
    ingather("correct", "value", str(out), first, "lead", "Cy Dunn")
    put_in_above(tmp_path, "Sweep the streets\tDi Eames\tMay 2026")
    assert leads(out) == ["Di Eames", "Cy Dunn", "Ann Lee"]
    assert rows(out, "actions.csv")[1]["action"] == "Wholly other words"


def test_a_correction_is_given_to_no_like_action_that_took_the_place_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    plan = tmp_path / "in" / "plan.txt"
    plan.write_text(PLAN.replace("Cut grass", "Plant trees in the park"))
    out = again(tmp_path)
    ingather("correct", "value", str(out), rows(out, "actions.csv")[0]["action_id"], "lead", "Cy Dunn")
    plan.write_text(plan.read_text().replace("Plant trees\tBo Ray\tMarch 2026\n", ""))
    again(tmp_path)
    assert [(a["lead"], a["review"]) for a in rows(out, "actions.csv")] == [("Ann Lee", "correction-unmatched")]
    (told,) = [r for r in rows(out, "review.csv") if r["code"] == "correction-unmatched"]
    assert "(lead: “Cy Dunn”) was made to another action" in told["message"]


def test_an_edit_of_the_workbook_goes_with_its_action_when_rows_are_put_in_later(tmp_path: Path) -> None:
    out = run(tmp_path)
    book = load_workbook(out / "action-plans.xlsx")
    names = [cell.value for cell in book["Actions"][1]]
    book["Actions"].cell(3, names.index("lead") + 1, "Cy Dunn")
    book.save(out / "action-plans.xlsx")
    run(tmp_path)
    put_in_above(tmp_path, "Sweep the streets\tDi Eames\tMay 2026")
    assert leads(out) == ["Di Eames", "Bo Ray", "Cy Dunn"]


def test_a_table_said_to_hold_no_actions_gives_none(tmp_path: Path) -> None:
    out = run(tmp_path)
    ingather("correct", "table", str(out), "plan.txt", "1", "--no-actions")
    run(tmp_path)
    assert rows(out, "actions.csv") == []
    assert {u["why"] for u in rows(out, "unplaced.csv")} == {
        "not a table of actions: a correction says that it holds no actions"
    }


def test_a_correction_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = ingather("correct", "heading", str(out), "Guardian", "boss")
    assert result.exit_code == 2
    assert "names no field: “boss”" in result.output
    assert not out.exists()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("undo", "nosuch"), "No correction with the id “nosuch” holds in "),
        (("table", "nosuch.pdf", "2", "--no-actions"), "No file in these results is called “nosuch.pdf”"),
        (("table", "plan.txt", "2", "--no-actions"), "plan.txt has no table 2: its tables are numbered from 1 to 1."),
        (("value", "badid", "lead", "x"), "No action in these results has the id “badid”"),
        (("row", "badid"), "No action in these results has the id “badid”"),
        (("heading", "Lead", "lead", "--council", "Kent Council"), "has the official name “Kent Council”. The nearest"),
    ],
)
def test_a_correction_of_what_is_not_in_the_results_is_refused(tmp_path: Path, said: tuple[str, ...], why: str) -> None:
    out = run(tmp_path)
    result = ingather("correct", said[0], str(out), *said[1:])
    assert result.exit_code == 2
    assert why in result.output
    assert not (out / "corrections.jsonl").exists()


def test_a_heading_that_no_table_has_is_told_at_once_with_the_nearest_and_kept(tmp_path: Path) -> None:
    out = run(tmp_path)
    said = ingather("correct", "heading", str(out), "Gaurdian", "lead")
    assert said.exit_code == 0
    assert "has the heading “Gaurdian”. The nearest are: “Guardian”" in said.output
    assert [c.heading for c in load(out / "corrections.jsonl").lines] == ["Gaurdian"]


def test_a_heading_that_a_table_has_is_kept_without_a_word_more(tmp_path: Path) -> None:
    out = run(tmp_path)
    assert "No table" not in ingather("correct", "heading", str(out), "guardian:", "lead").output


def test_a_correction_is_kept_where_the_results_do_not_tell_what_they_hold(tmp_path: Path) -> None:
    assert ingather("correct", "table", str(tmp_path), "plan.txt", "2", "--no-actions").exit_code == 0
    assert ingather("correct", "row", str(tmp_path), "3f9a01bc77de").exit_code == 0


def test_a_broken_line_stops_the_run_with_its_number(tmp_path: Path) -> None:
    out = run(tmp_path)
    (out / "corrections.jsonl").write_text("{not json\n")
    result = ingather("run", str(tmp_path / "in"), "--out", str(out))
    assert result.exit_code == 2
    assert "Line 1 of the corrections" in result.output


@pytest.mark.parametrize("torn", ['{"what": "heading", "head', "\0\0\0\0", '{"what": "heading", "heading": "Caf'])
def test_a_line_that_a_power_cut_has_torn_is_left_out_and_written_over(tmp_path: Path, torn: str) -> None:
    path = tmp_path / "corrections.jsonl"
    add(path, Correction("heading", heading="Steward", field="lead"))
    with path.open("a", encoding="utf-8") as file:
        file.write(torn)
    assert [c.heading for c in load(path).lines] == ["Steward"]
    add(path, Correction("heading", heading="Keeper", field="lead"))
    assert [c.heading for c in load(path).lines] == ["Steward", "Keeper"]


def test_a_line_without_its_end_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    path.write_text('{"what": "heading", "heading": "Steward", "field": "lead"}', encoding="utf-8")
    add(path, Correction("heading", heading="Keeper", field="lead"))
    assert [c.heading for c in load(path).lines] == ["Steward", "Keeper"]


def test_a_correction_is_taken_where_a_cell_of_the_results_is_very_long(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "long.txt").write_text(f"{PLAN}{'Mend paths and ' * 10_000}\tAnn Lee\tMay 2026\n")
    out = run(tmp_path)
    action, *_ = (line.partition(",")[0] for line in (out / "actions.csv").read_text("utf-8-sig").splitlines()[1:])
    assert ingather("correct", "row", str(out), action).exit_code == 0
    assert "no table 9" in ingather("correct", "table", str(out), "long.txt", "9", "--no-actions").output


def test_a_correction_of_a_file_that_is_not_there_now_has_a_row_to_review(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    gone = tmp_path / "in" / "gone.txt"
    gone.write_text(PLAN.replace("trees", "hedges"))
    out = run(tmp_path)
    hedges = next(a["action_id"] for a in rows(out, "actions.csv") if a["action"] == "Plant hedges")
    ingather("correct", "value", str(out), hedges, "lead", "Cy Dunn")
    gone.unlink()
    run(tmp_path)
    (told,) = [r for r in rows(out, "review.csv") if r["code"] == "correction-unmatched"]
    assert told["source_file"] == "gone.txt"
    assert "(lead: “Cy Dunn”)" in told["message"]


def corrected(tmp_path: Path) -> Path:
    """Results with a correction of plan.txt."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.txt").write_text(PLAN)
    out = again(tmp_path)
    ingather("correct", "value", str(out), rows(out, "actions.csv")[0]["action_id"], "lead", "Cy Dunn")
    return out


def again(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    assert ingather("run", str(tmp_path / "in"), "--out", str(out), "--as-of", "2026-01-01").exit_code == 0
    return out


def leads(out: Path) -> list[str]:
    assert "correction-unmatched" not in {r["code"] for r in rows(out, "review.csv")}
    return [a["lead"] for a in rows(out, "actions.csv")]


def test_a_correction_follows_its_file_to_another_name_and_stays_with_it(tmp_path: Path) -> None:
    corrected(tmp_path)
    (tmp_path / "in" / "plan.txt").rename(tmp_path / "in" / "new name.txt")
    assert leads(again(tmp_path)) == ["Cy Dunn", "Ann Lee"]
    (tmp_path / "in" / "new name.txt").write_text(PLAN + "Mow verges\tDi Eames\tMay 2027\n")
    assert leads(again(tmp_path)) == ["Cy Dunn", "Ann Lee", "Di Eames"]


def test_a_correction_holds_for_the_copy_that_is_read_in_the_place_of_its_file(tmp_path: Path) -> None:
    corrected(tmp_path)
    copy = tmp_path / "in" / "a copy.txt"
    copy.write_text(PLAN)
    assert leads(again(tmp_path)) == ["Cy Dunn", "Ann Lee"]
    copy.unlink()
    assert leads(again(tmp_path)) == ["Cy Dunn", "Ann Lee"]


def test_a_correction_follows_no_file_where_one_of_its_name_is_read(tmp_path: Path) -> None:
    corrected(tmp_path)
    (tmp_path / "in" / "plan.txt").rename(tmp_path / "in" / "last year.txt")
    (tmp_path / "in" / "plan.txt").write_text(PLAN.replace("May", "June"))
    assert leads(again(tmp_path)) == ["Bo Ray", "Ann Lee", "Cy Dunn", "Ann Lee"]


def test_a_file_is_forgotten_with_what_was_said_of_it_under_its_name_before(tmp_path: Path) -> None:
    out = corrected(tmp_path)
    (tmp_path / "in" / "plan.txt").rename(tmp_path / "in" / "new.txt")
    again(tmp_path)
    assert ingather("forget", "new.txt", "--out", str(out), "--store", str(tmp_path / "store")).exit_code == 0
    assert "Cy Dunn" not in (out / "corrections.jsonl").read_text()


def test_a_table_said_to_hold_no_actions_is_known_again_below_another(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    plan = tmp_path / "in" / "plan.txt"
    plan.write_text(PLAN)
    out = again(tmp_path)
    assert ingather("correct", "table", str(out), "plan.txt", "1", "--no-actions").exit_code == 0
    plan.write_text(PLAN.replace("trees", "hedges").replace("Cut grass", "Sow seeds") + "\nAnd more:\n\n" + PLAN)
    again(tmp_path)
    assert [a["action"] for a in rows(out, "actions.csv")] == ["Plant hedges", "Sow seeds"]
