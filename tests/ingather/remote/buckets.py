"""An S3 on this computer, with a bucket of plans in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from ingather.remote.addresses import opened

PLAN = (
    "{0} Action Plan\n\nAction\tLead\tBy when\nPlant {0} trees\tBo Ray\tMarch 2026\nCut {0} grass\tAnn Lee\tMay 2026\n"
)
FILES = {
    "leeds/plan.txt": PLAN.format("Leeds City Council").encode(), "kent/sub/plan b#1.txt": PLAN.format("Kent").encode(),
    "copy.txt": PLAN.format("Kent").encode(), "empty.docx": b"", "kent/~$plan.docx": b"lock", ".hidden/plan.txt": b"no",
}  # fmt: skip


def put(address: str, files: dict[str, bytes]) -> None:
    place = opened(address)
    for name, data in files.items():
        place.fs.makedirs(f"{place.path}/{name}".rpartition("/")[0], exist_ok=True)
        place.fs.pipe_file(f"{place.path}/{name}", data)


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An S3 of our own, in a process of its own: the address of a bucket with the files."""
    log = tmp_path_factory.mktemp("s3") / "log"
    with log.open("wb") as file:
        command = [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
        server = subprocess.Popen(command, stdout=file, stderr=file)
    with pytest.MonkeyPatch.context() as patch:
        try:
            patch.setenv("AWS_ENDPOINT_URL", _endpoint(log))
            patch.setenv("AWS_ACCESS_KEY_ID", "test")
            patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
            patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
            type(opened("s3://plans").fs).clear_instance_cache()  # it may still know the server of other tests
            opened("s3://plans").fs.mkdir("plans")
            put("s3://plans/2026", FILES)
            yield "s3://plans/2026"
        finally:
            server.kill()
            server.wait()


def _endpoint(log: Path) -> str:
    for _ in range(200):
        said = log.read_text(errors="replace")
        if "Running on http" in said:
            return said.partition("Running on ")[2].split()[0]
        sleep(0.1)
    pytest.fail(log.read_text(errors="replace"))
