"""Headings as plain words: what makes no difference."""

from __future__ import annotations

import pytest

from normalise.headings import heading_date
from normalise.headings.lexicon import known
from normalise.headings.repair import mended
from normalise.headings.wording import words


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("TARGET  DATE", "target date"),
        ("Timescales:", "timescale"),
        ("5.Tasks/ Actions", "task and action"),
        ("Person(s) responsible", "person responsible"),
        ("Person/s\nResponsible", "person responsible"),
        ("Outcome¹", "outcome"),
        ("Resources2", "resource"),
        ("Progress P.I.’s", "progress pi"),
        ("R.A.G.", "rag"),
        ("#", "number"),
        ("Cost (£)", "cost gbp"),
        ("Programme update – March 2021", "programme update"),
        ("OBJECTIVES 2005/2006", "objective"),
        ("Update at 31 March 2012", "update at"),
        ("Criterion", "criteria"),
    ],
)
def test_words_leave_out_what_makes_no_difference(written: str, plain: str) -> None:
    assert " ".join(words(written)) == plain


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Refe\nrence\nCode", "reference code"),
        ("Refe/rence", "reference"),
        ("2010/1\n1\nTarg\net", "target"),
        ("Time line", "timeline"),
        ("Plan co-ordinator", "plan coordinator"),
        ("Responsibilty", "responsibility"),
        ("LeadOfficer", "lead officer"),
        ("R A G", "rag"),
    ],
)
def test_broken_and_misspelt_words_are_mended(broken: str, whole: str) -> None:
    assert " ".join(mended(words(broken), known().vocabulary)) == whole


def test_whole_words_are_left_alone() -> None:
    assert mended(("lead", "officer", "zebra"), known().vocabulary) == ("lead", "officer", "zebra")


@pytest.mark.parametrize(
    "heading", ["Q1 2012/13", "March 2013", "Quarter 4", "2013/14", "Autumn Term", "Year 2", "Jan–Mar 2011"]
)
def test_a_heading_that_is_a_date_is_one(heading: str) -> None:
    assert heading_date(heading) == heading


@pytest.mark.parametrize(
    "heading", ["Target April 2012", "Progress Q1", "Date", "", "Quarter", "Market", "Octavia Hill"]
)
def test_a_heading_that_says_more_than_a_date_is_none(heading: str) -> None:
    assert heading_date(heading) == ""
