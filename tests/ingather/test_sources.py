"""Which files a run reads, and under which names."""

from __future__ import annotations

from pathlib import Path

from ingather.sources import find_inputs


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_files_are_named_from_the_folder_given_in_order(tmp_path: Path) -> None:
    make(tmp_path, "in/b.txt", "in/a/c.txt")
    assert [i.name for i in find_inputs([tmp_path / "in"], tmp_path / "out")] == ["a/c.txt", "b.txt"]


def test_two_folders_are_named_from_their_common_parent(tmp_path: Path) -> None:
    make(tmp_path, "north/plan.txt", "south/plan.txt")
    found = find_inputs([tmp_path / "south", tmp_path / "north"], tmp_path / "out")
    assert [i.name for i in found] == ["north/plan.txt", "south/plan.txt"]


def test_an_output_folder_inside_the_input_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt", "results/actions.csv", "deep/results/actions.csv")
    found = find_inputs([tmp_path], tmp_path / "results")
    assert [i.name for i in found] == ["deep/results/actions.csv", "plan.txt"]


def test_the_results_of_another_run_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt", "old/action-plans.xlsx", "old/actions.csv", "old/files.csv", "older/files.csv")
    assert [i.name for i in find_inputs([tmp_path], tmp_path / "out")] == ["older/files.csv", "plan.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt", ".hidden.txt", ".git/config")
    assert [i.name for i in find_inputs([tmp_path], tmp_path / "out")] == ["plan.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt")
    assert len(find_inputs([tmp_path, tmp_path / "plan.txt"], tmp_path / "out")) == 1


def test_names_are_in_one_unicode_form(tmp_path: Path) -> None:
    make(tmp_path, "Cafe\u0301.txt")
    assert [i.name for i in find_inputs([tmp_path], tmp_path / "out")] == ["Café.txt"]
