"""Dictionaries read from a file's own bytes say what qpdf says; all that could be read in two ways is left to it."""

from __future__ import annotations

import io
import subprocess
import sys
import time

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from ingest.readers.from_pdf.tagged.plain_objects import PlainObjects
from ingest.readers.from_pdf.tagged.qpdf import plain
from tests.ingest.readers.from_pdf.tagged import cells, tagged

PLAN = tagged(*cells(("Action", "Lead"), ("Plant trees", "Parks"), ("Mend paths", "")))


def written(*bodies: bytes) -> PlainObjects:
    """The objects of a file that writes them like that, the first of them its catalog."""
    return PlainObjects(written_file(*bodies))


def written_file(*bodies: bytes) -> bytes:
    """A file whose objects are written like that."""
    data, lines = b"%PDF-1.7\n", [b"0000000000 65535 f \n"]
    for body in bodies:
        lines.append(b"%010d 00000 n \n" % len(data))
        data += body + b"\n"
    table = b"xref\n0 %d\n%b" % (len(lines), b"".join(lines))
    end = b"trailer <</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + table + end


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
    "value",
    [
        b"/T#44",
        b"/Default#20Paragraph#20Font",
        b"(Action)",
        b"()",
        b"<FEFF00C3201300410020>",
        b"<FEFF>",
        b"<</O/Table/RowSpan 2/Headers[(a)(b)]>>",
        b"[3[4 null]<</MCID 5/Type/MCR>>true false]",
        b"<< /Marked true /None null >>",
        b"[1/XYZ null null 0]",
    ],
)
def test_values_within_values_are_read_as_qpdf_reads_them(value: bytes) -> None:
    whole = b"<</S/TD/Value %b/A/A>>" % value
    assert written(b"1 0 obj%bendobj" % whole).dictionary(1) == plain(pikepdf.Object.parse(whole))


def test_references_within_values_are_read() -> None:
    found = written(b"1 0 obj<</S/TD/K[<</Type/MCR/Pg 7 0 R/MCID 5>>12 0 R]>>endobj").dictionary(1)
    assert found == {"/S": "/TD", "/K": [{"/Type": "/MCR", "/Pg": "7 0 R", "/MCID": 5}, "12 0 R"]}


@pytest.mark.parametrize(
    "body",
    [
        b"1 0 obj<</S/TD/ID<6E>>>endobj",
        b"1 0 obj<</S/TD/ID<FEFFD83D>>>endobj",
        b"1 0 obj<</S/TD/ID(a\\051)>>endobj",
        b"1 0 obj<</S/TD/ID(a(b))>>endobj",
        b"1 0 obj<</S/T#C3#A9>>endobj",
        b"1 0 obj<</S/TD/A<</O/Table]>>endobj",
        b"1 0 obj<</S/TD/A[<</O/Table>>>>endobj",
        b"1 0 obj<</S/TD/A<</O>>>>endobj",
        b"1 0 obj<</S/TD/A<<3 4>>>>endobj",
        b"1 0 obj<</S/TD/A<</O/Table>>5>>endobj",
        b"1 0 obj<</S/TD/K nullify>>endobj",
        b"1 0 obj" + 30 * b"<</A" + 30 * b">>" + b"endobj",
        b"1 0 obj<</S/TD/K -1>>endobj",
        b"1 0 obj<</S/TD/K 5 0  R>>endobj",
        b"1 0 obj<</S/TD/K 4294967299 0 R>>endobj",
        b"1 0 obj<</S/TD/K 5 70000 R>>endobj",
        b"1 0 obj<</S/TD %row\n/K 5>>endobj",
        b"1 0 obj<</S/TD/K 5>>stream\nendstream endobj",
        b"1 0 obj<</S/TD/K 5>>",
        b"1 0 obj<</S>>endobj",
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


def test_no_object_is_read_of_a_file_whose_table_has_other_lines_or_numbers_anew() -> None:
    whole = written_file(b"1 0 obj<</S/TD>>endobj", b"2 0 obj<</S/TH>>endobj")
    assert PlainObjects(whole).dictionary(1)
    for lie in (
        whole.replace(b" 00000 n", b" 00000 x", 1),
        whole.replace(b"trailer", b"1 1\n0000000015 00000 n \ntrailer"),
    ):
        assert PlainObjects(lie).dictionary(2) is None


def test_a_great_dictionary_that_many_refer_to_is_read_once() -> None:
    great = b"".join(b"/K%d %d 0 R" % (n, n + 1) for n in range(5_000))
    file = written(b"1 0 obj<<%b>>endobj" % great, b"2 0 obj<</A<<%b>>>>endobj" % great)
    began = time.process_time()
    assert all(file.dictionary(1) and file.dictionary(2) for _ in range(500))
    assert time.process_time() - began < 0.5


def test_no_object_is_looked_for_in_a_table_that_has_been_found_to_lie() -> None:
    first, second = b"1 0 obj<</S/TD>>endobj", b"2 0 obj<</S/TH>>endobj"
    file = written(first, second.replace(b"2 0", b"3 0"))
    assert (file.dictionary(1), file.misled) == ({"/S": "/TD"}, False)
    assert (file.dictionary(2), file.misled) == (None, True)
    assert file.dictionary(1) is None


def test_the_last_value_of_a_key_holds_though_it_is_none() -> None:
    assert written(b"1 0 obj<</S/TD/K 5/K null>>endobj").dictionary(1) == {"/S": "/TD"}


def test_qpdf_is_not_loaded_for_a_plain_file() -> None:
    code = (
        "import sys; from ingest.readers.from_pdf.tagged.tree import marks;"
        "print(len(marks(sys.stdin.buffer.read())), 'pikepdf' in sys.modules)"
    )
    made = subprocess.run([sys.executable, "-c", code], input=PLAN, capture_output=True, check=True)
    assert made.stdout.split() == [b"1", b"False"]
