"""Options that several commands share, and what is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingather.remote.addresses import is_address

if TYPE_CHECKING:
    from ingather.office.program import Office
    from ingest.limits import Limits

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


class _Folder(click.ParamType):  # type: ignore[type-arg]  # older ones take no argument
    """A folder of this computer, there or not yet."""

    name = "directory"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if is_address(value):
            self.fail("Results are written to a folder of this computer; copy them to object storage from there.")
        return Path(str(click.Path(file_okay=False).convert(value, param, ctx)))


out_option = click.option("--out", "-o", required=True, type=_Folder(), help="Folder of the results.")
workers_option = click.option(
    "--workers", type=click.IntRange(0), default=0, help="How many files are read at once. Default: cores."
)
store_option = click.option(
    "--store", type=click.Path(path_type=Path, file_okay=False), envvar="INGATHER_STORE",
    help="Folder where what was read is kept for the next run. Default: in your cache.",
)  # fmt: skip
council_option = click.option(
    "--council-from", type=click.Choice(["folder"]), default=None,
    help="Folders directly below the paths are named after the councils.",
)  # fmt: skip
office_option = click.option(
    "--office", is_flag=True, help="Read .doc, .rtf and other old files with the LibreOffice on this computer."
)
ocr_option = click.option(
    "--ocr", is_flag=True, help="Recognise the text of scans and pictures of pages (PDF, JPEG, PNG, TIFF)."
)


def chosen_office(asked: bool) -> Office | None:
    """The LibreOffice to use where one was asked for; none to be found is wrong usage, never passed over."""
    from ingather.office.program import find_office

    office = find_office() if asked else None
    if asked and office is None:
        raise click.UsageError(
            "--office needs LibreOffice, which was not found on this computer. Install it, or leave --office out."
        )
    return office


def chosen_ocr(asked: bool) -> Limits:
    """The limits of a reading, with what recognises text where one was asked for; none at all is wrong usage."""
    from ingest.limits import Limits
    from ingest.recognition import engine

    found = engine() if asked else ""
    if asked and not found:
        raise click.UsageError(
            "--ocr needs something that recognises text, and nothing is installed. Install ingather again with its"
            " extra (uv tool install '.[ocr]' or pip install '.[ocr]'), or install Tesseract."
        )
    return Limits(ocr=found)
