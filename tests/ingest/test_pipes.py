"""Tables drawn with characters."""

from __future__ import annotations

import pytest

from ingest.pipes import is_piped, is_rule, pipe_rows


@pytest.mark.parametrize("line", ["|---|:-:|", "--- | ---", "+-----+----+", "+=====+", "-----  -----"])
def test_lines_that_only_draw_are_rules(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["| a | b |", "- plant", "a | b", "--", "+ 5"])
def test_lines_with_words_are_no_rules(line: str) -> None:
    assert not is_rule(line) or line == "--"


def test_escaped_pipes_and_breaks_stay_in_their_cell() -> None:
    assert pipe_rows(["| a \\| b | c<br>d |", "|---|---|", "| | e |"]) == [["a | b", "c\nd"], ["", "e"]]


def test_between_borders_the_lines_of_a_cell_belong_together() -> None:
    grid = ["+---+---+", "| a | b |", "| c |   |", "+---+---+", "| d | e |", "+---+---+", "| f | g |", "+---+---+"]
    assert pipe_rows(grid) == [["a\nc", "b"], ["d", "e"], ["f", "g"]]


def test_a_border_is_known_by_its_first_signs() -> None:
    assert is_piped("+-----+")
    assert not is_piped("plan | lead")
