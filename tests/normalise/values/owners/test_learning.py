"""What a document teaches about its names."""

from __future__ import annotations

from normalise.values.owners import Names, learn_names, read_owners


def people(cell: str, names: Names) -> list[str]:
    return [o.person for o in read_owners(cell, names)[0] if o.person]


def test_an_abbreviation_in_brackets_is_learnt_from_the_prose() -> None:
    names = learn_names([], ["The partnership is led by Anytown District Council (ADC) and the police."])
    assert names.full_form("ADC") == "Anytown District Council"


def test_an_abbreviation_before_its_full_form_is_learnt() -> None:
    names = learn_names([], ["HIA – Home Improvement Agency\nDPH: Director of Public Health"])
    assert names.full_form("HIA") == "Home Improvement Agency"
    assert names.full_form("DPH") == "Director of Public Health"


def test_letters_that_do_not_fit_the_words_are_not_learnt() -> None:
    assert learn_names([], ["The last meeting was good (XYZ)."]).legend == ()


def test_a_post_explained_in_full_is_a_role_where_its_letters_stand() -> None:
    names = learn_names(["CLO"], ["The Community Liaison Officer (CLO) visits each school."])
    assert read_owners("CLO", names)[0][0].role == "CLO"


def test_initials_of_a_person_of_the_plan_are_that_person() -> None:
    names = learn_names(["Jane Smith", "JS", "Parks Team"], [])
    assert people("JS", names) == ["JS"]


def test_initials_explained_in_a_legend_are_people_with_their_full_name() -> None:
    names = learn_names(["JS", "AB/JS"], ["JS = Jane Smith, AB = Anil Bose"])
    owners, _ = read_owners("AB/JS", names)
    assert [(o.person, o.name) for o in owners] == [("AB", "Anil Bose"), ("JS", "Jane Smith")]


def test_a_plan_that_shows_nearly_all_owners_by_initials_means_people() -> None:
    cells = ["JS", "AB", "KT/JS", "LM", "Headteacher"]
    assert people("KT", learn_names(cells, [])) == ["KT"]


def test_a_few_letters_among_names_are_bodies() -> None:
    cells = ["Jane Smith", "Anil Bose", "GTX", "Ruth Lane", "Omar Said"]
    assert people("GTX", learn_names(cells, [])) == []


def test_a_name_seen_whole_elsewhere_is_joined_where_a_narrow_column_broke_it() -> None:
    names = learn_names(["Susan Blenkarn"], [])
    assert people("Susan Blen\nkarn", names) == ["Susan Blenkarn"]


def test_initials_are_those_of_a_person_with_a_title() -> None:
    names = learn_names(["Mrs J Hill (Deputy Head)", "JH", "Class teachers"], [])
    assert [o.person for o in read_owners("JH", names)[0]] == ["JH"]


def test_initials_are_those_of_a_person_whom_the_prose_names_with_a_title() -> None:
    names = learn_names(["TC and SENCo", "TC", "Class teachers"], ["Leader: Miss T Cole"])
    assert [o.person for o in read_owners("TC", names)[0]] == ["TC"]
