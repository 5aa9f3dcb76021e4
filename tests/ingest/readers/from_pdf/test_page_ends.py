"""What programs do where a page ends, and strokes that go back to the left."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.readers.from_pdf.drawn import (
    HIGH,
    SIZE,
    Ink,
    bold,
    margins,
    pdf,
    rule,
    ruled,
    table,
    tables,
    texts,
    texts_of,
    words,
)

HEAD = "Theme | Action | Priority"


def stroke(pieces: tuple[tuple[str, float], ...], y: float) -> Ink:
    """Words at several places of a line, written in one stroke in the order given."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        first, at = pieces[0][1], pieces[0][1]
        shown = []
        for text, x in pieces:
            shown.append(f"{(at - x) * 1000 / SIZE:.0f} ({text})")
            at = x + canvas.stringWidth(text, "Helvetica", SIZE)
        vars(canvas)["_code"].append(f"BT /F1 {SIZE} Tf {first} {HIGH - y} Td [{' '.join(shown)}] TJ ET")

    return draw


def test_words_of_one_stroke_that_goes_back_to_the_left_stand_where_they_are_seen() -> None:
    page = [*ruled(HEAD, " | Plant many trees | "), stroke((("High", 300), ("Green and clean", 44)), 92)]
    assert tables(pdf(page)) == [[HEAD, "Green and clean | Plant many trees | High"]]


def test_words_between_two_parts_of_a_stroke_are_not_taken_for_its_own() -> None:
    rows = [f" | Plant {n} trees in all | " for n in range(15)]
    ends = [stroke(((f"{n}.", 44), (f"Town {n}", 284)), 73 + 19 * (n + 1)) for n in range(15)]
    assert tables(pdf([*ruled(HEAD, *rows), *ends])) == [
        [HEAD, *(f"{n}. | Plant {n} trees in all | Town {n}" for n in range(15))]
    ]


def test_a_page_number_above_a_wide_margin_is_no_text_between_two_parts_of_a_table() -> None:
    pages = [[*ruled(HEAD, f"Parks | Plant {n} trees | High"), words(str(n), 500, 340)] for n in (1, 2, 3)]
    made = pdf(*pages)
    assert (len(tables(made)), texts(made), margins(made)) == (1, [], ["1", "2", "3"])


def test_a_number_beside_other_words_is_no_page_number() -> None:
    rows = [texts_of(f"{n} | Plant {n} trees | High", 300, 40, 120) for n in (1, 2, 3)]
    assert margins(pdf(*([*ruled(HEAD, "Parks | Mend a path | Low"), *row] for row in rows))) == []


def test_a_row_that_says_again_what_the_last_one_of_the_page_before_says_is_a_row_of_its_own() -> None:
    rows, again = ("Parks | Plant | Low", "Trees | Dig | High"), "Roads | Report | Yearly"
    made = pdf(ruled(HEAD, *rows, again, width=80), ruled(again, again, width=80))
    assert tables(made) == [[HEAD, *rows, again, again, again]]


def test_words_of_a_cut_row_that_stand_on_both_pages_are_both_kept() -> None:
    first = ruled(HEAD, "Parks | Plant trees along / the whole length of | High", lines=2, width=80)
    second = ruled(HEAD, " | the whole length of / the towpath | ", lines=2, width=80)
    (found,) = tables(pdf(first, second))
    assert found[1:] == ["Parks | Plant trees along the whole length of the whole length of the towpath | High"]


def test_words_beside_a_table_end_it_not() -> None:
    first = [*ruled(HEAD, "Parks | Plant | Low"), words("took part.", x=420, y=75)]
    made = pdf(first, ruled("Roads | Mend | High"))
    assert (tables(made), texts(made)) == ([[HEAD, "Parks | Plant | Low", "Roads | Mend | High"]], ["took part."])


def grid(rows: int, *, merged: bool) -> list[Ink]:
    """Rules around rows of 20 points in three columns; rows but the header may share the first cell."""
    across = [rule(40, 60, 400, 60), rule(40, 80, 400, 80), rule(40, 60 + 20 * rows, 400, 60 + 20 * rows)]
    inner = [rule(160 if merged else 40, 60 + 20 * n, 400, 60 + 20 * n) for n in range(2, rows)]
    return [*across, *inner, *(rule(x, 60, x, 60 + 20 * rows) for x in (40, 160, 280, 400))]


def placed(row: str) -> Iterator[tuple[str, int]]:
    return zip(row.split("|"), (164, 284), strict=True)


def test_words_of_a_merged_cell_drawn_again_over_the_header_overleaf_are_no_part_of_it() -> None:
    head = [bold(text, x, 73) for text, x in zip(("Aim", "Action", "Lead"), (44, 164, 284), strict=True)]
    first = [*grid(3, merged=True), *head, words("Cleaner streets", 44, 112)]
    first += [words(text, x, y) for y, row in ((93, "Sweep|Us"), (113, "Dig|You")) for text, x in placed(row)]
    second = [*grid(3, merged=False), *head, words("Cleaner streets", 44, 74), words("Parks", 44, 113)]
    second += [words(text, x, y) for y, row in ((93, "Bins|Us"), (113, "Plant|You")) for text, x in placed(row)]
    found = table(pdf(first, second)).rows
    assert [row[1].text for row in found] == ["Action", "Sweep", "Dig", "Bins", "Plant"]
    assert (found[1][0].text, found[1][0].row_span) == ("Cleaner streets", 3)
