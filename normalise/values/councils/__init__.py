"""The council that owns a plan, by exact names from a register of the authorities of the United Kingdom."""

from normalise.values.councils.choice import find_council
from normalise.values.councils.folder import council_of_folder
from normalise.values.councils.model import CouncilFound, CouncilTexts
from normalise.values.councils.service_line import leads_with_council
from normalise.values.councils.title import strip_council

__all__ = ["CouncilFound", "CouncilTexts", "council_of_folder", "find_council", "leads_with_council", "strip_council"]
