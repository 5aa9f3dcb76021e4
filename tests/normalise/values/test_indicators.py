"""Indicators by series and number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.values.indicators import read_indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("LAA Target – NI 16, NI 17, 51, NI 53", ("NI 16", "NI 17", "NI 51", "NI 53")),
        ("NI 16, 17 and NI 51", ("NI 16", "NI 17", "NI 51")),
        ("NIs 16 & 17", ("NI 16", "NI 17")),
        ("ni16/17", ("NI 16", "NI 17")),
        ("NI 16-18", ("NI 16", "NI 17", "NI 18")),
        ("KPI 4.2", ("KPI 4.2",)),
        ("PHOF 1.01; PHOF 2.06i", ("PHOF 1.01", "PHOF 2.06i")),
        ("ASCOF 2A", ("ASCOF 2A",)),
        ("SDG 11", ("SDG 11",)),
        ("PHOF C16", ("PHOF C16",)),
        ("KPI HS01", ("KPI HS01",)),
        ("KPI Q3 2024", ()),
        ("UN Sustainable Development Goals 11 and 13", ("SDG 11", "SDG 13")),
        ("National Indicator 117", ("NI 117",)),
        ("NI 130 & 131 (2010/11)", ("NI 130", "NI 131")),
        ("SDGs 3, 11 and 13", ("SDG 3", "SDG 11", "SDG 13")),
        ("NI 16, NI 16", ("NI 16",)),
        ("NI 16, 20 people trained", ("NI 16",)),
        ("KPI 4.2, 2025", ("KPI 4.2",)),
        ("Local Area Agreement (LAA), 3 plans", ()),
        ("Unit 16", ()),
        ("", ()),
    ],
)
def test_indicators_are_named_in_order(text: str, indicators: tuple[str, ...]) -> None:
    assert read_indicators(text) == indicators


@given(st.text(alphabet="NIKPSDGLA 0123456789,.&/-–and", max_size=30))
def test_nothing_makes_reading_fail_and_each_stands_once(text: str) -> None:
    found = read_indicators(text)
    assert len(set(found)) == len(found)
