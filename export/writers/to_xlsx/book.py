"""The workbook itself: opened so that nothing depends on the clock, with the styles and the manner its sheets share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.relationships import DOCUMENT_SCHEMA, Relationships

from export.model import About
from export.writers.to_xlsx.addresses import Addresses
from export.writers.to_xlsx.longsheet import LongSheet
from export.writers.to_xlsx.styles import styles_for

LANGUAGE = "en-GB"

_LARGER = 1.2
"""How much wider columns are for the public, whose letters are larger."""


class _CoreWithLanguage(Core):
    def _write_cp_category(self) -> None:
        super()._write_cp_category()
        self._xml_data_element("dc:language", LANGUAGE)


class _Relations(Relationships):
    """Relationships that are gone through once, as they are written."""

    def __init__(self, told: Iterable[Sequence[str]]) -> None:
        super().__init__()
        vars(self)["relationships"] = (_related(*each) for each in told)


def _related(kind: str, target: str, mode: str | None = None) -> tuple[str, str, str | None]:
    return DOCUMENT_SCHEMA + kind, target, mode


class _PackagerWithLanguage(Packager):
    # The checklist for accessible spreadsheets asks for a language, which XlsxWriter has no setting for.
    def _write_core_file(self) -> None:
        core = _CoreWithLanguage()
        core._set_properties(cast(Workbook, self.workbook).doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))  # type: ignore[no-untyped-call]
        core._assemble_xml_file()

    # XlsxWriter holds what all links of a sheet lead to in memory several times over before it writes it.
    def _write_worksheet_rels_files(self) -> None:
        for number, sheet in enumerate(cast(Workbook, self.workbook).worksheets(), 1):
            told = cast(LongSheet, sheet).relations()
            first = next(told, None)
            if first is not None:
                relations = _Relations(chain([first], told))
                relations._set_xml_writer(self._filename(f"xl/worksheets/_rels/sheet{number}.xml.rels"))  # type: ignore[no-untyped-call]
                relations._assemble_xml_file()


class _Workbook(Workbook):
    def _get_packager(self) -> Packager:
        return _PackagerWithLanguage()


class Book:
    """An XlsxWriter workbook with this project's styles by name; `publication` is how it is written.

    Its pieces stand in the folder `pieces` until it is closed.
    """

    def __init__(self, path: Path, about: About, pieces: Path, *, publication: bool = False) -> None:
        options = {
            "constant_memory": True,
            "tmpdir": str(pieces),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.publication = publication
        self.stretch = _LARGER if publication else 1.0
        self.workbook = _Workbook(str(path), options)
        self.workbook.set_properties(
            {
                "title": "Action plans",
                "subject": "Actions, owners and milestones read from action plans",
                "author": "ingather",
                "comments": f"Written by ingather {about.version}; dates are judged against {about.as_of.isoformat()}.",
                "created": datetime.combine(about.as_of, time()),
            }
        )
        self._addresses = Addresses()
        said = styles_for(publication=publication)
        self.styles: dict[str, Format] = {name: self.workbook.add_format(style) for name, style in said.items()}

    def add(self, title: str) -> LongSheet:
        """Add a sheet at the end."""
        sheet = self.workbook.add_worksheet(title, LongSheet)
        assert isinstance(sheet, LongSheet)
        sheet.share(self._addresses)
        return sheet

    def style(self, name: str, said: dict[str, object]) -> Format:
        """A style by name, made the first time it is asked for."""
        if name not in self.styles:
            self.styles[name] = self.workbook.add_format(said)
        return self.styles[name]

    def let_go(self) -> None:
        """Close the pieces, whether or not the workbook was finished."""
        for sheet in self.workbook.worksheets():
            if sheet.row_data_fh is not None:
                sheet.row_data_fh.close()


@contextmanager
def opened(path: Path, about: About, *, publication: bool = False) -> Iterator[Book]:
    """A workbook whose pieces are gone when the block ends, however it does.

    XlsxWriter leaves them when it is stopped: words of the plans, and as large as the workbook itself.
    """
    with TemporaryDirectory(prefix="ingather-workbook-", ignore_cleanup_errors=True) as pieces:
        book = Book(path, about, Path(pieces), publication=publication)
        try:
            yield book
        finally:
            book.let_go()
