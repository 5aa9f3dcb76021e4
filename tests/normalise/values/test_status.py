"""Status from words, letters, signs and colours, by the document's own key where it has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.schema import STATUSES
from normalise.values.status import Colours, opening_status, read_key, read_status
from normalise.values.status_words import CODES

CELLS = [
    line.replace("\\n", "\n").rpartition("|")[::2]
    for line in (Path(__file__).parent / "status.tsv").read_text(encoding="utf-8").splitlines()
]

WORDS = [
    ("Not started", "not_started"), ("Not yet started", "not_started"), ("Not due", "not_started"),
    ("Planned", "not_started"), ("Grey", "not_started"), ("In progress", "in_progress"),
    ("Under way", "in_progress"), ("Underway", "in_progress"), ("Started", "in_progress"), ("Ongoing", "in_progress"),
    ("Still ongoing", "in_progress"), ("Carried forward", "in_progress"), ("Partially complete", "in_progress"),
    ("Not complete", "in_progress"), ("Green", "on_track"), ("G", "on_track"), ("g", "on_track"),
    ("RAG: G", "on_track"), ("On track", "on_track"), ("ON-TRACK", "on_track"), ("On target", "on_track"),
    ("On schedule", "on_track"), ("Amber", "at_risk"), ("Yellow", "at_risk"), ("A", "at_risk"), ("At risk", "at_risk"),
    ("Some slippage", "at_risk"), ("Minor delay", "at_risk"), ("Plan in place", "at_risk"), ("Red", "off_track"),
    ("R", "off_track"), ("Off track", "off_track"), ("Not on track", "off_track"), ("Behind schedule", "off_track"),
    ("Delayed", "off_track"), ("Overdue", "off_track"), ("Not on target", "off_track"), ("On hold", "on_hold"),
    ("Action on hold", "on_hold"), ("Paused", "on_hold"), ("Deferred to 2026", "on_hold"), ("Complete", "complete"),
    ("Completed", "complete"), ("COMPLETED June 2024", "complete"), ("Done", "complete"), ("Closed", "complete"),
    ("Achieved", "complete"), ("Delivered", "complete"), ("Blue", "complete"), ("B", "complete"), ("✓", "complete"),
    ("100%", "complete"), ("100 % complete", "complete"), ("60%", "in_progress"), ("0%", "not_started"),
    ("Cancelled", "cancelled"), ("Withdrawn", "cancelled"), ("No longer required", "cancelled"),
    ("Delayed but now complete", "complete"), ("Green – on track", "on_track"), ("🟢", "on_track"), ("↑", "on_track"),
    ("G →", "on_track"), ("Coch", "off_track"), ("Wedi’i gwblhau", "complete"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), CELLS)
def test_a_cell_says_how_far_its_action_has_got(text: str, code: str) -> None:
    assert read_status(text).code == code
    assert read_status(text.lower().replace(" ", "\u00a0")).code == code


@pytest.mark.parametrize(("phrase", "code"), CODES.items())
def test_a_listed_phrase_means_what_the_list_says_with_dashes_too(phrase: str, code: str) -> None:
    assert read_status(phrase).code == code
    assert read_status(phrase.replace(" ", " - ")).code == code


SILENT = [
    "",
    "-",
    "N/A",
    "A report was published",
    "Complete by March",
    "No delays",
    "Discussed in May",
    "Reduced",
    "Late 2025",
    "Met with partners to discuss the open days",
    "The live music was planned by the group in May",
]

FILLS = [
    ("00B050", "on_track"), ("92D050", "on_track"), ("C6EFCE", "on_track"), ("FF0000", "off_track"),
    ("C00000", "off_track"), ("FFC7CE", "off_track"), ("FFC000", "at_risk"), ("FFFF00", "at_risk"),
    ("FFEB9C", "at_risk"), ("ED7D31", "at_risk"), ("0070C0", "complete"), ("00B0F0", "complete"),
    ("9BC2E6", "complete"), ("BFBFBF", "not_started"), ("FFFFFF", ""), ("F2F2F2", ""), ("DDEBF7", ""),
    ("000000", ""), ("7030A0", ""), ("", ""), ("auto", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), WORDS)
def test_words_letters_and_signs_say_a_status(text: str, code: str) -> None:
    assert read_status(text).code == code
    assert read_status(f" {text.upper()} ").code == code


@pytest.mark.parametrize("text", SILENT)
def test_other_words_say_none(text: str) -> None:
    assert read_status(text).code == ""


@pytest.mark.parametrize(("fill", "code"), FILLS)
def test_an_empty_cell_is_read_by_its_colour(fill: str, code: str) -> None:
    assert read_status("", Colours(fill=fill)).code == code
    assert read_status("", Colours(fill=fill.lower())).code == code


def test_a_highlight_counts_and_the_colour_of_a_lone_sign_but_not_of_words() -> None:
    assert read_status("", Colours(highlight="FF0000")).code == "off_track"
    assert read_status("●", Colours(colour="00B050")).code == "on_track"
    assert read_status("See report", Colours(colour="FF0000")).code == ""


@pytest.mark.parametrize(("text", "fill"), [("Complete", "FF0000"), ("Green", "C00000"), ("On track", "FFC000")])
def test_a_colour_that_contradicts_its_words_is_flagged_and_the_words_hold(text: str, fill: str) -> None:
    status = read_status(text, Colours(fill=fill))
    assert (status.code, [note.code for note in status.notes]) == (read_status(text).code, ["status-conflict"])


@pytest.mark.parametrize(("text", "fill"), [("Complete", "00B050"), ("Ongoing", "FFC000"), ("R", "FF0000"), ("G", "")])
def test_a_colour_that_suits_its_words_is_not_flagged(text: str, fill: str) -> None:
    assert read_status(text, Colours(fill=fill)).notes == ()


def test_the_documents_own_key_comes_first() -> None:
    key = read_key(
        [("0070C0", "Not yet due"), ("00B050", "Complete"), ("FFFFFF", "Not started"), ("", "P = On hold"), ("", "Key")]
    )
    assert read_status("", Colours(fill="0070C0"), key).code == "not_started"
    assert read_status("Green", key=key).code == "complete"
    assert read_status("", Colours(fill="FFFFFF"), key).code == "not_started"
    assert read_status("P", key=key).code == "on_hold"
    assert read_status("", Colours(fill="FF0000"), key).code == "off_track"


def test_two_greens_of_a_key_are_told_apart_by_the_nearer_one() -> None:
    key = read_key([("00703C", "Complete"), ("92D050", "On track")])
    assert read_status("", Colours(fill="006B3A"), key).code == "complete"
    assert read_status("", Colours(fill="99DD55"), key).code == "on_track"


def test_a_key_in_words_names_colours_and_letters() -> None:
    assert not read_key(
        [("FFC000", "Amber: Some risk to delivery, mitigation in place"), ("FF0000", "Must be done by May")]
    )
    assert read_key([("", "Amber: complete, evidence awaited")]) == {"amber": "complete"}
    assert read_key([("", "Blue = complete"), ("", "G: on target"), ("", "Signed by the Chair")]) == {
        "blue": "complete",
        "green": "on_track",
    }
    assert read_status("", Colours(fill="0070C0"), {"blue": "withdrawn"}).code == "cancelled"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Completed, and published on the website", "complete"),
        ("Complete. The team followed it up in May.", "complete"),
        ("Ongoing.", "in_progress"),
        ("Still ongoing", "in_progress"),
        ("This has been completed", "complete"),
        ("On track for delivery in March", "on_track"),
        ("Started in May", "in_progress"),
        ("✓ agreed", "complete"),
        ("Complete review by June", ""),
        ("Planned visits took place", ""),
        ("There is no intention to publish", ""),
        ("Open day held in March", ""),
        ("Red kites were seen", ""),
        ("", ""),
    ],
)
def test_a_progress_cell_has_the_status_it_opens_with(text: str, code: str) -> None:
    assert opening_status(text) == code


@given(st.text(max_size=40), st.text(alphabet="0123456789ABCDEFabcdef", max_size=7), st.text(max_size=10))
def test_nothing_makes_reading_fail_and_the_code_is_one_of_the_contracts(text: str, fill: str, words: str) -> None:
    code = read_status(text, Colours(fill, fill, fill), read_key([(fill, words)])).code
    assert code in ("", *STATUSES)
    assert opening_status(text) in ("", *STATUSES)
