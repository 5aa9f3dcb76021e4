"""The command line: what to read, where to write, and what to tell the person who asked."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingather import __version__
from ingather.cli_correct import correct
from ingather.cli_example import example
from ingather.cli_forget import forget
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
from ingather.cli_watch import doctor, watch
from ingather.remote.addresses import is_address

if TYPE_CHECKING:
    from export.redaction import Names
    from ingather.office.program import Office
    from ingather.options import Options
    from ingest.limits import Limits
    from ingest.model import Document

FORMATS = ("xlsx", "csv", "csvw", "jsonl", "parquet", "prov", "sqlite")
NAMES = ("keep", "role", "token", "drop")
_EXISTING = click.Path(exists=True, path_type=Path)


class _Readable(click.ParamType):  # type: ignore[type-arg]  # older ones take no argument
    """A file or folder that is there, or an address of object storage."""

    name = "path"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        return value if is_address(value) else Path(_EXISTING.convert(value, param, ctx))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, epilog=example("ingather run plans --out results")
)
@click.version_option(__version__, prog_name="ingather")
def main() -> None:
    """Turn action plans (Word, PDF, text) into one workbook and CSV tables."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may hold letters that the terminal has not
            stream.reconfigure(errors="backslashreplace")


@main.command(
    epilog=example('ingather run "S:\\Plans\\2026" --out results'), short_help="Read files, write workbook and tables."
)
@click.argument("paths", nargs=-1, required=True, type=_Readable())
@out_option
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="Day to judge due dates against, 2026-03-31 or 31/03/2026. Default: today.",
)
@click.option("--no-bom", is_flag=True, help="Leave out the mark at the start of CSV files that Excel needs.")
@click.option("--raw-csv", is_flag=True, help="Do not guard CSV cells that begin like a formula.")
@click.option("--strict", is_flag=True, help="Exit with 1 when there is a problem to review.")
@click.option(
    "--corrections", type=_EXISTING, help="File of corrections. Default: corrections.jsonl in the output folder."
)
@workers_option
@store_option
@click.option("--no-store", is_flag=True, help="Keep nothing from this run, and use nothing kept.")
@click.option("--cluster", default="", help="Address of a Dask scheduler whose workers read: tcp://computer:8786")
@office_option
@ocr_option
@council_option
@click.option("--limit", type=click.IntRange(1), default=None, help="Read only so many files, the first by name.")
@click.option("--dry-run", is_flag=True, help="Say what would be read, and stop.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="What to write; may be given again."
)
@click.option("--publication", is_flag=True, help="Write the workbook for the public: accessible, without filters.")
@click.option("--names", type=click.Choice(NAMES), default="keep", help="How people are shown. Default: keep.")
@click.option("--names-key", type=_EXISTING, help="File with the secret that --names token is made with.")
def run(
    paths: tuple[Path | str, ...], out: Path, as_of: datetime | None, no_bom: bool, raw_csv: bool, strict: bool,
    corrections: Path | None, workers: int, store: Path | None, no_store: bool, cluster: str, office: bool,
    ocr: bool, limit: int | None, dry_run: bool, as_json: bool, formats: tuple[str, ...], publication: bool, names: str,
    names_key: Path | None, council_from: str | None,
) -> None:  # fmt: skip
    """Read every file under PATHS and write the workbook and tables to the output folder.

    A path may be an address of object storage, such as s3://bucket/plans (extra `remote`).

    Exit codes: 0 all files of a known kind were read, 1 some could not be, 2 wrong usage, 3 the results could not be
    written, 130 stopped by Ctrl-C.
    """
    from export.model import WriteOptions
    from ingather.running import Request, run_folder
    from ingather.store import default_folder

    write = WriteOptions(bom=not no_bom, raw_csv=raw_csv, formats=formats or ("xlsx", "csv"), publication=publication)
    folder = None if no_store else store or default_folder()
    shown = _names(names, names_key)
    if office and cluster:
        raise click.UsageError("--office converts on this computer, which the workers of --cluster cannot reach.")
    program = chosen_office(office)
    here, there = [p for p in paths if isinstance(p, Path)], tuple(p for p in paths if isinstance(p, str))
    request = Request(
        here, out, corrections, strict, workers, folder, limit or 0, dry_run, as_json, shown, cluster, program, there
    )
    options = replace(_options(as_of, program, chosen_ocr(ocr)), council_from=council_from or "")
    sys.exit(run_folder(request, options, write))


@main.command(epilog=example("ingather tables plan.docx --json"), short_help="Show a file's tables as they were read.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the tables as JSON.")
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), help="Draw them over a PDF page, as PNG.")
@click.option("--page", type=click.IntRange(1), help="Page to draw. Default: the first with a table.")
@office_option
@ocr_option
def tables(file: Path, as_json: bool, office: bool, ocr: bool, picture: Path | None, page: int | None) -> None:
    """Show the tables of FILE as the reader alone saw them, before any meaning."""
    from ingather.raw_tables import print_tables, raw_tables

    document = _document(file, chosen_office(office), chosen_ocr(ocr))
    if picture is not None:
        from ingather.picturing import draw_page

        sys.exit(draw_page(file, document, page or 0, picture))
    if as_json:
        click.echo(json.dumps(raw_tables(document), ensure_ascii=False))
    else:
        print_tables(document)


@main.command(
    epilog=example("ingather explain plan.docx --html why.html"), short_help="Show why a file was read as it was."
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page instead, to this file.")
@click.option("--corrections", type=_EXISTING, help="File of corrections to replay first.")
@office_option
@ocr_option
def explain(file: Path, html: Path | None, corrections: Path | None, office: bool, ocr: bool) -> None:
    """Show why FILE was read as it was: each table, each column, each row left out."""
    from ingather.explaining.running import explain_file

    sys.exit(explain_file(file, _document(file, chosen_office(office), chosen_ocr(ocr)), html, corrections))


@main.command(epilog=example("ingather schema > fields.json"), short_help="Print all tables and columns as JSON.")
def schema() -> None:
    """Print the tables and columns that a run writes, as JSON."""
    from dataclasses import asdict

    from normalise.schema import MEANINGS, TABLES, VERSION

    listed = {n: {"row": MEANINGS[n], "fields": [asdict(f) for f in fields]} for n, fields in TABLES.items()}
    click.echo(json.dumps({"version": VERSION, "tables": listed}, indent=2, ensure_ascii=False))


main.add_command(correct)
main.add_command(forget)
main.add_command(watch)
main.add_command(doctor)


def _names(how: str, key: Path | None) -> Names:
    from export.redaction import Names

    if how != "token":
        return Names(how)  # type: ignore[arg-type]
    if key is None:
        raise click.UsageError("--names token needs --names-key: a file of your own with a secret in it.")
    secret = key.read_bytes().strip()
    if not secret:
        raise click.UsageError(f"{key} is empty: put a long secret of your own in it.")
    return Names("token", secret)


def _document(file: Path, office: Office | None, limits: Limits) -> Document:
    """The document as read, or the sentence for the user and exit code 1."""
    from ingather.folding import complain
    from ingather.office.reading import read_alone
    from ingather.pipeline import read_tables
    from ingather.report import shown
    from ingest.errors import Unreadable

    try:
        options = _options(None, office, limits)
        return read_alone(file.read_bytes(), options, office) if office else read_tables(file, options)
    except Unreadable as error:
        complain(f"{shown(file.name)}: {error} {error.suggestion}")
    except OSError:
        complain(f"{shown(file.name)}: The file could not be opened from this computer.")
    sys.exit(1)


def _options(as_of: datetime | None, office: Office | None, limits: Limits) -> Options:
    from ingather.options import Options

    return Options(as_of.date() if as_of else date.today(), limits, office.version if office else "")


if __name__ == "__main__":
    main()
