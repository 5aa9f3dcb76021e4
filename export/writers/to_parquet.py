"""Parquet with real dates, numbers and lists, one file for each table; needs the extra `[parquet]` (pyarrow)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from export.encodable import encodable
from export.errors import OutputError
from export.model import Export, WriteOptions
from export.placing import placed
from normalise.rows import Row, Value
from normalise.schema import TABLES, Field

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 20_000
"""Rows held at once."""


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write every table as NAME.parquet; empty text and unknown values are null.

    Raises OutputError where pyarrow is not installed.
    """
    try:
        from pyarrow import parquet
    except ImportError as error:
        needed = "Install it with: pip install 'ingather[parquet]', and run ingather again."
        raise OutputError("Parquet needs a part of ingather that is not installed.", needed) from error
    paths = []
    for name, fields in TABLES.items():
        path = folder / f"{name}.parquet"
        schema = _schema(fields)
        with placed(path) as part, parquet.ParquetWriter(part, schema, compression="zstd") as writer:
            for batch in _batches(export.tables[name], schema, fields):
                writer.write_batch(batch)
        paths.append(path)
    return tuple(paths)


def _schema(fields: Sequence[Field]) -> pa.Schema:
    import pyarrow as pa

    types = {"date": pa.date32(), "number": pa.float64(), "integer": pa.int64(), "boolean": pa.bool_()}
    return pa.schema(
        [
            pa.field(
                field.name,
                pa.list_(pa.string()) if field.listed else types.get(field.type, pa.string()),
                metadata={"description": field.meaning},
            )
            for field in fields
        ]
    )


def _batches(rows: Sequence[Row], schema: pa.Schema, fields: Sequence[Field]) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    left = iter(rows)
    while chunk := list(islice(left, _ROWS)):
        columns = [
            pa.array([_value(row[field.name]) for row in chunk], type=schema.field(field.name).type) for field in fields
        ]
        yield pa.record_batch(columns, schema=schema)


def _value(value: Value) -> object:
    if isinstance(value, tuple):
        return [encodable(part) for part in value]
    if isinstance(value, str):
        return encodable(value) or None
    return value
