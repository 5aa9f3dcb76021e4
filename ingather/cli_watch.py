"""`ingather watch` and `ingather doctor`: for computers that run by themselves."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from ingather.cli_example import example
from ingather.cli_options import (
    DAY,
    chosen_ocr,
    chosen_office,
    council_option,
    ocr_option,
    office_option,
    out_option,
    store_option,
    workers_option,
)


@click.command(
    epilog=example('ingather watch "S:\\Plans\\Inbox" --out "S:\\Plans\\Results"'),
    short_help="Keep results up to date with a folder.",
)
@click.argument("inbox", type=click.Path(exists=True, file_okay=False, path_type=Path))
@out_option
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="Day to judge due dates against, as for run. Default: each day's own."
)
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


@click.command(epilog=example("ingather doctor"), short_help="Say what ingather runs on, and lacks.")
@store_option
def doctor(store: Path | None) -> None:
    """Say what ingather runs on, what it can use, and what stands in its way. Exit code 1 when something does."""
    from ingather.doctor import examine
    from ingather.folding import columns, folded
    from ingather.store import default_folder

    findings = examine(store or default_folder())
    for finding in findings:
        line = f"{'Trouble' if finding.trouble else 'OK':8} {finding.what}: {finding.said}"
        click.echo(folded(line, columns(), " " * 9))
    troubles = sum(f.trouble for f in findings)
    click.echo(f"\nIn the way: {troubles}; see Trouble above." if troubles else "\nNothing stands in the way.")
    sys.exit(1 if troubles else 0)
