"""The form XObjects that a page draws, in the order drawn: marked content of each counts by itself.

ISO 32000-1, 8.10 and 14.7.4.2: the tags name such content by the form's own stream.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Dictionary, Name

_DEEPEST = 8
_MOST = 2_000


class Forms:
    """The forms of a document's pages; what each form draws is looked for once, however often it is drawn."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._pages: dict[int, dict[str, int]] = {}
        self._known: dict[str, list[pikepdf.Object]] = {}

    def drawn(self, page: int) -> Mapping[str, int]:
        """Where each form, by its reference, stands first among those that a reader of the page meets, counted from 1,
        forms within forms included."""
        if page not in self._pages:
            met = itertools.islice(self._followed(_drawn(self._document.pages[page - 1].obj), _DEEPEST), _MOST)
            places: dict[str, int] = {}
            for place, reference in enumerate(met, 1):
                places.setdefault(reference, place)
            self._pages[page] = places
        return self._pages[page]

    def _followed(self, forms: list[pikepdf.Object], deeper: int) -> Iterator[str]:
        """Forms, each with those that it draws behind it."""
        for form in forms:
            number, generation = form.objgen
            reference = f"{number} {generation} R"
            yield reference
            if deeper:
                if reference not in self._known:
                    self._known[reference] = _drawn(form)
                yield from self._followed(self._known[reference], deeper - 1)


def _drawn(content: pikepdf.Object) -> list[pikepdf.Object]:
    """The forms that a page or form draws itself."""
    held = _resources(content).get(Name.XObject, Dictionary())
    steps = pikepdf.parse_content_stream(content, "Do")
    drawn = (held.get(str(step.operands[0])) for step in itertools.islice(steps, _MOST) if step.operands)
    return [form for form in drawn if isinstance(form, pikepdf.Stream) and form.get(Name.Subtype) == Name.Form]


def _resources(content: pikepdf.Object) -> pikepdf.Object:
    """What a page or form draws with; a page may have it from the pages it belongs to (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST):
        if Name.Resources in content or Name.Parent not in content:
            break
        content = content.Parent
    return content.get(Name.Resources, Dictionary())
