"""What makes Excel say that it has to repair a workbook: none of it is in ours, for work or for the public."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from posixpath import join, normpath

import pytest
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.xml.functions import fromstring

from export import Own, WriteOptions, write_all
from normalise.compare import compare
from tests.export.invented import a_plan, an_action, an_export, the_plans

Parts = dict[str, bytes]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ODD = 'a "b" <c> & _x0041_ \x07 \ud800 \r\n ' + "=1+1" + "x" * 40_000


@pytest.fixture(scope="module", params=[False, True], ids=["for work", "for the public"])
def parts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """A workbook with everything in it: changes, own columns that clash, notes, odd texts and names of files."""
    export = the_plans()
    odd = an_action(action_id="c00000000001", source_file="odd & <name>.docx", action=ODD, theme=ODD)
    tables = {n: [*export.tables[n], *more] for n, more in an_export(a_plan(odd)).tables.items()}
    changes = compare([row | {"lead": "Bo Ray"} for row in tables["actions"][1:]], tables["actions"])
    own = Own(("Action", "note", "Note", "two\nlines", "x" * 300), {"c00000000001": {"note": ODD, "Action": 3}},
              {"c00000000001": {"status": ODD, "Action": "mine"}})  # fmt: skip
    folder = tmp_path_factory.mktemp("strict")
    options = WriteOptions(formats=("xlsx",), publication=request.param)
    write_all(replace(export, tables=tables, changes=changes, own=own), folder, options)
    with zipfile.ZipFile(folder / "action-plans.xlsx") as book:
        return {name: book.read(name) for name in book.namelist()}


def sheets(parts: Parts) -> dict[str, bytes]:
    return {name: data for name, data in parts.items() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)}


def tables_of(parts: Parts, sheet: str) -> Iterator[bytes]:
    folder, _, name = sheet.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    for relation in fromstring(relations) if relations else ():
        if str(relation.get("Type")).endswith("/table"):
            yield parts[normpath(join(folder, str(relation.get("Target"))))]


def values(sheet: bytes) -> dict[str, str]:
    found = fromstring(sheet).iter(f"{MAIN}c")
    return {str(c.get("r")): unescape("".join(t.text or "" for t in c.iter(f"{MAIN}t"))) for c in found}


def bounds(ref: str) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a range, or of a cell."""
    left, top, right, bottom = range_boundaries(ref)
    assert left and top and right and bottom
    return left, top, right, bottom


def test_every_part_is_well_formed_and_holds_no_character_that_xml_forbids(parts: Parts) -> None:
    for data in parts.values():
        fromstring(data)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", data.decode("utf-8"))


def test_columns_of_tables_are_unique_and_say_what_their_header_cells_say(parts: Parts) -> None:
    for name, sheet in sheets(parts).items():
        said = values(sheet)
        for table in map(fromstring, tables_of(parts, name)):
            left, top, right, _ = bounds(str(table.get("ref")))
            columns = [str(column.get("name")) for column in table.iter(f"{MAIN}tableColumn")]
            assert len({column.casefold() for column in columns}) == len(columns) == right - left + 1
            heads = [value for ref, value in said.items() if bounds(ref)[1] == top]
            assert heads[: len(columns)] == columns and all(0 < len(column) <= 255 for column in columns)


def test_tables_have_unique_plain_names_and_ids(parts: Parts) -> None:
    found = [fromstring(table) for sheet in sheets(parts) for table in tables_of(parts, sheet)]
    names = [str(table.get("displayName")) for table in found]
    assert len({name.casefold() for name in names}) == len(names) == len({table.get("id") for table in found}) > 10
    assert all(re.fullmatch(r"[A-Za-z_][\w.]{0,254}", name) for name in names)
    assert not any(re.fullmatch(r"[A-Z]{1,3}\d+", name) for name in names)


def test_filters_span_their_table_and_no_table_or_merge_overlaps_another(parts: Parts) -> None:
    for name, sheet in sheets(parts).items():
        root, found = fromstring(sheet), list(map(fromstring, tables_of(parts, name)))
        assert root.find(f"{MAIN}autoFilter") is None
        for table in found:
            kept = table.find(f"{MAIN}autoFilter")
            assert kept is None or kept.get("ref") == table.get("ref")
        merges = [str(merge.get("ref")) for merge in root.iter(f"{MAIN}mergeCell")]
        for one, other in combinations([*(str(table.get("ref")) for table in found), *merges], 2):
            assert not overlap(one, other)


def overlap(one: str, other: str) -> bool:
    a, b = bounds(one), bounds(other)
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def test_ranges_that_touch_no_cell_in_common_do_not_overlap() -> None:
    assert overlap("A1:B2", "B2:C3") and not overlap("A1:B2", "A3:B4")


def test_names_of_sheets_fit_and_are_unique(parts: Parts) -> None:
    names = [str(sheet.get("name")) for sheet in fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}sheet")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not re.search(r"[\\/?*\[\]:]|^'|'$", name) for name in names)


def test_defined_names_point_to_sheets_that_are_there(parts: Parts) -> None:
    book = fromstring(parts["xl/workbook.xml"])
    count = len(list(book.iter(f"{MAIN}sheet")))
    for defined in book.iter(f"{MAIN}definedName"):
        assert int(str(defined.get("localSheetId"))) < count and "#REF!" not in str(defined.text)


def test_drop_downs_are_short_enough_and_their_messages_too(parts: Parts) -> None:
    for sheet in sheets(parts).values():
        for rule in fromstring(sheet).iter(f"{MAIN}dataValidation"):
            assert all(len(formula.text or "") <= 257 for formula in rule)
            assert len(rule.get("promptTitle", "")) <= 32 and len(rule.get("prompt", "")) <= 255
            assert len(rule.get("errorTitle", "")) <= 32 and len(rule.get("error", "")) <= 255


def test_rules_of_colour_have_a_style_that_is_there(parts: Parts) -> None:
    styles = fromstring(parts["xl/styles.xml"]).find(f"{MAIN}dxfs")
    count = len(styles) if styles is not None else 0
    for sheet in sheets(parts).values():
        for rule in fromstring(sheet).iter(f"{MAIN}cfRule"):
            assert int(str(rule.get("dxfId"))) < count and all(formula.text for formula in rule)


def test_links_are_few_enough_and_each_leads_somewhere(parts: Parts) -> None:
    for name, sheet in sheets(parts).items():
        links = list(fromstring(sheet).iter(f"{MAIN}hyperlink"))
        relations = parts.get(name.replace("worksheets/", "worksheets/_rels/") + ".rels", b"<none/>")
        known = {relation.get("Id"): str(relation.get("Target")) for relation in fromstring(relations)}
        assert len(links) <= 65_530
        for link in links:
            assert link.get("location") or 0 < len(known[link.get(RELATION)]) <= 2_079
        assert len({link.get("ref") for link in links}) == len(links)


def test_no_cell_holds_more_than_excel_takes(parts: Parts) -> None:
    longest = [text for sheet in sheets(parts).values() for text in values(sheet).values()]
    assert all(len(text.encode("utf-16-le")) // 2 <= 32_767 for text in longest) and max(map(len, longest)) > 30_000


def test_rows_and_cells_stand_in_order(parts: Parts) -> None:
    for sheet in sheets(parts).values():
        for row in fromstring(sheet).iter(f"{MAIN}row"):
            columns = [bounds(str(cell.get("r")))[0] for cell in row]
            assert columns == sorted(set(columns))
