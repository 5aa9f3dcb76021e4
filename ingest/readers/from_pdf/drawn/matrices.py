"""How PDF places what it draws: matrices of six numbers."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]
"""x' = a·x + c·y + e and y' = b·x + d·y + f, as PDF writes it: (a, b, c, d, e, f)."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def after(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    if then is IDENTITY:
        return first
    a, b, cc, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        cc * ta + d * tc,
        cc * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )
