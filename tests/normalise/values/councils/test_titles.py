"""Whose plan it is, told by titles and file names as councils of every kind write them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from normalise.values.councils import CouncilTexts, find_council

ROWS = [
    line.split("|")
    for line in (Path(__file__).parent / "titles.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("place", "text", "owner"), ROWS)
def test_a_title_or_file_name_tells_the_council_of_its_day(place: str, text: str, owner: str) -> None:
    year = re.search(r"(?:19|20)\d\d", text)
    title, file = (text, "plan.docx") if place == "title" else ("", text)
    found = find_council(CouncilTexts(title, (), file, "", (), (), int(year[0]) if year else None))
    assert (found.code or found.name) == owner
