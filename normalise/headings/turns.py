"""What a question or a sentence over a column asks: words that speak for a field wherever they stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from normalise.headings.lexicon import ANY, Lexicon, Phrase

_BETWEEN = 4
"""Words that may stand between two words of a turn."""
_TURN, _WORD, _MOST = 2.0, 0.7, 3.7
"""Weight of a turn of one word, of each word after it, and the most, for a turn that is
the whole heading too: less than of a known wording."""


def turned(tokens: Phrase, lexicon: Lexicon) -> Mapping[str, tuple[float, str]]:
    """The fields that the heading's longest turns speak for, each with its weight and the turn."""
    found = [(turn, fields) for turn, fields in lexicon.turns.items() if _holds(tokens, turn)]
    longest = max((len(turn) for turn, _ in found), default=0)
    weight = _MOST if longest == len(tokens) else min(_TURN + _WORD * (longest - 1), _MOST)
    return {name: (weight, " … ".join(turn)) for turn, fields in found if len(turn) == longest for name in fields}


def _holds(tokens: Phrase, turn: Phrase) -> bool:
    """Whether the words of the turn stand in the heading in this order, no more than a few others between them."""
    starts = [i for i, token in enumerate(tokens) if _same(token, turn[0])]
    return any(_goes_on(tokens, start, turn[1:]) for start in starts)


def _goes_on(tokens: Phrase, last: int, rest: Phrase) -> bool:
    if not rest:
        return True
    near = range(last + 1, min(last + 2 + _BETWEEN, len(tokens)))
    return any(_goes_on(tokens, i, rest[1:]) for i in near if _same(tokens[i], rest[0]))


def _same(token: str, word: str) -> bool:
    return token == word or (word.startswith(ANY) and token.endswith(word.removeprefix(ANY)))
