"""The import contracts of pyproject.toml hold, and each of them would notice being broken."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("ingest", "normalise", "export", "ingather")
LINT = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()")

LAYERS = "Everything moves one way: ingather, export, normalise, ingest"
BREACHES = [
    (LAYERS, "ingest", "normalise.model"),
    (LAYERS, "normalise", "export"),
    (LAYERS, "export", "ingather"),
    ("Readers do not know one another", "ingest.readers", "ingest.readers.from_nothing"),
    ("Writers do not know one another", "export.writers", "export.writers.to_nothing"),
    ("XML, PDF and text encodings are the readers' business", "normalise", "lxml"),
    ("XML, PDF and text encodings are the readers' business", "ingather", "pypdfium2"),
    ("XML, PDF and text encodings are the readers' business", "export", "pikepdf"),
    ("Only the schema knows pandera and pandas", "normalise.values", "pandera"),
    ("Only the schema knows pandera and pandas", "export", "pandas"),
    ("Only the workbook's writer knows XlsxWriter", "ingather", "xlsxwriter"),
    ("Only what reads workbooks knows openpyxl", "export.writers", "openpyxl"),
    ("Only the command line knows the terminal", "export", "rich"),
    ("Nothing reaches the network", "ingest", "http"),
]


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What import-linter says, by contract, of a copy of the project with every breach planted in it."""
    folder = tmp_path_factory.mktemp("planted")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    _plant(folder, "ingest.readers.from_nothing", "")
    _plant(folder, "export.writers.to_nothing", "")
    for contract, package, target in BREACHES:
        _plant(folder, _planted(package, target), f"import {target}  # {contract}\n")
    shown = _lint(folder).stdout.partition("Broken contracts")[2]
    parts = re.split(r"\n(.+)\n-+\n", shown)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_room_keeps_to_its_imports() -> None:
    run = _lint(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(("contract", "package", "target"), BREACHES)
def test_a_contract_notices_being_broken(complaints: dict[str, str], contract: str, package: str, target: str) -> None:
    assert f"{_planted(package, target)} -> {target}" in " ".join(complaints[contract].split())


def _planted(package: str, target: str) -> str:
    return f"{package}.planted_{target.replace('.', '_')}"


def _plant(folder: Path, module: str, code: str) -> None:
    (folder / module.replace(".", "/")).with_suffix(".py").write_text(code, encoding="utf-8")


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*LINT, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
