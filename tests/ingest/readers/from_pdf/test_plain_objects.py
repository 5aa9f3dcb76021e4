"""Simple dictionaries read from a file's own bytes say what qpdf says; all that could be read in two ways is left."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from ingest.readers.from_pdf.tagged.objects import plain
from ingest.readers.from_pdf.tagged.plain_objects import PlainObjects
from tests.ingest.readers.from_pdf.tagged import cells, tagged

PLAN = tagged(*cells(("Action", "Lead"), ("Plant trees", "Parks"), ("Mend paths", "")))


def written(body: bytes) -> PlainObjects:
    """A file whose first object is written like that."""
    head = b"%PDF-1.7\n"
    start = len(head) + len(body) + 1
    table = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n" % len(head)
    return PlainObjects(b"%b%b\n%btrailer <</Size 2>>\nstartxref\n%d\n%%%%EOF\n" % (head, body, table, start))


def saved(document: Pdf, *, mode: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.disable) -> bytes:
    made = io.BytesIO()
    document.save(made, object_stream_mode=mode)
    return made.getvalue()


def test_what_is_read_is_what_qpdf_reads() -> None:
    with pikepdf.new() as document:
        kids = [document.make_indirect(Dictionary(S=Name.P, K=Array([number, 7]))) for number in range(4)]
        attributes = document.make_indirect(Dictionary(O=Name.Table, RowSpan=2))
        document.Root.Row = document.make_indirect(Dictionary(S=Name.TR, K=Array(kids), A=attributes, K9=kids[0]))
        data = saved(document)
    with pikepdf.open(io.BytesIO(data)) as document:
        numbers = range(1, len(document.objects) + 1)
        told = {number: plain(document.get_object((number, 0))) for number in numbers}
    file = PlainObjects(data)
    assert {number: file.dictionary(number) for number in numbers} == told


def test_values_are_read_however_they_are_spaced() -> None:
    found = written(b"1 0 obj<</S/TD/K[3 0 R 4 ]/Pg 12 0 R/N 7/C[/a/b 5.5 ]\n>>\nendobj").dictionary(1)
    assert found == {"/S": "/TD", "/K": ["3 0 R", 4], "/Pg": "12 0 R", "/N": 7, "/C": ["/a", "/b", "5.5"]}


@pytest.mark.parametrize(
    "body",
    [
        b"1 0 obj<</S/T#44>>endobj",
        b"1 0 obj<</S/TD/ID(name)>>endobj",
        b"1 0 obj<</S/TD/ID<6E>>>endobj",
        b"1 0 obj<</S/TD/A<</O/Table>>>>endobj",
        b"1 0 obj<</S/TD/K null>>endobj",
        b"1 0 obj<</S/TD/K -1>>endobj",
        b"1 0 obj<</S/TD/K 5 0  R>>endobj",
        b"1 0 obj<</S/TD/K 4294967299 0 R>>endobj",
        b"1 0 obj<</S/TD %row\n/K 5>>endobj",
        b"1 0 obj<</S/TD/K 5>>stream\nendstream endobj",
        b"1 0 obj<</S/TD/K 5>>",
        b"1 0 obj<</S>>endobj",
        b"1 0 obj<</S/TD/K[3[4]]>>endobj",
        b"1 0 obj[5]endobj",
        b"2 0 obj<</S/TD>>endobj",
        b"1 1 obj<</S/TD>>endobj",
        b"",
    ],
)
def test_anything_else_is_left_to_qpdf(body: bytes) -> None:
    assert written(body).dictionary(1) is None


def test_numbers_that_the_table_does_not_hold_are_left_to_qpdf() -> None:
    file = written(b"1 0 obj<</S/TD>>endobj")
    assert [file.dictionary(number) for number in (0, 1, 2)] == [None, {"/S": "/TD"}, None]


def test_a_file_that_was_added_to_is_left_to_qpdf() -> None:
    body = b"1 0 obj<</S/TD>>endobj\nxref\n1 1\n%010d 00000 n \ntrailer <</Prev 9>>\nstartxref\n%d\n%%%%EOF\n"
    start = len(PLAN) + body.index(b"xref")
    assert PlainObjects(PLAN + body % (len(PLAN), start)).dictionary(1) is None


def test_a_file_with_streams_of_objects_and_an_encrypted_one_are_left_to_qpdf() -> None:
    with pikepdf.open(io.BytesIO(PLAN)) as document:
        document.Root.Plain = document.make_indirect(Dictionary(S=Name.TD))
        streams = saved(document, mode=pikepdf.ObjectStreamMode.generate)
        made = io.BytesIO()
        document.save(made, encryption=pikepdf.Encryption(owner="", user=""))
    for data in (streams, made.getvalue(), b"", b"%PDF-1.7"):
        assert not any(PlainObjects(data).dictionary(number) for number in range(20))


def test_a_long_row_of_what_is_no_dictionary_takes_no_longer_than_it_is_long() -> None:
    body = b"1 0 obj<</K[" + b"5 0 " * 200_000 + b"R]/S/TD(>>endobj"
    assert written(body).dictionary(1) is None
