"""Nothing of a name that is not kept is left in anything a run writes; planted names prove it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from export import Export, Own, WriteOptions, write_all
from export.people import Finder, Person
from export.redaction import REMOVED, How, Names, redact, token
from normalise.compare import compare
from normalise.model import Owner, Review, Unplaced
from tests.export.invented import WRITABLE, a_plan, an_action, an_export

KEY = b"a secret of this test"
ZOLA = "Zola Quixwood-Brane"
PLANTED = re.compile(rb"zola|quixwood|brane|okonwright|zqb|\bmay\s+okon|7946 0|vellum", re.IGNORECASE)


def planted() -> Export:
    """A plan whose every text names Zola Quixwood-Brane or May Okonwright in some way."""
    said = "Ask Zola, Ms Quixwood-Brane, Z. QUIXWOOD-BRANE, Quixwood-Brane's team, or May Okonwright; by May 2026."
    reach = "zola.qb@vellum.example.org, 020 7946 0123 or +44 (0)20 7946 0999"
    owners = (
        Owner(ZOLA, "Head of Parks", "Marlbrook Trust", f"{ZOLA}, Head of Parks"),
        Owner("May Okonwright", "", "", "May Okonwright"),
        Owner("ZQB", "", "", "ZQB"),
    )
    action = an_action(
        action=said, progress=reach, lead=f"{ZOLA}, Head of Parks", lead_person=ZOLA, lead_role="Head of Parks",
        owners=owners, partners="Quixwood-Brane, Zola", partner_list=("Zola Quixwood-Brane", "ZQB Ltd: call ZQB"),
        other=(("Contact for Zola", f'"{ZOLA}"'),), source_file="quixwood-brane_zola/May_Okonwright.docx",
        plan="Zola’s plan", evidence="ZolaQuixwoodBrane; ZOLÁ", steps=(), timescale="May 2026", status_text="Green",
    )  # fmt: skip
    plan = a_plan(
        action, text=said,
        review=(Review(action.source_file, 1, 2, 3, 4, "owner-unclear", "check", f"“{ZOLA}” …", said),),
        unplaced=(Unplaced(action.source_file, 1, 1, 1, 1, reach, "Zola wrote this"),),
    )  # fmt: skip
    export = an_export(plan)
    before = [row | {"lead": "Okonwright, May", "status": "on_track"} for row in export.tables["actions"]]
    own = Own(("Zola says",), {action.action_id: {"Zola says": said}}, {action.action_id: {"status": reach}})
    about = replace(export.about, inputs=("quixwood-brane_zola",))
    return replace(export, about=about, own=own, changes=compare(before, export.tables["actions"]))


def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of all files, those inside zip files unpacked, names of files included."""
    found = {path.name: path.name.encode() + path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path in folder.rglob("*.xlsx"):
        with zipfile.ZipFile(path) as parts:
            found |= {f"{path.name}/{name}": name.encode() + parts.read(name) for name in parts.namelist()}
    return found


@pytest.mark.parametrize("how", ["role", "token", "drop"])
@pytest.mark.parametrize("publication", [False, True])
def test_nothing_of_a_planted_name_is_left_in_any_file(tmp_path: Path, how: How, publication: bool) -> None:
    options = WriteOptions(formats=WRITABLE, publication=publication)
    write_all(planted(), tmp_path / "kept", options)
    assert any(PLANTED.search(data) for data in everything(tmp_path / "kept").values())
    write_all(redact(planted(), Names(how, KEY)), tmp_path / "out", options)
    left = {name: PLANTED.findall(data) for name, data in everything(tmp_path / "out").items()}
    assert {name: found for name, found in left.items() if found} == {}


def redacted(how: How) -> Export:
    return redact(planted(), Names(how, KEY))


def test_a_name_that_only_a_correction_without_a_place_gives_is_not_shown() -> None:
    message = "Correction c1 (lead: “Cy Dunn, Parks”) changed nothing. The action was: “Ask Cy”."
    row = Review("plan.docx", None, None, None, None, "correction-unmatched", "check", message, "")
    (shown,) = redact(an_export(a_plan(an_action(), review=(row,))), Names("drop")).tables["review"]
    assert shown["message"] == f"Correction c1 (lead: “{REMOVED}”."


def test_keeping_names_changes_nothing() -> None:
    export = planted()
    assert redact(export, Names()) is export


def test_job_titles_stand_in_for_names() -> None:
    row = redacted("role").tables["actions"][0]
    assert (row["lead_person"], row["lead_role"], row["lead"]) == ("", "Head of Parks", "Head of Parks, Head of Parks")
    four = "Head of Parks, Head of Parks, Head of Parks, Head of Parks"
    assert str(row["action"]).startswith(f"Ask {four}'s team, or [name]")


def test_a_person_has_the_same_token_everywhere_and_others_have_others() -> None:
    export = redacted("token")
    first, second, _ = export.tables["owners"]
    assert first["person"] == token(ZOLA, KEY) == export.tables["actions"][0]["lead_person"] != second["person"]
    assert token(ZOLA, KEY) in str(export.tables["actions"][0]["action"])
    assert token(ZOLA.upper(), KEY) == token(ZOLA, KEY) != token(ZOLA, b"another key")


def test_dropping_leaves_neither_names_nor_job_titles_of_owners() -> None:
    row = redacted("drop").tables["owners"][0]
    assert (row["person"], row["role"], row["organisation"], row["text"]) == (
        "",
        "",
        "Marlbrook Trust",
        "Marlbrook Trust",
    )


def test_words_that_are_also_names_stay_where_they_are_words() -> None:
    row = redacted("role").tables["actions"][0]
    assert (
        row["timescale"] == "May 2026" and str(row["action"]).endswith("by May 2026.") and row["status_text"] == "Green"
    )


def test_codes_dates_and_numbers_are_untouched() -> None:
    row, was = redacted("drop").tables["actions"][0], planted().tables["actions"][0]
    for column in ("action_id", "source_sha256", "due_date", "cost_min_gbp", "status", "confidence", "row"):
        assert row[column] == was[column]


def test_tokens_need_a_key() -> None:
    with pytest.raises(ValueError, match="key"):
        Names("token")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Priya Nair to lead", "* to lead"),
        ("NAIR, Priya", "*"),
        ("Dr P. Nair's team", "*'s team"),
        ("Priya's and Mr Green's plan", "*'s and *'s plan"),
        ("Green Lane, amber to green", "Green Lane, amber to green"),
        ("Jo Green and Priya Nair", "* and *"),
        ("Ask Jo; join jo ann", "Ask *; join jo ann"),
        ("pnair, PriyaNair.docx, priya_nair", "*, *.docx, *"),
        ("O’Brien, O'BRIEN and Obrienne", "*, * and Obrienne"),
        ("Nairobi and Priyanka stay", "Nairobi and Priyanka stay"),
    ],
)
def test_names_are_found_in_all_their_forms(text: str, shown: str) -> None:
    finder = Finder([Person("Priya Nair"), Person("Jo Green"), Person("Siân O'Brien")])
    assert finder.replace(text, lambda who: "*") == shown


def test_a_part_that_two_people_share_is_removed_without_saying_whose_it_is() -> None:
    finder = Finder([Person("Ann Leigh"), Person("Ann Pryce")])
    assert finder.replace("Ann and Ann Pryce", lambda who: REMOVED if len(who) > 1 else "one") == "[name] and one"
