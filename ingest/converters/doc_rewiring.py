"""Functions of the old Word converter run with something else in place of names that they look up.

The library itself is not altered: these are copies of its functions with names of their own to look things up in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import FunctionType, ModuleType
from typing import Any, TypeVar, cast

_Function = TypeVar("_Function", bound=Callable[..., Any])


def rewired(function: _Function, instead: Mapping[str, object]) -> _Function:
    """The same function, with these in place of what its module has by their names."""
    return cast(_Function, _copied(cast(FunctionType, function), {**function.__globals__, **instead}))


def rewired_module(module: ModuleType, instead: Mapping[str, object]) -> dict[str, Any]:
    """All that a module has by name, its functions with these in place of others of its functions."""
    names = dict(vars(module))
    for name, value in vars(module).items():
        if isinstance(value, FunctionType) and value.__module__ == module.__name__:
            names[name] = _copied(value, names)
    names.update(instead)
    return names


def _copied(function: FunctionType, names: dict[str, Any]) -> FunctionType:
    copy = FunctionType(function.__code__, names, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy
