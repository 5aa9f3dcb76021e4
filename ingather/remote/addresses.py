"""What an address says: which kind of storage, and where in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from upath import UPath

_AZURE = ("abfs", "abfss", "az", "adl")


class NotReached(Exception):
    """An address that cannot be listed or read; the message is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A file in object storage: its address, what changes whenever its bytes do ("" where unknown), its size.

    There is no size where the listing gives none.
    """

    address: str
    version: str
    bytes: int | None


def is_address(said: str) -> bool:
    """Whether a path that somebody gave is an address of object storage; one letter names a drive of Windows."""
    return said.find("://") > 1


def kind_of(address: str) -> str:
    """The part before `://`."""
    return address.partition("://")[0]


def opened(address: str) -> UPath:
    """The address as a path. Raises NotReached where what its kind needs is not installed."""
    try:
        from upath import UPath

        path = UPath(address)
        path.fs  # noqa: B018, found and imported here
    except ImportError:
        raise NotReached("Addresses need the extra: install ingather[remote].") from None
    except Exception as fault:  # each kind of storage has errors of its own
        raise not_reached(address, fault) from fault
    return path


def not_reached(address: str, fault: Exception) -> NotReached:
    """The sentence for an error of the storage."""
    said = f"{type(fault).__name__} {fault}".lower()
    if isinstance(fault, FileNotFoundError) or "nosuchbucket" in said or "containernotfound" in said:
        return NotReached(f"There is nothing at {address}. Check the name of the bucket and the path.")
    if "protocol not known" in said or "unsupported filesystem" in said:
        return NotReached(f"Addresses that begin with {kind_of(address)}:// are not known here.")
    if "credential" in said or "connection_string" in said or "account_name" in said:
        return NotReached(f"No credentials were found for {address}. {_advice(address)}")
    if isinstance(fault, PermissionError) or "authentication" in said or "forbidden" in said:
        return NotReached(f"{address} may not be read with the credentials of this computer. {_advice(address)}")
    return NotReached(f"{address} cannot be reached ({type(fault).__name__}). Check the network, and run again.")


def _advice(address: str) -> str:
    if kind_of(address) in _AZURE:
        return "Set AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY, or sign in with az login."
    return "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run aws configure."
