"""PDF reading side by side: how much of each table comes out right, CPU a page, and memory by number of pages.

`python -m bench.pdf` prints the figures as Markdown. Every measurement runs in a process of its own; times are CPU
milliseconds a page, the least of several runs, and ratios are taken within one run. The floor is pdfium opening each
page and giving its text. Right and wrong are judged on the documents beside the checkout (../shared/pdf,
../shared/icdar2013) by their own scorer; without them there is nothing to print.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from bench.pdf_scans import DOTS, scanned, with_rapidocr, with_tesseract

SHARED = Path(__file__).parent.parent.parent / "shared"
LARGE = ("big_lo_tag", "big_lo_untag")
RUNS, SLOW_RUNS = 15, 2
SHORT, SLOW_PAGES = 23, 30


def ours(data: bytes) -> list[list[list[dict[str, object] | None]]]:
    """The tables as the scorer wants them."""
    from ingest.limits import Limits
    from ingest.model import Table
    from ingest.readers.from_pdf import read

    tables = [block for block in read(data, Limits()) if isinstance(block, Table)]
    return [
        [
            [
                {"text": cell.text, "row_span": cell.row_span, "col_span": cell.col_span, "fill": cell.fill}
                if table.is_origin(y, x)
                else None
                for x, cell in enumerate(row)
            ]
            for y, row in enumerate(table.rows)
        ]
        for table in tables
    ]


def plumbed(data: bytes) -> object:
    """The tables as pdfplumber finds them by its lines."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        found = []
        for page in document.pages:
            found.append(page.extract_tables())
            page.close()
        return found


def floor(data: bytes) -> object:
    """Every page opened by pdfium and its text asked for."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()
    return None


def latticed(path: Path) -> object:
    """The tables as camelot finds them by the picture's lines."""
    import camelot

    return camelot.read_pdf(str(path), pages="all", flavor="lattice")


def mixed(path: Path) -> object:
    """The tables as camelot's hybrid way finds them."""
    import camelot

    return camelot.read_pdf(str(path), pages="all", flavor="hybrid")


def tabulated(path: Path) -> object:
    """The tables as tabula's Java finds them by their lines."""
    import tabula

    return tabula.read_pdf(str(path), pages="all", lattice=True, silent=True)


def inspected(data: bytes) -> object:
    """The document as pdf-inspector's Markdown."""
    import pdf_inspector

    return pdf_inspector.process_pdf_bytes(data)


def from_path(read: Callable[[Path], object]) -> Callable[[bytes], object]:
    """A reader of files as one of bytes."""

    def of_bytes(data: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file.pdf"
            path.write_bytes(data)
            return read(path)

    return of_bytes


READERS: dict[str, Callable[[bytes], object]] = {
    "floor": floor,
    "ingather": ours,
    "pdfplumber": plumbed,
    "camelot lattice": from_path(latticed),
    "camelot hybrid": from_path(mixed),
    "tabula lattice": from_path(tabulated),
    "pdf-inspector": inspected,
}
RECOGNISERS: dict[str, Callable[[bytes], object]] = {"RapidOCR": with_rapidocr, "Tesseract": with_tesseract}
RIVALS = ("rl_ruled_untag", 8)
SCANS = ("rl_ruled_untag", "lo_borderless_untag")


def rivals() -> Iterator[str]:
    """CPU a page of every reader on one ruled file, in one run."""
    name, pages = RIVALS
    yield f"| reader | ms a page of {name} |"
    yield "|---|---|"
    for reader in READERS:
        seconds, _ = measured(reader, SHARED / "pdf" / f"{name}.pdf", 1)
        yield f"| {reader} | {1e3 * seconds / pages:.1f} |"


def scans() -> Iterator[str]:
    """CPU seconds of one page scanned, by each engine, the loading of its models counted in."""
    import pypdfium2 as pdfium

    yield f"| page scanned at {DOTS} dots an inch | points | {' | '.join(f'{name}, s' for name in RECOGNISERS)} |"
    yield "|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder:
        for name in SCANS:
            path = Path(folder) / "scan.pdf"
            path.write_bytes(scanned(SHARED / "pdf" / f"{name}.pdf"))
            wide, high = pdfium.PdfDocument(path)[0].get_size()
            costs = (f"{measured(reader, path, SLOW_RUNS)[0]:.1f}" for reader in RECOGNISERS)
            yield f"| {name}, page 1 | {wide:.0f} × {high:.0f} | {' | '.join(costs)} |"


def shortened(path: Path, pages: int) -> bytes:
    """The first pages of a file."""
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(path) as document:
        del document.pages[pages:]
        document.save(made)
    return made.getvalue()


def peak() -> float:
    """Megabytes this process has held at most."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measure(name: str, path: Path) -> tuple[float, float]:
    """CPU seconds and peak megabytes of one reading in this process."""
    data = path.read_bytes()
    begin = worked()
    (READERS | RECOGNISERS)[name](data)
    return worked() - begin, peak()


def worked() -> float:
    """CPU seconds of this process and of those that it has started: tabula is Java."""
    return process_time() + sum(os.times()[2:4])


def measured(name: str, path: Path, runs: int) -> tuple[float, float]:
    """The least of several runs, each in a process of its own; modules are compiled by the first, as once installed."""
    command = [sys.executable, "-m", "bench.pdf", name, str(path)]
    around = {variable: value for variable, value in os.environ.items() if variable != "PYTHONDONTWRITEBYTECODE"}
    done = [subprocess.run(command, capture_output=True, check=True, env=around) for _ in range(runs)]
    found = [json.loads(run.stdout) for run in done]
    return min(seconds for seconds, _ in found), min(megabytes for _, megabytes in found)


def speed() -> Iterator[str]:
    """CPU a page on the files of 230 pages, and memory on their first pages and on all."""
    yield "| file | floor, ms a page | ingather | × floor | pdfplumber | of pdfplumber | MB at 23 pages | MB at 230 |"
    yield "|---|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder:
        for name in LARGE:
            whole, first, slow = SHARED / "pdf" / f"{name}.pdf", Path(folder) / "first.pdf", Path(folder) / "slow.pdf"
            first.write_bytes(shortened(whole, SHORT))
            slow.write_bytes(shortened(whole, SLOW_PAGES))
            turns = [(measured("floor", whole, 1)[0], *measured("ingather", whole, 1)) for _ in range(RUNS)]
            floors, ours_took, peaks = zip(*turns, strict=True)  # by turns, as the machine is not always as quick
            least, seconds, all_pages = min(floors) / 230, min(ours_took), min(peaks)
            plumber = measured("pdfplumber", slow, SLOW_RUNS)[0] / SLOW_PAGES
            few_pages = measured("ingather", first, 1)[1]
            page = seconds / 230
            figures = (1e3 * least, 1e3 * page, page / least, 1e3 * plumber, plumber / page, few_pages, all_pages)
            texts = ("{:.2f}", "{:.2f}", "{:.1f}", "{:.1f}", "1/{:.1f}", "{:.0f}", "{:.0f}")
            shown = (text.format(figure) for text, figure in zip(texts, figures, strict=True))
            yield f"| {name} | {' | '.join(shown)} |"


def accuracy(folder: Path, answers: Path) -> Iterator[str]:
    """The scorer's lines for every file of a folder."""
    with tempfile.TemporaryDirectory() as made:
        for path in sorted(folder.glob("*.pdf")):
            tables = [{"page": None, "table": n, "rows": rows} for n, rows in enumerate(ours(path.read_bytes()), 1)]
            (Path(made) / f"{path.stem}.json").write_text(json.dumps(tables), encoding="utf-8")
        command = [sys.executable, str(SHARED / "score_tables.py"), made, str(answers)]
        scored = subprocess.run(command, capture_output=True, check=True, text=True)
    yield "```"
    yield scored.stdout.rstrip()
    yield "```"


def report() -> Iterator[str]:
    """The whole report."""
    yield "# PDF\n\nPrinted by `python -m bench.pdf`. CPU, least of several processes.\n\n## CPU and memory\n"
    yield from speed()
    yield "\n## Beside other tools\n\nImports counted in.\n"
    yield from rivals()
    yield "\n## Scans\n\nCPU seconds a page with `--ocr`, imports and models counted in.\n"
    yield from scans()
    yield "\n## Action plans\n"
    yield from accuracy(SHARED / "pdf", SHARED / "pdf" / "gold")
    yield "\n## ICDAR 2013, the EU half\n\nFor `eu-009b` there are answers and no document.\n"
    yield from accuracy(SHARED / "icdar2013", SHARED / "icdar2013")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
    elif SHARED.exists():
        print("\n".join(report()))
    else:
        sys.exit("There are no documents beside the checkout to measure on.")
