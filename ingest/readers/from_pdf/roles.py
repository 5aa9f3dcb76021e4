"""What kind each element of a structure tree is: names of the file's own mapped to those of the standard.

ISO 32000-1, 14.7.3 and 14.8.4; for names in namespaces ISO 32000-2, 14.7.4.
"""

from __future__ import annotations

from typing import Any

from ingest.readers.from_pdf.objects import Objects, Values

_DEEPEST = 3
"""How many times a name may be mapped to another of the file's own."""


class Roles:
    """The standard name of each element."""

    def __init__(self, objects: Objects, role_map: Any) -> None:
        self._objects = objects
        self._map = objects.values(role_map)
        self._spaces: dict[Any, Values] = {}
        self._known: dict[tuple[str, Any], str] = {}

    def kind(self, element: Values) -> str:
        """The name without its stroke, as `TD`."""
        name, space = str(element["/S"]), element.get("/NS")
        if type(space) is not str:
            space = None
        known = self._known.get((name, space))
        if known is None:
            known = self._known[name, space] = self._role(name, space)
        return known

    def _role(self, name: str, space: str | None) -> str:
        for _ in range(_DEEPEST):
            mapped = self._space(space).get(name)
            name = str(self._map.get(name, name) if mapped is None else next(iter(self._objects.members(mapped)), name))
        return name[1:]

    def _space(self, reference: str | None) -> Values:
        """The map of a namespace, which an element names by reference."""
        if reference not in self._spaces:
            self._spaces[reference] = self._objects.values(self._objects.values(reference).get("/RoleMapNS"))
        return self._spaces[reference]
