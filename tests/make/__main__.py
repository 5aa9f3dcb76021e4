"""Write every sample plan and the page that lists them: `python -m tests.make`."""

from __future__ import annotations

from pathlib import Path

from tests.make.samples import all_samples, listing

ROOT = Path(__file__).parent.parent.parent


def main() -> None:
    """Write samples/ and docs/samples.md anew."""
    for name, data in all_samples():
        (ROOT / "samples" / name).write_bytes(data)
    (ROOT / "docs" / "samples.md").write_text(listing(), encoding="utf-8")


if __name__ == "__main__":
    main()
