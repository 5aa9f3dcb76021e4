"""Names of WordprocessingML (ECMA-376 part 1), as lxml spells them."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

VAL = W + "val"

BODY, P, R, T = W + "body", W + "p", W + "r", W + "t"
TBL, TR, TC = W + "tbl", W + "tr", W + "tc"
PPR, RPR, TBL_PR, TR_PR, TC_PR = W + "pPr", W + "rPr", W + "tblPr", W + "trPr", W + "tcPr"
SDT, SDT_PR, SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
INS, DEL, MOVE_FROM, MOVE_TO = W + "ins", W + "del", W + "moveFrom", W + "moveTo"
P_STYLE, R_STYLE, NUM_PR = W + "pStyle", W + "rStyle", W + "numPr"
SHD = W + "shd"
TXBX_CONTENT = W + "txbxContent"
ALT_CHUNK = W + "altChunk"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"

OFF = frozenset({"0", "false", "off", "none"})
