"""What needs attention is summed up by kind, worst first, with examples from different files."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from export.attention import kinds, matters
from normalise.model import Review
from normalise.rows import Row
from tests.export.invented import the_plans

README = Path(__file__).parents[2] / "README.md"


def review(code: str, file: str, severity: str = "check", message: str = "Seen.") -> Row:
    return dict(asdict(Review(file, None, 1, 2, 3, code, severity, message, "Do this.")))


def test_problems_come_before_checks_and_checks_before_what_is_good_to_know() -> None:
    rows = [review("no-date", "a", "info"), review("no-date", "b", "info"), review("x", "a", "problem")]
    assert [m.severity for m in matters([*rows, review("owner-tbc", "a")], [])] == ["problem", "check", "info"]


def test_what_is_said_agrees_with_the_number() -> None:
    one, two = review("no-owner", "a"), review("no-owner", "b")
    assert matters([one], [])[0].what == "An action has no owner."
    assert matters([one, two], [])[0].what == "2 actions have no owner."


def test_a_kind_nobody_has_a_sentence_for_is_told_by_its_first_message() -> None:
    row = review("strange-thing", "a", message="It has {braces}.")
    (one,) = matters([row], [])
    assert (one.title, one.what, one.todo) == ("Strange thing", "Strange thing: It has {braces}.", "Do this.")
    assert matters([row, row], [])[0].what == "Strange thing, 2 times; the first: It has {braces}."


def test_the_examples_come_from_different_files_where_there_are_some() -> None:
    rows = [review("no-owner", name) for name in ("a", "a", "b", "a", "c")]
    assert [row["source_file"] for row in matters(rows, [])[0].examples] == ["a", "b", "c"]
    assert len(matters(rows[:2], [])[0].examples) == 2


def test_every_kind_that_the_readme_lists_has_words_of_its_own() -> None:
    section = README.read_text(encoding="utf-8").partition("## What to review")[2].partition("\n## ")[0]
    codes = set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))
    assert len(codes) > 40 and codes - kinds().keys() == set()


@pytest.mark.parametrize("code", sorted(kinds()))
def test_what_is_said_of_a_kind_is_of_all_of_them(code: str) -> None:
    said = kinds()[code]
    assert said.one[0].isupper() and "{n}" in said.several and said.todo.endswith(".")
    assert not re.search(r"[a-z]-[a-z]+-[a-z]|_", said.title)
    assert len(said.title) <= 42


def test_what_to_do_is_said_of_the_kind_not_of_its_first_row() -> None:
    assert matters([review("no-owner", "a")], [])[0].todo == "Ask who answers for them."


def test_actions_are_counted_where_one_row_speaks_of_many() -> None:
    actions = [row | {"review": ("overdue",)} for row in the_plans().tables["actions"]]
    (found,) = matters([review("overdue", "a", "info")], [], actions)
    assert (found.count, found.what) == (7, "7 actions are past their target date and not said to have ended.")


def test_a_doubt_about_a_table_is_one_however_many_actions_it_touches() -> None:
    actions = [{**row, "review": ("header-missing",)} for row in the_plans().tables["actions"]]
    assert len(actions) > 1
    assert matters([review("header-missing", "a")], [], actions)[0].count == 1


def test_a_file_that_could_not_be_read_is_a_problem() -> None:
    found = matters([], the_plans().tables["files"])
    assert [(m.severity, m.what) for m in found] == [("problem", "A file could not be read.")]
