"""A plan as the rows of its tables, small enough to be kept by the ten thousand and read back table by table."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ingather.coding import unpickle
from normalise.model import Plan
from normalise.rows import Row, Tables, table_rows
from normalise.schema import TABLES
from normalise.schema.screen import is_sound
from normalise.twins import keys_of

NAMES = tuple(name for name in TABLES if name != "files")
"""The tables a plan gives rows to."""

_COLUMNS = {name: tuple(field.name for field in fields) for name, fields in TABLES.items()}


class Held(Protocol):
    """A plan's rows, wherever they are kept."""

    @property
    def counts(self) -> Sequence[int]:
        """Rows of each table, as `NAMES` has them."""

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table."""

    def packed(self) -> Packed:
        """All of it."""

    def replaced(self, packed: Packed) -> Held:
        """Another plan kept in the same place."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A plan's rows, encoded table by table as `NAMES` has them, with how many rows each has.

    `keys` are what its actions are known again by, `ids` their identities as numbers, both of 64 bits. `sound` says
    that every value surely passes validation.
    """

    counts: tuple[int, ...]
    tables: tuple[bytes, ...]
    keys: bytes
    ids: bytes
    sound: bool

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table."""
        return unpack(table, self.tables[NAMES.index(table)])

    def packed(self) -> Packed:
        """Itself."""
        return self

    def replaced(self, packed: Packed) -> Packed:
        """The other: each is its own place."""
        return packed


def pack(plan: Plan) -> Packed:
    """The rows of a plan."""
    return pack_tables(table_rows([plan], []))


def pack_tables(tables: Tables) -> Packed:
    """The rows of the tables of a plan."""
    actions = tables["actions"]
    keys = keys_of(str(row["action"] or "") for row in actions)
    return Packed(
        tuple(len(tables[name]) for name in NAMES),
        tuple(_encoded(tables[name]) for name in NAMES),
        keys.tobytes(),
        array("Q", [int(str(row["action_id"]), 16) for row in actions]).tobytes(),
        is_sound({name: tables[name] for name in NAMES}),
    )


def tables_held(held: Held) -> Tables:
    """The tables of a plan, that of files empty."""
    return {**{name: list(held.rows(name)) for name in NAMES}, "files": []}


def unpack(table: str, data: bytes) -> Iterator[Row]:
    """The rows of a table from its bytes. Raises Corrupt where they are none."""
    columns = _COLUMNS[table]
    return (dict(zip(columns, values, strict=True)) for values in unpickle(data, tuple))


def numbers(data: bytes) -> array[int]:
    """Keys or identities as numbers."""
    found = array("Q")
    found.frombytes(data)
    return found


def _encoded(rows: Sequence[Row]) -> bytes:
    return pickle.dumps(tuple(tuple(row.values()) for row in rows), pickle.HIGHEST_PROTOCOL)
