"""What an object of a page stands in: the page itself, or a form drawn on it."""

from __future__ import annotations

from typing import NamedTuple

from ingest.readers.from_pdf.drawn import calls, probe
from ingest.readers.from_pdf.drawn.matrices import IDENTITY, Matrix, after
from ingest.readers.from_pdf.ink import APART


class Form(NamedTuple):
    """A form drawn on the page: what it is drawn under, the how-manieth it is, the marked content it is drawn in (-1
    for none), and whether the file says that it is no content."""

    matrix: Matrix
    number: int
    mark: int
    artefact: bool

    def mark_of(self, own: int) -> int:
        """The marked content of an object in the form: its own, else that of the form; forms count theirs apart."""
        return own + APART * self.number if own >= 0 else self.mark


PAGE = Form(IDENTITY, 0, -1, artefact=False)


def entered(item: calls.Handle, around: Form, number: int) -> Form:
    """A form object as what it holds finds it; `number` counts the forms of the page in the order drawn."""
    (matrix,), (own,) = probe.matrices([item]), probe.marks([item])
    artefact = around.artefact or probe.is_artefact(item)
    return Form(after(matrix, around.matrix), number, around.mark_of(own), artefact)
