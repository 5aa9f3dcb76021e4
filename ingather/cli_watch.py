"""`ingather watch` and `ingather doctor`: for computers that run by themselves."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingather.cli_example import example

if TYPE_CHECKING:
    from ingather.office.program import Office
    from ingest.limits import Limits

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


def chosen_office(asked: bool) -> Office | None:
    """The LibreOffice to use where one was asked for; none to be found is wrong usage, never passed over."""
    from ingather.office.program import find_office

    office = find_office() if asked else None
    if asked and office is None:
        raise click.UsageError(
            "--office needs LibreOffice, which was not found on this computer. Install it, or leave --office out."
        )
    return office


ocr_option = click.option("--ocr", is_flag=True, help="Recognise the text of PDF pages that are pictures.")


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


@click.command(epilog=example('ingather watch "S:\\Plans\\Inbox" --out "S:\\Plans\\Results"'))
@click.argument("inbox", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out", "-o", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder to write to."
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    help="Day to judge due dates against, YYYY-MM-DD. Default: each day's own.",
)  # fmt: skip
@workers_option
@store_option
@office_option
@ocr_option
@council_option
def watch(
    inbox: Path, out: Path, as_of: datetime | None, workers: int, store: Path | None, office: bool, ocr: bool,
    council_from: str | None,
) -> None:  # fmt: skip
    """Watch the folder INBOX and keep the results up to date, until stopped with Ctrl-C.

    A file is read once it has been still for 5 seconds; none is moved or changed. The page status.html in the output
    folder says how each stands.
    """
    from ingather.running import pool_of
    from ingather.store import default_folder
    from ingather.watching.watch import Watch, watch_folder

    day = as_of.date() if as_of else None
    program = chosen_office(office)
    watched = Watch(
        inbox, out, store or default_folder(), day, office=program.version if program else "", limits=chosen_ocr(ocr)
    )
    watched = replace(watched, council_from=council_from or "")
    sys.exit(watch_folder(watched, pool_of(workers, office=program)))


@click.command(epilog=example("ingather doctor"))
@store_option
def doctor(store: Path | None) -> None:
    """Say what ingather runs on, what it can use, and what stands in its way. Exit code 1 when something does."""
    from ingather.doctor import examine
    from ingather.store import default_folder

    findings = examine(store or default_folder())
    for finding in findings:
        click.echo(f"{'Trouble' if finding.trouble else 'OK':8} {finding.what}: {finding.said}")
    sys.exit(1 if any(f.trouble for f in findings) else 0)
