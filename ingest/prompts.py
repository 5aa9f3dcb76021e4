"""What Word itself puts into an empty content control: no value, also where a copy has lost the control."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def is_prompt_text(words: str) -> bool:
    """Whether the clean words of a paragraph are exactly one of Word's own prompts."""
    return words in _prompts()


@cache
def _prompts() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("prompts.toml").read_text(encoding="utf-8"))
    return frozenset(data["prompts"])
