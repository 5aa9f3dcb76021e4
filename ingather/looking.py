"""The files of a run, wherever they stand: on this computer, or in object storage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingather.sources import Found, common_parent, look_through


def look_everywhere(paths: Sequence[Path], addresses: Sequence[str], output: Path) -> tuple[Found, str]:
    """Every file under the paths and addresses, and the address that names are told from where all stand below one.

    Raises NotReached where an address cannot be listed.
    """
    here = look_through(paths, output) if paths else Found((), 0)
    if not addresses:
        return here, ""
    from ingather.remote.listing import list_addresses

    there, root = list_addresses(addresses, together=not paths)
    inputs = sorted((*here.inputs, *there.inputs), key=lambda item: (item.name, item.path))
    return Found(tuple(inputs), here.passed_over + there.passed_over), root


def parent_of(paths: Sequence[Path], addresses: Sequence[str]) -> Path | None:
    """The folder that all names are told from; None where there is no such folder on this computer."""
    return common_parent(paths) if paths and not addresses else None
