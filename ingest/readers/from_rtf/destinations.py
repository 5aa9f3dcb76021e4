"""Groups of an RTF file that hold something other than its text, and words that stand for a sign."""

from __future__ import annotations

UNREAD = frozenset((
    "stylesheet", "pict", "object", "nonshppict", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl",
    "themedata", "colorschememapping", "datastore", "latentstyles", "bkmkstart", "bkmkend", "nonesttables", "pn",
    "filetbl", "revtbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "sp", "sn", "sv",
    "atrfstart", "atrfend", "atnid", "atndate", "atnparent", "atnref", "atntime", "mmathPr", "wgrffmtfilter", "tc",
    "xe", "pgdsctbl", "pnseclvl", "userprops", "docvar", "password", "objdata", "objclass", "panose", "falt",
))  # fmt: skip
"""Groups of which nothing is read."""

INTO = {
    "fonttbl": "fonts", "colortbl": "colours", "info": "", "title": "title", "creatim": "created",
    "revtim": "modified",
    "listtext": "mark", "pntext": "mark", "fldinst": "code", "footnote": "footnote", "annotation": "comment",
    "atnauthor": "author", "formfield": "form", "ffl": "entry",
    "header": "margin", "headerl": "margin", "headerr": "margin", "headerf": "margin",
    "footer": "margin", "footerl": "margin", "footerr": "margin", "footerf": "margin",
}  # fmt: skip
"""Where the text of a group goes."""

THROUGH = frozenset((
    "shpinst", "shptxt", "shp", "shpgrp", "nesttableprops", "fldrslt", "field", "result", "ud", "shprslt", "dptxbxtext",
    "bidi", "ltrch", "rtlch",
))  # fmt: skip
"""Groups marked as optional, or with words of their own, whose text is read where they stand."""

BOXES = frozenset(("shptxt", "dptxbxtext"))
"""Groups with the text of a text box, which begins a paragraph of its own."""

SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "zwj": "", "zwnj": "", "-": "",
}  # fmt: skip
"""Control words and symbols that stand for a sign in the text."""
