"""The README names every command, option, output and review code that the program has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from ingather.cli import main
from normalise.schema import TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = ("ingest", "normalise", "export", "ingather")
CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def _all_commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for part, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _all_commands(command, f"{name} {part}")
        else:
            yield f"{name} {part}", command


@pytest.mark.parametrize(("name", "command"), sorted(_all_commands(main, "ingather")))
def test_every_command_and_option_is_described(name: str, command: click.Command) -> None:
    assert f"`{name}" in README
    long = [o for p in command.params if isinstance(p, click.Option) for o in p.opts if o.startswith("--")]
    assert [option for option in long if option not in README] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_described(table: str) -> None:
    assert f"`{table}.csv`" in README


def test_every_review_code_is_described() -> None:
    assert set(_codes()) - _described() == set()


def test_no_review_code_is_described_that_no_longer_exists() -> None:
    constants = {n.value for tree in _trees() for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    assert _described() - constants == set()


def test_the_files_it_points_to_exist() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def _described() -> set[str]:
    section = README.partition("## What to review")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))


@cache
def _trees() -> tuple[ast.Module, ...]:
    paths = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)


def _codes() -> Iterator[str]:
    """Every constant handed to something whose parameter is called `code`."""
    trees = _trees()
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
