"""Words out of what a model of letters makes of each step along a line."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.transcript import Chances, Spoken, alphabet

KNOWN = ["blank", *"Planrtesiíéy汉", " "]


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
    [({"í": 0.6, "i": 0.2}, "i"), ({"é": 0.9, "e": 0.05}, "é"), ({"汉": 0.7, "y": 0.1}, "y")],
    ids=["doubtful accent", "sure accent", "another script"],
)
def test_letters_are_those_that_english_plans_are_written_in(step: dict[str, float], letter: str) -> None:
    assert [word.text for word in alphabet(KNOWN).read(chances(step))[0]] == [letter]


def test_a_step_that_says_nothing_new_gives_nothing() -> None:
    assert alphabet(KNOWN).read(chances({"": 0.6, "a": 0.3})) == ([], 0.0)
