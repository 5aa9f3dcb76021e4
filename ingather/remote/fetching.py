"""The bytes of a file in object storage, taken by the process that reads it."""

from __future__ import annotations

from ingather.remote.addresses import NotReached, Remote, not_reached, opened


class NotFetched(OSError):
    """The bytes could not be fetched, or are not those that were listed."""


def fetch(remote: Remote, most: int) -> bytes:
    """All bytes of a file that was listed, and no more than one above `most`. Raises NotFetched."""
    if remote.bytes == 0:
        return b""  # a part of nothing cannot be asked for
    end = (most if remote.bytes is None else remote.bytes) + 1
    try:
        place = opened(remote.address)
        data = place.fs.cat_file(place.path, start=0, end=end)
    except NotReached as error:
        raise NotFetched(str(error)) from error
    except Exception as fault:  # each kind of storage has errors of its own
        raise NotFetched(str(not_reached(remote.address, fault))) from fault
    if remote.bytes is not None and len(data) != remote.bytes:
        raise NotFetched("The file changed while it was read.")
    return bytes(data)
