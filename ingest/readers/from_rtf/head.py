"""What an RTF file says before and beside its text: fonts, colours, title and dates."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model import Facts
from ingest.readers.from_rtf.encodings import code_page, of_charset
from ingest.readers.from_rtf.look import Look
from ingest.symbols import is_symbol_font
from ingest.text import squash

_LONGEST = 10_000
_BY_DEFAULT = 25  # \ffres: the field's default holds
_COLOURS = ("red", "green", "blue")
_DATE = ("yr", "mo", "dy")


@dataclass(slots=True)
class Head:
    """Fonts by number with their encodings, the colour table, and texts gathered apart from the body."""

    colours: list[str] = field(default_factory=list)
    _document: str = "cp1252"
    _encodings: dict[int, str] = field(default_factory=dict)
    _fonts: dict[int, str] = field(default_factory=dict)
    _default: int = 0
    _mixed: dict[str, int] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _form: dict[str, int] = field(default_factory=dict)
    _entries: list[str] = field(default_factory=list)
    _dates: dict[str, dict[str, int]] = field(default_factory=dict)

    def encoding(self, font: int) -> str:
        """The codec of text in this font; a negative number is the document's own."""
        return self._encodings.get(font if font >= 0 else self._default) or self._document

    def symbol_font(self, font: int) -> str:
        """The name of a symbol font, "" for every font of letters."""
        name = self._fonts.get(font, "")
        return name if name and is_symbol_font(name) else ""

    def word(self, word: str, number: int | None, look: Look) -> None:
        """A control word that is none of the text's: an encoding, a part of a colour or of a date."""
        if word == "ansicpg":
            self._document = code_page(number or 1252)
        elif word in ("mac", "pc", "pca"):
            self._document = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "deff":
            self._default = number or 0
        elif word == "fcharset":
            self._encodings[look.font] = of_charset(number or 0)
        elif word in _COLOURS:
            self._mixed[word] = min(max(number or 0, 0), 255)
        elif word in ("ffres", "ffdefres") and look.into == "form":
            self._form[word] = number or 0
        elif word in _DATE and look.into in ("created", "modified"):
            self._dates.setdefault(look.into, {})[word] = number or 0

    def take(self, into: str, text: str, font: int) -> None:
        """Text that stands apart from the body."""
        if into == "colours":
            for _ in range(text.count(";")):
                known = bool(self._mixed)
                parts = (self._mixed.get(name, 0) for name in _COLOURS)
                self.colours.append("".join(f"{part:02X}" for part in parts) if known else "")
                self._mixed = {}
        elif into == "fonts":
            self._fonts[font] = (self._fonts.get(font, "") + text).rstrip(";").strip()
        elif into and len(self._texts.get(into, "")) < _LONGEST:
            self._texts[into] = self._texts.get(into, "") + text

    def taken(self, into: str) -> str:
        """What has been gathered of this kind since last asked."""
        return self._texts.pop(into, "")

    def entry(self) -> None:
        """End an entry of a form field's list."""
        self._entries.append(self.taken("entry").strip())

    def form_value(self, code: str) -> str:
        """What an old form field of this code shows: a ticked or empty box, or the entry chosen from its list."""
        form, entries = self._form, self._entries
        self._form, self._entries = {}, []
        if not form:
            return ""
        chosen = form.get("ffres", _BY_DEFAULT)
        chosen = form.get("ffdefres", 0) if chosen == _BY_DEFAULT else chosen
        if "FORMCHECKBOX" in code:
            return "☒" if chosen else "☐"
        return entries[chosen] if "FORMDROPDOWN" in code and 0 <= chosen < len(entries) else ""

    def facts(self) -> Facts:
        """Title and dates, as far as they have been read."""
        created, modified = (self._day(self._dates.get(name, {})) for name in ("created", "modified"))
        return Facts(title=squash(self._texts.get("title", "")), created=created, modified=modified, engine="rtf")

    def _day(self, said: dict[str, int]) -> str:
        year, month, day = (said.get(name, 0) for name in _DATE)
        return f"{year:04d}-{month:02d}-{day:02d}" if 1900 < year < 2200 and 0 < month < 13 and 0 < day < 32 else ""
