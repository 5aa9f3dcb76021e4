"""The files below addresses, as one listing gives them: no file is opened or asked about by itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingather.naming import readable, told_apart
from ingather.remote.addresses import Remote, kind_of, not_reached, opened
from ingather.sources import Found, Input, is_passed_over

_VERSIONS = ("ETag", "etag", "content_md5", "LastModified", "last_modified", "mtime", "created")
_OUTPUTS = {"action-plans.xlsx", "actions.csv"}


@dataclass(frozen=True, slots=True)
class _Top:
    """An address given: its storage's own path, the folder that names are told from, and the files below it."""

    address: str
    path: str
    folder: str
    files: tuple[tuple[str, Remote], ...]


def list_addresses(addresses: Sequence[str], *, together: bool = True) -> tuple[Found, str]:
    """Every file below the addresses, in order of name, and the address that their names are told from ("" for none).

    Names are told from what the addresses have in common, or in full where they are not `together`. Raises NotReached.
    """
    tops = [_listed(address.rstrip("/")) for address in addresses]
    root = _root(tops) if together else ""
    found = {path: (top, remote) for top in tops for path, remote in top.files}
    kept = {path: each for path, each in found.items() if not _is_left_out(path, each[0])}
    folders = _outputs(kept)
    inputs = sorted(
        (
            _input(path, remote, top, root)
            for path, (top, remote) in kept.items()
            if posixpath.dirname(path) not in folders
        ),
        key=lambda item: (item.name, item.path),
    )
    named = tuple(replace(i, name=n) for i, n in zip(inputs, told_apart(i.name for i in inputs), strict=True))
    return Found(named, len(found) - len(kept)), _address_of(tops[0], root) if root else ""


def _listed(address: str) -> _Top:
    place = opened(address)
    path = place.path.rstrip("/")
    try:
        said: Mapping[str, Mapping[str, object]] = place.fs.find(path, detail=True)
        if not said and not place.fs.exists(path):
            raise FileNotFoundError(address)
    except Exception as fault:  # each kind of storage has errors of its own
        raise not_reached(address, fault) from fault
    files = {name: told for name, told in said.items() if told.get("type") != "directory" and not name.endswith("/")}
    folder = posixpath.dirname(path) if list(files) == [path] else path
    return _Top(
        address, path, folder, tuple((name, _remote(address, path, name, told)) for name, told in files.items())
    )


def _remote(address: str, top: str, path: str, told: Mapping[str, object]) -> Remote:
    version = next((str(told[key]) for key in _VERSIONS if told.get(key)), "")
    size = told.get("size")
    return Remote(address + path.removeprefix(top), version, size if isinstance(size, int) else None)


def _root(tops: Sequence[_Top]) -> str:
    """The folder that all names are told from, "" where the addresses are of several storages."""
    places = {(kind_of(top.address), top.path.strip("/").partition("/")[0]) for top in tops}
    return posixpath.commonpath([top.folder for top in tops]) if len(places) == 1 else ""


def _address_of(top: _Top, root: str) -> str:
    """The address of a folder at or above an address given."""
    above = top.path.removeprefix(root)
    return top.address.removesuffix(above) if above else top.address


def _is_left_out(path: str, top: _Top) -> bool:
    parts = posixpath.relpath(path, top.folder).split("/")
    return is_passed_over(parts[-1]) or any(part.startswith(".") or part == "__MACOSX" for part in parts)


def _outputs(paths: Iterable[str]) -> set[str]:
    """Folders that an earlier run wrote."""
    names: dict[str, set[str]] = {}
    for path in paths:
        names.setdefault(posixpath.dirname(path), set()).add(posixpath.basename(path))
    return {folder for folder, held in names.items() if held >= _OUTPUTS}


def _input(path: str, remote: Remote, top: _Top, root: str) -> Input:
    name = posixpath.relpath(path, root) if root else f"{kind_of(top.address)}/{path.lstrip('/')}"
    below = posixpath.relpath(path, top.folder).split("/")
    folder = below[0] if len(below) > 1 else posixpath.basename(top.folder)
    return Input(path, readable(name), folder=readable(folder), remote=remote)
