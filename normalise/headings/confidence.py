"""Confidence that means something: of decisions said to be 90 % sure about 90 % are right."""

from __future__ import annotations

from itertools import pairwise

_STEPS = (
    (0.0, 0.2), (0.25, 0.42), (0.4, 0.65), (0.55, 0.8), (0.75, 0.9), (0.85, 0.96), (0.95, 0.99), (1.0, 1.0),
)  # fmt: skip
"""What the scoring says against how often it was right, measured on header rows with cells (see bench/headings.md).

A column without cells needs no such correction: there the scoring is right about as often as it says.
"""


def calibrated(chance: float) -> float:
    """The chance (0–1) that the scoring gives, corrected to how often it was right; two decimals."""
    for (low, low_right), (high, high_right) in pairwise(_STEPS):
        if chance <= high:
            return round(low_right + (chance - low) / (high - low) * (high_right - low_right), 2)
    return 1.0
