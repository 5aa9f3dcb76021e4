"""The form XObjects that a page draws, in the order drawn: marked content of each counts by itself.

ISO 32000-1, 8.10 and 14.7.4.2: the tags name such content by the form's own stream.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping

import pikepdf
from pikepdf import Dictionary, Name

_DEEPEST = 8
_MOST = 2_000


class Forms:
    """The forms of a document's pages; what each form draws is looked for once, however often it is drawn."""

    def __init__(self, get: Callable[[tuple[int, int]], pikepdf.Object]) -> None:
        self._get = get
        self._pages: dict[str, dict[str, int]] = {}
        self._known: dict[str, list[pikepdf.Object]] = {}

    def drawn(self, page: str) -> Mapping[str, int]:
        """Where each form, by its reference, stands first among those that a reader of the page meets, counted from 1,
        forms within forms included."""
        if page not in self._pages:
            met = itertools.islice(self._followed(_drawn(self._get(object_key(page))), _DEEPEST), _MOST)
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


def object_key(reference: str) -> tuple[int, int]:
    """The number and generation of what a reference stands for."""
    number, generation, _ = reference.split(" ")
    return int(number), int(generation)


def _drawn(content: pikepdf.Object | None) -> list[pikepdf.Object]:
    """The forms that a page or form draws itself; none where what it draws cannot be followed."""
    if not isinstance(content, Dictionary | pikepdf.Stream):
        return []
    held = _resources(content).get(Name.XObject)
    if not isinstance(held, Dictionary):
        return []
    try:
        steps = pikepdf.parse_content_stream(content, "Do")
    except (pikepdf.PdfError, TypeError):
        return []
    names = (step.operands[0] for step in itertools.islice(steps, _MOST) if step.operands)
    drawn = [held.get(name) for name in names if isinstance(name, Name)]
    return [form for form in drawn if isinstance(form, pikepdf.Stream) and form.get(Name.Subtype) == Name.Form]


def _resources(content: pikepdf.Object) -> Dictionary:
    """What a page or form draws with; a page may have it from the pages it belongs to (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST):
        above = content.get(Name.Parent)
        if Name.Resources in content or not isinstance(above, Dictionary):
            break
        content = above
    held = content.get(Name.Resources)
    return held if isinstance(held, Dictionary) else Dictionary()
