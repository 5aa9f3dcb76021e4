"""PDF files with a structure tree of any shape: `structured(element("P", shown("Plant trees")))`."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.ingest.readers.from_pdf.drawn import HIGH, WIDE

LEFT, WIDTH, HEIGHT, SIZE = 40.0, 120.0, 24.0, 9.0
PLAN = (("Action", "Lead", "By when"), ("Plant trees", "Parks", "May 2027"), ("Mend paths", "Rangers", "June 2027"))
LONG_PLAN = (
    *PLAN,
    ("Sow seeds", "Parks", "July 2027"),
    ("Dig ponds", "Clerk", "May 2028"),
    ("Cut hedges", "Rangers", "June 2028"),
    ("Build hides", "Clerk", "July 2028"),
)
SHOWN = [" | ".join(texts) for texts in PLAN]


@dataclass(frozen=True, slots=True)
class Shown:
    """Words at a place of a page, a marked content of their own; `after` is drawn behind them within it."""

    text: str
    x: float = LEFT
    y: float = 40
    page: int = 0
    size: float = SIZE
    after: str = ""
    tag: str = "P"
    """The tag of the marked content; "" for words that no tag names."""
    form: str = ""
    """`inside` where a form draws them within the marked content, `around` where it holds the marked content."""

    @property
    def drawn(self) -> str:
        """The operators that draw the words."""
        return f"BT /F {self.size} Tf 1 0 0 1 {self.x} {HIGH - self.y} Tm ({self.text}) Tj ET {self.after}"


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tree and what it holds; `says` are its further entries."""

    kind: str
    kids: tuple[Element | Shown, ...]
    says: Dictionary | None = None


def shown(text: str, x: float = LEFT, y: float = 40, *, page: int = 0) -> Shown:
    """Words at a place of a page."""
    return Shown(text, x, y, page)


def element(kind: str, *kids: Element | Shown, says: Dictionary | None = None) -> Element:
    """An element that holds others, or words."""
    return Element(kind, kids, says)


def cell(text: str, row: int, column: int, *, page: int = 0, says: Dictionary | None = None) -> Element:
    """A cell with one line at its place of a grid of equal columns; an empty one holds nothing."""
    words = [shown(text, LEFT + column * WIDTH, 80 + row * HEIGHT, page=page)] if text else []
    return element("TH" if row == 0 else "TD", *words, says=says)


def row(*texts: str, at: int, page: int = 0) -> Element:
    """A row of cells, that many rows down the page."""
    return element("TR", *(cell(text, at, n, page=page) for n, text in enumerate(texts)))


def rows(*plan: Sequence[str]) -> list[Element]:
    """The rows of a table on the first page."""
    return [row(*texts, at=n) for n, texts in enumerate(plan)]


def ruled_around(across: int, down: int) -> str:
    """Rules around the cells of a grid of equal columns."""
    xs = [LEFT - 4 + n * WIDTH for n in range(across + 1)]
    ys = [HIGH - 66 - n * HEIGHT for n in range(down + 1)]
    level = [f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys]
    return " ".join(level + [f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs])


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the elements of a tree.

    `root` are further entries of the tree, `space` is the namespace of all names; `rules` are drawn on the first page,
    and `first` before all other words.
    """

    root: Dictionary | None = None
    space: Dictionary | None = None
    rules: str = ""
    first: tuple[Shown, ...] = ()
    pages: int = 1


PLAIN = Setting()


def structured(*tree: Element, setting: Setting = PLAIN) -> bytes:
    """A PDF whose tree holds these elements."""
    document = pikepdf.new()
    space = None if setting.space is None else document.make_indirect(setting.space)
    leaves = [*setting.first, *(leaf for top in tree for leaf in _leaves(top) if leaf not in setting.first)]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    numbers: dict[int, int] = {}
    for number in range(setting.pages):
        document.add_blank_page(page_size=(WIDE, HIGH))
        page = document.pages[number]
        page.Resources = Dictionary(Font=Dictionary(F=font), XObject=Dictionary())
        drawn = [f"/Artifact BMC {setting.rules} EMC" if number == 0 else ""]
        for mark, leaf in enumerate(leaf for leaf in leaves if leaf.page == number):
            numbers[id(leaf)] = mark
            drawn.append(_drawn(leaf, mark, document))
        page.Contents = document.make_stream("\n".join(drawn).encode("cp1252"))
    kids = Array([_made(top, document, numbers, space) for top in tree])
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(K=kids))
    if setting.root is not None:
        document.Root.StructTreeRoot.update(setting.root)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _drawn(leaf: Shown, mark: int, document: pikepdf.Pdf) -> str:
    """What the page draws of the words; a form gets the number of their marked content as its name."""
    begin = f"/{leaf.tag} <</MCID {mark}>> BDC"
    if not leaf.tag:
        return leaf.drawn
    if not leaf.form:
        return f"{begin} {leaf.drawn} EMC"
    inside = leaf.drawn if leaf.form == "inside" else f"{begin} {leaf.drawn} EMC"
    page = document.pages[leaf.page]
    form = document.make_stream(inside.encode("cp1252"))
    form.Subtype, form.BBox, form.Resources = Name.Form, Array([0, 0, WIDE, HIGH]), Dictionary(Font=page.Resources.Font)
    page.Resources.XObject[f"/X{mark}"] = form
    return f"{begin} /X{mark} Do EMC" if leaf.form == "inside" else f"/X{mark} Do"


def _leaves(top: Element | Shown) -> Iterator[Shown]:
    if isinstance(top, Shown):
        yield top
    else:
        for kid in top.kids:
            yield from _leaves(kid)


def _made(top: Element, document: pikepdf.Pdf, numbers: dict[int, int], space: pikepdf.Object | None) -> pikepdf.Object:
    kids = Array()
    for kid in top.kids:
        if isinstance(kid, Shown):
            page, mark = document.pages[kid.page].obj, numbers[id(kid)]
            content = Dictionary(Type=Name.MCR, Pg=page, MCID=mark)
            if kid.form == "around":
                content.Stm = page.Resources.XObject[f"/X{mark}"]
            kids.append(content)
        else:
            kids.append(_made(kid, document, numbers, space))
    made = Dictionary(S=Name("/" + top.kind), K=kids)
    if top.says is not None:
        made.update(top.says)
    if space is not None:
        made.NS = space
    return document.make_indirect(made)
