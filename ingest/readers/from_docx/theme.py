"""The theme's named colours, read only when a colour names one."""

from __future__ import annotations

from ingest.readers.from_docx.package import Package

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1",
    "text2": "dk2", "background2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


class ThemeColours:
    """Called with a theme colour's name, gives its RRGGBB, "" where unknown (ECMA-376 17.18.97)."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._colours: dict[str, str] | None = None

    def __call__(self, name: str) -> str:
        if self._colours is None:
            self._colours = self._read()
        return self._colours.get(_NAMES.get(name, name), "")

    def _read(self) -> dict[str, str]:
        root = self._package.xml(self._package.related("theme"))
        scheme = None if root is None else root.find(f"{_A}themeElements/{_A}clrScheme")
        if scheme is None:
            return {}
        return {
            str(slot.tag).rpartition("}")[2]: slot[0].get("lastClr", slot[0].get("val", "")).upper()
            for slot in scheme
            if len(slot)
        }
