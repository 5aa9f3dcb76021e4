"""Write every sample plan into the folder named: `python -m tests.make samples`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.make.samples import all_samples


def main(folder: Path) -> None:
    """Write the samples, and nothing else, into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in all_samples():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
