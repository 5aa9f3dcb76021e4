"""Writes normalise/data/given_names.txt and common_words.txt, the lists that tell names of people from other words.

Run `python -m tests.make.name_words CENSUS SCOWL` with the folders of the sources: CENSUS holds dist.female.first and
dist.male.first of the United States Census of 1990 (public domain), SCOWL the word lists of Debian's package `scowl`
(Kevin Atkinson, free with notice). Names of other cultures come from the installed package Faker (MIT).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

DATA = Path(__file__).parents[2] / "normalise" / "data"
_LOCALES = (
    "cs_CZ", "da_DK", "de_DE", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "es_ES", "et_EE", "fi_FI",
    "fr_FR", "ga_IE", "ha_NG", "hr_HR", "hu_HU", "id_ID", "ig_NG", "is_IS", "it_IT", "lt_LT", "lv_LV", "nl_NL", "no_NO",
    "pl_PL", "pt_PT", "ro_RO", "sk_SK", "sl_SI", "sv_SE", "sw", "tr_TR", "tw_GH", "yo_NG", "zu_ZA",
)  # fmt: skip
_LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary")
_LEVELS = ("english-words.10", "english-words.20", "british-words.10", "british-words.20")
_NAMES_HEAD = (
    "# Given names of many cultures: United States Census 1990 (public domain) and Faker (MIT), run together.\n"
)
_WORDS_HEAD = "# The commonest English words: levels 10 and 20 of SCOWL, (c) 2000-2011 Kevin Atkinson, see NOTICE.\n"


def main(census: Path, scowl: Path) -> None:
    """Write both lists, one word a line in small letters, sorted."""
    _write(DATA / "given_names.txt", _NAMES_HEAD, [*_census(census), *_faker(), *_additions()])
    _write(DATA / "common_words.txt", _WORDS_HEAD, _scowl(scowl))


def _census(folder: Path) -> Iterator[str]:
    for name in ("dist.female.first", "dist.male.first"):
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            yield line.split()[0]


def _faker() -> Iterator[str]:
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for kind in _LISTS:
            yield from getattr(provider, kind, ())


def _additions() -> Iterable[str]:
    text = (Path(__file__).parent / "given_name_additions.txt").read_text(encoding="utf-8")
    return (line for line in text.split() if not line.startswith("#"))


def _scowl(folder: Path) -> Iterator[str]:
    for level in _LEVELS:
        for line in (folder / level).read_text(encoding="iso-8859-1").splitlines():
            if "'" not in line:
                yield line


def _write(path: Path, head: str, words: Iterable[str]) -> None:
    kept = sorted({word.lower() for word in words if word.isalpha() and len(word) > 1})
    path.write_text(head + "\n".join(kept) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
