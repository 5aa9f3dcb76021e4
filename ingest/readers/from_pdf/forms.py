"""The form XObjects that a page draws, in the order drawn: marked content of each counts by itself.

ISO 32000-1, 8.10 and 14.7.4.2: the tags name such content by the form's own stream.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

_DEEPEST = 8
_MOST = 2_000


def drawn_forms(page: pikepdf.Page) -> list[str]:
    """References of the forms in the order that a reader of the page meets them, forms within forms included."""
    return list(itertools.islice(_drawn(page.obj, _DEEPEST), _MOST))


def _drawn(content: pikepdf.Object, deeper: int) -> Iterator[str]:
    resources = content.get(Name.Resources, Dictionary())
    held = resources.get(Name.XObject, Dictionary())
    for step in pikepdf.parse_content_stream(content, "Do"):
        form = held.get(str(step.operands[0])) if step.operands else None
        if isinstance(form, pikepdf.Stream) and form.get(Name.Subtype) == Name.Form:
            number, generation = form.objgen
            yield f"{number} {generation} R"
            if deeper:
                yield from _drawn(form, deeper - 1)
