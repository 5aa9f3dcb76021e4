"""A PDF with nothing but a picture on each page (ISO 32000-1), written without loss."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from PIL import Image

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
_QUICK = 1
"""How hard to pack: the file lives as long as it takes to read it."""


@dataclass(slots=True)
class PicturePages:
    """Pages as they are added: for each the page, its content and its picture, from object 3 on."""

    objects: list[bytes] = field(default_factory=list)
    size: int = 0

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.objects) // 3

    def add(self, picture: Image.Image, points: float) -> None:
        """Add a picture in grey or RGB as a page of its own; a dot of it is so many points wide."""
        first = 3 + len(self.objects)
        wide, high = (f"{side * points:.2f}" for side in picture.size)
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Contents {first + 1} 0 R"
            f"/Resources<</XObject<</P {first + 2} 0 R>>>>>>"
        )
        head = (
            f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
            f"/ColorSpace{_SPACES[picture.mode]}/Filter/FlateDecode"
        )
        dots = zlib.compress(picture.tobytes(), _QUICK)
        self.objects += [page.encode(), _stream("", f"{wide} 0 0 {high} 0 0 cm /P Do".encode()), _stream(head, dots)]
        self.size += len(dots)

    def pdf(self) -> bytes:
        """The bytes of the file."""
        kids = " ".join(f"{3 + 3 * number} 0 R" for number in range(self.count))
        tree = f"<</Type/Pages/Count {self.count}/Kids[{kids}]>>".encode()
        out, starts = bytearray(b"%PDF-1.4\n"), []
        for number, body in enumerate((b"<</Type/Catalog/Pages 2 0 R>>", tree, *self.objects), 1):
            starts.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % start for start in starts)
        end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(starts) + 1, len(out))
        return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(starts) + 1, table) + end


def _stream(said: str, content: bytes) -> bytes:
    return f"<<{said}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream"
