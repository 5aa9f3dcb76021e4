"""The README names every command, option, output and review code that the program has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ingather.cli import main
from normalise.schema import TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = ("ingest", "normalise", "export", "ingather")
CODE = re.compile(r"[a-z]+(-[a-z]+)*")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_described(name: str) -> None:
    assert f"`ingather {name}" in README
    long = [o for p in main.commands[name].params if isinstance(p, click.Option) for o in p.opts if o[:2] == "--"]
    assert [option for option in long if option not in README] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_described(table: str) -> None:
    assert f"`{table}.csv`" in README


def test_every_review_code_is_described_and_no_other() -> None:
    section = README.partition("## What to review")[2].partition("\n## ")[0]
    described = set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))
    assert described == set(_codes())


def test_the_files_it_points_to_exist() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def _codes() -> Iterator[str]:
    """Every constant handed to something whose parameter is called `code`."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    takers = dict(taker for tree in trees for taker in _takers(tree))
    for call in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if called in takers:
            yield from _given(call, takers[called])


def _takers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Names of functions and classes that take a `code`, and its place among their arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
        elif isinstance(node, ast.ClassDef):
            names = [s.target.id for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]
        else:
            continue
        if "code" in names:
            yield node.name, names.index("code")


def _given(call: ast.Call, place: int) -> Iterator[str]:
    given = [*call.args[place : place + 1], *(k.value for k in call.keywords if k.arg == "code")]
    for value in given:
        for choice in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
            if isinstance(choice, ast.Constant) and isinstance(choice.value, str) and CODE.fullmatch(choice.value):
                yield choice.value
