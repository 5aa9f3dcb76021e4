"""The forms a date takes: small patterns over the parts of a cell, tried in this order at each part."""

from __future__ import annotations

import re

_N = "[dno]"
_DAY = rf"(?<![pyTm]){_N}"
_NOT_A_DAY = r"(?![-./]?z?[Mm]|[./-][dn](?!/n(?![/.])))"
_PAIR = rf"(?:Y[-/]n{_NOT_A_DAY}|Y/Y|Y/d{_NOT_A_DAY}|n[-/]n{_NOT_A_DAY})"
_SHORT = r"n(?!\.?[zD]?M|-?m|-[dno]|[-,&]?[dno]*Y)"
_YEAR = rf"(?:{_PAIR}|Y|{_SHORT})"
_BEFORE_A_DATE = rf"(?=-+(?:D[,.]?)?{_N}(?:[z.]*[-./]*M[-./,]*|[./]{_N}[./])(?:Y|n))"
"""A whole date after a dash: the figure before the dash is a year, not the first of several days."""

_Q = r"(?:q[-.]?[do]|o-?q)"
_GLOSS = r"(?:[(:-]?M(?:[-t/]M)?\)?)?"
_WHOLE_PAIR = rf"(?:{_PAIR}|Y-+Y)"

_FORMS = {
    "iso": rf"Y[-/.]{_N}[-/.]{_N}(?![dn])",
    "figures": rf"(?!n/n-n/n(?!/)){_N}(?:[./-]+[|]?{_N}[./-]*|[./-]*{_N}[./-]+[|]?)(?:Y|n)|(?<![pyTm]){_N}(?:,n,|n)Y",
    "days": rf"{_N}(?=(?:[-t,/&]z?{_N}){{0,6}}[-t,/&]z?D?{_N}[-./z]*M)",
    "day": rf"(?:D[,.]?)?{_DAY}[z.]*[-./]*M(?:[-./,|z]*{_YEAR}|n{_BEFORE_A_DATE})",
    "day_after": rf"M[z.]*{_N},?Y",
    "twelvemonth": rf"MY-n{_NOT_A_DAY}",
    "year_month": r"(?:(?<=[|;(b])|^)Y[|-]?M(?![-.,/&|z(bEt]*[YnMdo])",
    "year_season": r"(?:(?<=[|;(b])|^)Y[|-]?S(?![-.,/&|z(bEtHT]*[YndoTH])",
    "month": rf"M(?:[-./,|z(]*(?:[FA]z*)?(?:{_PAIR}|Y)|[-./,]?{_SHORT})",
    "day_only": rf"(?:D[,.]?)?{_DAY}[z.]*[-./]?M|Mz*o|Md",
    "half_term": rf"M-?H-?T(?:[,(|]*{_YEAR})?",
    "month_only": "M",
    "quarter": rf"{_Q}{_GLOSS}[-,(|z/b:]*(?:Fz*)?(?:{_WHOLE_PAIR}|{_YEAR})|{_YEAR}[-,(|/]*{_Q}",
    "quarter_after": rf"(?<=q[do][-/t])[do][-,(|z]*{_YEAR}",
    "quarter_only": rf"{_Q}|(?<=q[do][-/t])[do]",
    "season": rf"(?:S|J(?=T))T?(?:H?T)?(?:-?[do](?!{_N})|,?\(?oH\)?)?(?:[-,(|z]*(?:Az*)?(?:{_WHOLE_PAIR}|{_YEAR}))?",
    "half": rf"(?:h\.?[do]|oH)[z|,(]*[FAy]?[z(]*{_YEAR}",
    "financial": rf"F[z,(]*{_WHOLE_PAIR}|{_WHOLE_PAIR}z*F",
    "academic": rf"A[z,(]*{_WHOLE_PAIR}|{_WHOLE_PAIR}z*A",
    "holiday": rf"J[,(z]*(?:{_YEAR})?",
    "month_figures": rf"{_N}[/.-]Y(?![-/.]{_N}(?!/Y))",
    "pair": rf"{_PAIR}|Y(?:-+|t)Y(?![-./]{_N})",
    "year": "Y",
    "day_figures": rf"{_N}[./]{_N}",
}
_FORM = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FORMS.items()))


def shapes(marks: str) -> list[tuple[str, int, int]]:
    """The forms in a string of parts, in order: name, first part, part after the last."""
    return [(match.lastgroup or "", *match.span()) for match in _FORM.finditer(marks)]
