"""Files that cannot be read, or only in part."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from ingest.errors import Damaged, Encrypted, NoText, TooLarge
from ingest.limits import Limits
from ingest.model import Facts, Note, Paragraph, Place
from ingest.readers.from_pdf import read
from ingest.readers.from_pdf.opening import opened
from ingest.readers.from_pdf.pages import Pages
from ingest.readers.from_pdf.salvage.last_resort import LastResort
from tests.ingest.readers.from_pdf.drawn import area, blocks, codes, pdf, ruled, tables, words

PLAN = ruled("Action | Lead", "Plant trees | Parks")
SAMPLE = Path(__file__).parents[4] / "samples" / "ruled-pages.pdf"


def locked(user: str) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(PLAN))) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="owner", user=user))
    return made.getvalue()


def test_the_facts_come_first() -> None:
    first = blocks(pdf(words("One"), words("Two")))[0]
    assert isinstance(first, Facts)
    assert (first.pages, first.engine) == (2, "pdfium")


def test_a_file_locked_with_an_empty_password_is_read() -> None:
    assert tables(locked("")) == [["Action | Lead", "Plant trees | Parks"]]


def test_a_file_locked_with_a_password_is_refused() -> None:
    with pytest.raises(Encrypted):
        blocks(locked("secret"))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"<html>404 Not Found</html>", b"%PDF-1.4\n" + b"\0" * 500])
def test_what_is_no_whole_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        blocks(data)


def test_a_file_beyond_the_limit_is_too_large() -> None:
    with pytest.raises(TooLarge):
        list(read(pdf(PLAN), Limits(file_bytes=100)))


def test_what_the_page_tree_names_as_a_page_and_is_none_is_told() -> None:
    data = re.sub(rb"(/Kids \[ \d+ 0 R )\d( 0 R)", rb"\g<1>1\2", pdf(PLAN, words("Two"), words("Three")))
    assert codes(data) == ["page-damaged"]


class Asked:
    """A document that notes the last page that it was asked for."""

    def __init__(self, data: bytes) -> None:
        self.document = opened(data, Limits()).document
        self.page = 0

    def __len__(self) -> int:
        return len(self.document)

    def __getitem__(self, n: int) -> pdfium.PdfPage:
        self.page = n + 1
        return self.document[n]


def test_pages_come_in_order_and_few_of_them_wait_for_the_next() -> None:
    data = pdf(*(words(f"Page {n}") for n in range(1, 41)))
    asked = Asked(data)
    with Pages(asked, LastResort(data)) as pages:
        found = [(page.number, page.runs[0].text, asked.page - page.number) for page in pages]
    assert [(number, text) for number, text, _ in found] == [(n, f"Page {n}") for n in range(1, 41)]
    assert all(waiting <= number / 4 for number, _, waiting in found)
    assert max(waiting for *_, waiting in found) > 5


def test_the_letters_of_pages_before_can_be_looked_at_once_the_next_are_opened() -> None:
    data = pdf(*(words(f"Page {n}") for n in range(1, 41)))
    with Pages(opened(data, Limits()).document, LastResort(data)) as pages:
        for before, page in itertools.pairwise(pages):
            assert [letter.text for letter in before.letters(before.runs[0])] == [*f"Page{page.number - 1}"]


def test_a_page_that_is_only_empty_is_not_told_of() -> None:
    assert not codes(pdf(PLAN, [], words("Three")))


def test_a_page_whose_text_stands_beyond_its_edge_is_told() -> None:
    beyond = [words(f"Plant trees along road {n}", x=900, y=40 + 20 * n) for n in range(4)]
    found = blocks(pdf([words("Our plan"), *beyond]))
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["Our plan"]
    assert [(b.code, b.place) for b in found if isinstance(b, Note)] == [("read-in-part", Place(page=1))]


def test_rules_beyond_the_edge_of_a_page_make_no_rows() -> None:
    rows = ("Action | Lead", "Plant trees | Parks", "Mend paths | Rangers", "Sow seeds | Wardens")
    assert tables(pdf(ruled(*rows, top=-37))) == [list(rows[2:])]


def test_pages_with_nothing_to_read_are_refused() -> None:
    with pytest.raises(NoText):
        blocks(pdf([area(0, 0, 600, 400, "808080")]))


def test_the_libraries_of_pictures_tags_and_repairs_wait_until_they_are_wanted() -> None:
    code = (
        "import sys; from pathlib import Path; from ingest.limits import Limits;"
        "from ingest.readers.from_pdf import read; list(read(Path(sys.argv[1]).read_bytes(), Limits()));"
        "print(sorted({'numpy', 'PIL', 'pikepdf', 'pdfplumber'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(SAMPLE)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "[]\n"
