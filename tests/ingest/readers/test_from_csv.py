"""Comma-separated values: quoted cells, other separators, titles above, blank rows between tables."""

from __future__ import annotations

import csv

from ingest.reading import read_document
from tests.ingest.readers.shown import shown


def test_quoted_cells_hold_commas_and_lines() -> None:
    document = read_document(b'Ref,Action,Lead\r\n1,"Plant, and ""water""\r\ndaily",Parks\r\n')
    assert shown(document) == [[["Ref", "Action", "Lead"], ["1", 'Plant, and "water"\ndaily', "Parks"]]]


def test_semicolons_part_columns_too() -> None:
    assert shown(read_document("Ref;Action\n1;Café\n2;Dig\n".encode("cp1252"))) == [
        [["Ref", "Action"], ["1", "Café"], ["2", "Dig"]]
    ]


def test_titles_stand_above_and_blank_rows_part_tables_numbered_as_in_the_file() -> None:
    document = read_document(b"Green Plan,,\n\nRef,Action,Lead\n1,Plant,Parks\n,,\nKey,Red,\nA,B,C\n")
    assert shown(document) == [
        "Green Plan", [["Ref", "Action", "Lead"], ["1", "Plant", "Parks"]], [["Key", "Red", ""], ["A", "B", "C"]],
    ]  # fmt: skip
    assert [table.rows[0][0].place.row for table in document.tables] == [3, 6]


def test_a_value_may_be_longer_than_the_library_s_own_bound() -> None:
    long = "x" * 200_000
    (table,) = read_document(f"Action,Note\nPlant trees,{long}\n".encode()).tables
    assert table.rows[1][1].text == long
    assert csv.field_size_limit() == 131_072


def test_only_line_ends_end_a_row() -> None:
    data = 'Action,Note\nPlant trees,"one\u2028two"\nCut grass,one\x0btwo\n'.encode()
    (table,) = read_document(data).tables
    assert [row[1].text for row in table.rows] == ["Note", "one\ntwo", "one\ntwo"]
    assert [cell.place.row for (cell, _) in table.rows] == [1, 2, 3]
