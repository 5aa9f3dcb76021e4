"""Files that LibreOffice turns into .docx before they are read: put down for it, and picked up again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from ingather.office.program import Office, convert_folder, converted_file
from ingather.options import Options
from ingest.errors import Unconverted
from ingest.model import Document
from ingest.reading import Converted, Watch, read_converted, read_document, unwatched
from ingest.sniff import office_format


def put_down(data: bytes, name: str, folder: Path) -> None:
    """Write a file into the folder that LibreOffice converts, if it is of a kind that it should."""
    kind = office_format(data)
    if kind:
        (folder / f"{name}.{kind}").write_bytes(data)


def read_from(folder: Path, name: str, data: bytes, options: Options, watch: Watch = unwatched) -> Document:
    """The document of a file put down under this name, once the folder is converted.

    A file of a kind that needs no LibreOffice is read as always. Raises what `read_document` does, and `Unconverted`
    where LibreOffice made nothing of the file: no other reader steps in.
    """
    kind = office_format(data)
    if not kind:
        return read_document(data, options.limits, watch)
    path = converted_file(folder, name)
    if not path.is_file():
        raise Unconverted
    with path.open("rb") as file:
        package = file.read(options.limits.file_bytes + 1)
    return read_converted(Converted(package, kind, options.office), options.limits, watch)


def read_alone(data: bytes, options: Options, office: Office) -> Document:
    """One file read by way of LibreOffice. Raises as `read_from`."""
    with TemporaryDirectory(prefix="ingather-office-", ignore_cleanup_errors=True) as folder:
        put_down(data, "plan", Path(folder))
        convert_folder(office, Path(folder))
        return read_from(Path(folder), "plan", data, options)
