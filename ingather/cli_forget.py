"""`ingather forget`: remove what is kept of a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ingather.cli_example import example
from ingather.cli_options import out_option, store_option


@click.command(
    epilog=example("ingather forget parks/plan.docx --out results"), short_help="Remove what is kept of a file."
)
@click.argument("file")
@out_option
@store_option
@click.option(
    "--corrections", type=click.Path(path_type=Path, dir_okay=False),
    help="File of corrections. Default: corrections.jsonl in the output folder.",
)  # fmt: skip
def forget(file: str, out: Path, store: Path | None, corrections: Path | None) -> None:
    """Remove what is kept of FILE beside the results: from the store, the corrections and the watcher's memory.

    FILE is its name as in files.csv, or a path; it may be deleted already, or stand in a zip. Says what went and what
    is left to do.
    """
    from ingather.forgetting.forgetting import Where, forget_file
    from ingather.store import default_folder

    sys.exit(forget_file(file, Where(out, store or default_folder(), corrections)))
