"""LibreOffice on this computer: where it is, which version, and one run of it over many files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ingather.pools.process import end_tree

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_MEMORY = 4 << 30
_BOUNDED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
most, hard = int(sys.argv[1]), resource.getrlimit(resource.RLIMIT_AS)[1]
most = most if hard == resource.RLIM_INFINITY else min(most, hard)
try:
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
except (OSError, ValueError):  # macOS sets no such bound
    pass
os.execv(sys.argv[2], sys.argv[2:])
"""
_TICK = 0.2
_STILL = 120.0  # seconds without a new file after which it is taken to be stuck
_STILL_A_MEGABYTE = 30.0  # and as many more for each megabyte of the largest
_CONVERTED = "converted"


@dataclass(frozen=True, slots=True)
class Office:
    """An installed LibreOffice: its program, and its name with the version as files.csv shows it."""

    program: Path
    version: str


def find_office() -> Office | None:
    """LibreOffice on the path or in a usual place, None where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    program = found or next((path for path in _USUAL if Path(path).is_file()), None)
    return Office(Path(program), _version(program)) if program else None


def converted_file(folder: Path, name: str) -> Path:
    """Where the .docx of a file of this name (without its ending) lies, if it could be made."""
    return folder / _CONVERTED / f"{name}.docx"


def convert_folder(office: Office, folder: Path, still: float = _STILL) -> None:
    """Turn every file in a folder into a .docx beneath it, in one process while none of them ends it.

    LibreOffice takes the files in order, so that one it dies of or hangs on (no new file for `still` seconds, and some
    for each megabyte) stands first among those without a result: it is left out, and a new process takes those after.
    """
    waiting = sorted(path for path in folder.iterdir() if path.is_file())
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True)
    settings.joinpath("registrymodifications.xcu").write_bytes(files(__package__).joinpath("careful.xcu").read_bytes())
    while waiting:
        ended_well = _run(office, waiting, folder, still)
        done = [index for index, path in enumerate(waiting) if converted_file(folder, path.stem).exists()]
        after = done[-1] + 1 if done else 0
        waiting = [] if ended_well else waiting[after + 1 :]


def _run(office: Office, sources: Sequence[Path], folder: Path, still: float) -> bool:
    """One process over these files; whether it ended by itself and well."""
    target = folder / _CONVERTED
    target.mkdir(exist_ok=True)
    command = [
        str(office.program), f"-env:UserInstallation={folder.joinpath('profile').as_uri()}",
        "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target), *map(str, sources),
    ]  # fmt: skip
    process = subprocess.Popen(
        _bounded(command), cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=sys.platform != "win32",
    )  # fmt: skip
    try:
        largest = max(source.stat().st_size for source in sources)
        return _waited(process, target, still + _STILL_A_MEGABYTE * largest / 1e6) == 0
    finally:
        end_tree(process)


def _waited(process: subprocess.Popen[bytes], target: Path, still: float) -> int | None:
    """The exit code, None for a process that made no new file for so long."""
    count, since = 0, time.monotonic()
    while (code := process.poll()) is None:
        time.sleep(_TICK)
        now = len(list(target.iterdir()))
        if now != count:
            count, since = now, time.monotonic()
        elif time.monotonic() - since > still:
            return None
    return code


def _bounded(command: list[str]) -> list[str]:
    """The command under a bound of memory, where the system has one."""
    return command if sys.platform == "win32" else [sys.executable, "-I", "-c", _BOUNDED, str(_MEMORY), *command]


def _environment(folder: Path) -> dict[str, str]:
    """The user's own, with temporary files in the folder, and a proxy that is not there for all that asks for one."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
    return {**os.environ, **nowhere, "no_proxy": "", "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}


def _version(program: str) -> str:
    """As LibreOffice says it, "LibreOffice 7.4.7.2"; without the number where it does not say."""
    try:
        said = subprocess.run(
            [program, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        said = ""
    return " ".join(said.split()[:2]) or "LibreOffice"
