"""The council by the name of the folder that a plan lies in, where the user says that folders are named so."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Note
from normalise.values.councils.model import CouncilFound
from normalise.values.councils.names import full_names, short_names
from normalise.values.councils.notes import ended_note
from normalise.values.councils.register import Council, of_its_day
from normalise.values.councils.words import keys_of


def council_of_folder(folder: str, found: CouncilFound, year: int | None) -> CouncilFound:
    """The council a folder is named after, which goes before the one that was found in the document.

    The whole name must be one of the register's, in full or short: `leeds`, `Leeds City Council`, `leeds-city-council`.
    A folder that is none leaves what was found, with a note; so does a document that names another council.
    """
    council = _named_by(folder, year)
    if council is None:
        return replace(found, notes=(*found.notes, _no_council(folder)))
    differs = (_differs(council, found),) if found.name not in ("", council.name) else ()
    notes = (*differs, *ended_note(council, year))
    return CouncilFound(council.name, council.code, "; ".join(council.successors), notes)


def _named_by(folder: str, year: int | None) -> Council | None:
    keys = keys_of(folder.replace("_", " "))
    names = full_names().get(keys) or short_names().get(keys) or ()
    return of_its_day(names, year)


def _no_council(folder: str) -> Note:
    message = f"The folder “{folder}” is not the name of one council, so the council was sought in the document."
    return Note("council-folder-unknown", message, "Name the folder after the council, as Leeds City Council.")


def _differs(council: Council, found: CouncilFound) -> Note:
    message = f"The folder says {council.name}, the document speaks of {found.name}; the folder was followed."
    return Note("council-folder-differs", message, "Check that the file lies in the right folder.")
