"""How wide words are about, where the page does not say it letter by letter."""

from __future__ import annotations


class _Widths(dict[str, float]):
    """Widths of letters; any other letter is as wide as most."""

    def __missing__(self, letter: str) -> float:
        return _OTHERS


_OTHERS = 0.56
_WIDTHS = _Widths(
    {
        **dict.fromkeys("iIjl'|.,:;!", 0.25),
        **dict.fromkeys("ftr()[]-/ \\", 0.32),
        **dict.fromkeys("ckszvxyJ", 0.5),
        **dict.fromkeys("ABEKPSVXY&", 0.67),
        **dict.fromkeys("CDHNRUGOQw", 0.73),
        **dict.fromkeys("mMW%@", 0.86),
    }
)


def wide(text: str) -> float:
    """The width of a text in the letters of most text faces, as a multiple of the font's size."""
    return sum(map(_WIDTHS.__getitem__, text))
