"""What kind each element of a structure tree is: names of the file's own mapped to those of the standard.

ISO 32000-1, 14.7.3 and 14.8.4; for names in namespaces ISO 32000-2, 14.7.4.
"""

from __future__ import annotations

from typing import Any

from ingest.readers.from_pdf.tagged.objects import Objects, Values

_DEEPEST = 3
"""How many times a name may be mapped to another of the file's own."""


class Roles:
    """The standard name of each element."""

    def __init__(self, objects: Objects, role_map: Any) -> None:
        self._objects = objects
        self._map = objects.values(role_map)
        self._known: dict[str, str] = {}
        self._known_in: dict[str, dict[str, str]] = {}

    def kind(self, element: Values) -> str:
        """The name without its stroke, as `TD`."""
        name, space = str(element["/S"]), element.get("/NS")
        known = self._known if space is None else self._known_in.setdefault(str(space), {})
        role = known.get(name)
        if role is None:
            role = known[name] = self._role(name, space)
        return role

    def _role(self, name: str, space: Any) -> str:
        for _ in range(_DEEPEST):
            mapped = self._space(space).get(name)
            name = str(self._map.get(name, name) if mapped is None else next(iter(self._objects.members(mapped)), name))
        return name[1:]

    def _space(self, space: Any) -> Values:
        """The map of a namespace."""
        return self._objects.values(self._objects.values(space).get("/RoleMapNS"))
