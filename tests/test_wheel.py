"""The built wheel holds the four packages with their data files, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
ROOMS = ("export", "ingather", "ingest", "normalise")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[PurePosixPath]:
    """The names in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return frozenset(PurePosixPath(name) for name in archive.namelist())


def test_the_wheel_installs_four_packages_and_nothing_else(wheel: frozenset[PurePosixPath]) -> None:
    tops = {name.parts[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(ROOMS)
    assert len(tops) == len(ROOMS) + 1


def test_every_module_and_data_file_is_in_the_wheel(wheel: frozenset[PurePosixPath]) -> None:
    ours = {PurePosixPath(file.relative_to(ROOT).as_posix()) for room in ROOMS for file in _files(ROOT / room)}
    assert ours - wheel == set()


def test_data_files_are_among_what_is_checked() -> None:
    kinds = {file.suffix for room in ROOMS for file in _files(ROOT / room)}
    assert {".py", ".toml", ".typed"} <= kinds


def test_every_package_says_it_is_typed(wheel: frozenset[PurePosixPath]) -> None:
    assert {PurePosixPath(room, "py.typed") for room in ROOMS} <= wheel


def _files(folder: Path) -> list[Path]:
    return [f for f in folder.rglob("*") if f.is_file() and f.suffix != ".pyc"]
