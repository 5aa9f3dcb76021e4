"""The council that owns a plan, by exact names from a register of the authorities of the United Kingdom."""

from normalise.values.councils.choice import find_council
from normalise.values.councils.model import CouncilFound, CouncilTexts
from normalise.values.councils.title import strip_council

__all__ = ["CouncilFound", "CouncilTexts", "find_council", "strip_council"]
