"""`ingather correct`: say once what a reading should be; the next run replays it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ingather.cli_example import example
from normalise.corrections import BadCorrection, Correction

_OUT = click.argument("out", type=click.Path(file_okay=False, path_type=Path))
_FILE = click.option("--corrections", "file", type=click.Path(path_type=Path), help="File to add to. Default: in OUT.")
_WHO = click.option("--who", default="", help="Who says so. Default: your user name.")


@click.group(
    epilog=example('ingather correct heading results "Steward" lead'), short_help="Say once what a reading should be."
)
def correct() -> None:
    """Correct a reading once and never again; OUT is the output folder of the runs it holds for.

    Run again afterwards: the corrections are replayed before everything else.
    """


@correct.command(
    epilog=example('ingather correct heading results "Progress P.I.s" measure --council "Kent County Council"'),
    short_help="Say which field a heading means.",
)
@_OUT
@click.argument("heading")
@click.argument("field")
@click.option("--council", default="", help="Only for the plans of this council (official name).")
@_FILE
@_WHO
def heading(out: Path, heading: str, field: str, council: str, file: Path | None, who: str) -> None:
    """Say which FIELD a HEADING means (action, lead, timescale, …; other for none)."""
    _add(out, file, Correction("heading", heading=heading, field=field, council=council, who=who))


@correct.command(epilog=example("ingather correct table results plan.docx 2 --no-actions"))
@_OUT
@click.argument("source_file")
@click.argument("table", type=int)
@click.option("--actions/--no-actions", required=True, help="Whether the table holds actions.")
@_FILE
@_WHO
def table(out: Path, source_file: str, table: int, actions: bool, file: Path | None, who: str) -> None:
    """Say whether TABLE (its number) of SOURCE_FILE holds actions."""
    _add(out, file, Correction("table", source_file=source_file, table=table, actions=actions, who=who))


@correct.command(
    epilog=example('ingather correct value results 3f9a01bc77de lead "Ann Lee"'),
    short_help="Say what a cell of an action should hold.",
)
@_OUT
@click.argument("action_id")
@click.argument("column")
@click.argument("value")
@_FILE
@_WHO
def value(out: Path, action_id: str, column: str, value: str, file: Path | None, who: str) -> None:
    """Say what COLUMN of an action should hold; what is read out of a text is read anew."""
    _add(out, file, Correction("value", action_id=action_id, column=column, value=value, who=who))


@correct.command(epilog=example("ingather correct row results 3f9a01bc77de"))
@_OUT
@click.argument("action_id")
@_FILE
@_WHO
def row(out: Path, action_id: str, file: Path | None, who: str) -> None:
    """Say that a row is no action; its text is kept under Unplaced."""
    _add(out, file, Correction("row", action_id=action_id, who=who))


@correct.command(epilog=example("ingather correct undo results 5f0c1d22aa"))
@_OUT
@click.argument("correction_id")
@_FILE
@_WHO
def undo(out: Path, correction_id: str, file: Path | None, who: str) -> None:
    """Take an earlier correction back, by its id."""
    _add(out, file, Correction("undo", of=correction_id, who=who))


def _add(out: Path, file: Path | None, correction: Correction) -> None:
    from ingather.correctable import as_typed, not_yet_there
    from ingather.correcting import FILE, add

    path = file or out / FILE
    said = _checked(correction, out, path)
    try:
        identity = add(path, said)
    except BadCorrection as error:
        raise click.UsageError(str(error).replace("Line 1 of the corrections", "This correction")) from None
    except OSError:
        click.echo(f"The corrections could not be written to {path}.", err=True)
        sys.exit(3)
    if correction.what == "undo":
        click.echo(f"Correction {correction.of} is taken back in {path}. Run again to see it.")
        return
    where = f" --corrections {as_typed(file)}" if file else ""
    undo = f"ingather correct undo {as_typed(out)} {identity}{where}"
    click.echo(f"Kept as {identity} in {path}. Run again to see it; take it back with: {undo}")
    if absent := not_yet_there(correction, out):
        click.echo(f"{absent} It is kept for plans that are still to come; if it is misspelt, take it back.", err=True)


def _checked(correction: Correction, out: Path, path: Path) -> Correction:
    """The correction with the words of its action, once what it names is seen to be in the results."""
    from ingather.correctable import not_there
    from ingather.correcting import with_words
    from ingather.trouble import no_corrections

    try:
        if reason := not_there(correction, out, path):
            raise click.UsageError(reason)
        return with_words(correction, out, path)
    except (BadCorrection, OSError, UnicodeDecodeError) as error:
        raise click.UsageError(no_corrections(path, error, asked=True)[0]) from None
