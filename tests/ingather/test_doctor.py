"""The doctor finds what stands in the way, and nothing where nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ingather.cli import main
from ingather.doctor import examine
from ingather.store import Store


def test_a_sound_environment_has_no_trouble(tmp_path: Path) -> None:
    assert [f for f in examine(tmp_path) if f.trouble] == []
    assert CliRunner().invoke(main, ["doctor"]).exit_code == 0


def test_the_size_of_the_store_is_told(tmp_path: Path) -> None:
    Store(tmp_path).put("plans", "ab" * 32, list(range(500_000)))
    (kept,) = [f for f in examine(tmp_path) if f.what == "Store"]
    assert str(tmp_path) in kept.said
    assert ": 0.0 of" not in kept.said


def test_another_distribution_under_one_of_our_names_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "rival-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: rival\nVersion: 1.0\n")
    (told / "RECORD").write_text("export/__init__.py,,\nrival/__init__.py,,\n")
    for room in ("export", "rival"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    (trouble,) = [f for f in examine(tmp_path / "store") if f.trouble]
    assert trouble.what == "export"
    assert trouble.said.startswith("rival has installed a part of this name too")
    assert "Parts" not in {f.what for f in examine(tmp_path / "store")}


def test_it_ends_with_whether_anything_stands_in_the_way(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["doctor", "--store", str(tmp_path)]).output
    assert said.endswith("\n\nNothing stands in the way.\n")
