"""Words out of what a model of letters makes of each step along a line."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.transcript import Chances, Spoken, alphabet, standing

KNOWN = ["blank", *"Planrtesiíéy£€汉", " "]


FOREIGN = ["blank", "中", "A", "é", "ß", "œ", "Ж", " "]


def chances(*steps: dict[str, float]) -> Chances:
    made = np.zeros((len(steps), len(KNOWN)), dtype=np.float32)
    for row, step in zip(made, steps, strict=True):
        for letter, chance in step.items():
            row[KNOWN.index(letter or "blank")] = chance
    return made


def spelt(text: str) -> Chances:
    return chances(*({"" if letter == "_" else letter: 0.9} for letter in text))


def test_a_letter_said_twice_running_is_one_and_twice_with_a_rest_between_is_two() -> None:
    words, sure = alphabet(KNOWN).read(spelt("ttr_e_e"))
    assert [word.text for word in words] == ["tree"]
    assert sure == pytest.approx(0.9)


def test_each_word_knows_at_which_steps_it_begins_and_ends() -> None:
    assert alphabet(KNOWN).read(spelt("_as_ _it"))[0] == [Spoken("as", 1, 2), Spoken("it", 6, 7)]


@pytest.mark.parametrize(
    ("step", "letter"),
    [
        ({"í": 0.99, "i": 0.005}, "i"),
        ({"é": 0.99, "e": 0.02}, "e"),
        ({"é": 0.99, "e": 0.004}, "é"),
        ({"汉": 0.7, "y": 0.1}, "y"),
        ({"€": 0.9, "£": 0.05}, "£"),
        ({"€": 0.99}, "€"),
    ],
    ids=["blurred dot", "doubtful accent", "sure accent", "another script", "doubtful euro", "sure euro"],
)
def test_letters_are_those_that_english_plans_are_written_in(step: dict[str, float], letter: str) -> None:
    assert [word.text for word in alphabet(KNOWN).read(chances(step))[0]] == [letter]


def test_a_step_that_says_nothing_new_gives_nothing() -> None:
    assert alphabet(KNOWN).read(chances({"": 0.6, "a": 0.3})) == ([], 0.0)


@pytest.mark.parametrize("letter", ["中", "Ж"])
def test_a_letter_of_another_script_is_read_as_none_that_is_sure(letter: str) -> None:
    step = np.zeros((1, len(FOREIGN)), dtype=np.float32)
    step[0, [FOREIGN.index(letter), FOREIGN.index("A")]] = 0.99, 0.002
    assert alphabet(FOREIGN).read(step)[1] < 0.01


@pytest.mark.parametrize("letter", ["ß", "œ"])
def test_foreign_latin_letters_are_read(letter: str) -> None:
    step = np.zeros((1, len(FOREIGN)), dtype=np.float32)
    step[0, FOREIGN.index(letter)] = 0.99
    words, sure = alphabet(FOREIGN).read(step)
    assert [word.text for word in words] == [letter]
    assert sure == pytest.approx(0.99)


def test_a_letter_is_as_sure_as_all_its_forms_together() -> None:
    assert alphabet(KNOWN).read(chances({"í": 0.6, "i": 0.2}))[1] == pytest.approx(0.8)


def test_a_word_that_the_model_places_in_white_keeps_a_place() -> None:
    found = standing([(0, 10), (30, 60)], [(3, 8), (21, 21), (25, 50)], 60)
    assert found == [(0, 10), (23, 24), (30, 60)]


def test_words_part_at_the_widest_gap_between_their_letters() -> None:
    assert standing([(0, 10), (12, 20), (40, 60)], [(3, 15), (45, 55)], 60) == [(0, 20), (40, 60)]


WELSH = ["blank", *"Gwynûîêâýoŵŷ", " "]


@pytest.mark.parametrize(
    ("step", "letter"),
    [
        ({"w": 0.58, "": 0.27, "â": 0.05, "î": 0.02}, "ŵ"),
        ({"": 0.68, "w": 0.16, "î": 0.04, "â": 0.04}, "ŵ"),
        ({"ý": 0.55, "": 0.18, "ê": 0.05, "û": 0.05}, "ŷ"),
        ({"ê": 0.43, "â": 0.29, "": 0.08, "û": 0.07}, "ŷ"),
        ({"w": 0.97, "â": 0.01}, "w"),
        ({"y": 0.95, "ý": 0.03}, "y"),
        ({"ê": 0.92}, "ê"),
        ({"ý": 0.97}, "ŷ"),
    ],
    ids=["hovering w", "w half unseen", "hovering y", "roof on no vowel", "plain w", "plain y", "a vowel", "an accent"],
)
def test_a_roof_that_hovers_over_w_or_y_makes_a_welsh_letter(step: dict[str, float], letter: str) -> None:
    made = np.zeros((3, len(WELSH)), dtype=np.float32)
    made[0, WELSH.index("G")] = made[2, WELSH.index("n")] = 0.99
    for known, chance in step.items():
        made[1, WELSH.index(known or "blank")] = chance
    assert [word.text for word in alphabet(WELSH).read(made)[0]] == [f"G{letter}n"]


QUOTING = ["blank", *"adeep '‘’"]


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ([{"": 0.75, "‘": 0.14, "'": 0.1}, {"d": 1.0}], "‘d"),
        ([{"": 0.75, "p": 0.2, "'": 0.05}, {"d": 1.0}], "d"),
        ([{"": 0.3, "'": 0.7}, {"": 0.7, "’": 0.25}, {"d": 1.0}], "'d"),
        ([{"’": 0.8, "'": 0.15}, {"'": 0.54, "’": 0.43}, {"d": 1.0}], "’d"),
    ],
    ids=["seen in two forms", "rather a letter", "seen at the step before", "seen twice in two forms"],
)
def test_a_quotation_mark_that_the_model_knows_many_forms_of_is_one(steps: list[dict[str, float]], text: str) -> None:
    made = np.zeros((len(steps), len(QUOTING)), dtype=np.float32)
    for row, step in zip(made, steps, strict=True):
        for known, chance in step.items():
            row[QUOTING.index(known or "blank")] = chance
    assert [word.text for word in alphabet(QUOTING).read(made)[0]] == [text]
