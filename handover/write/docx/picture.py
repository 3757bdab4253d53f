"""The logo: a PNG or JPEG the details name, in line with the text."""

from pathlib import Path
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from handover.errors import DetailsError
from handover.model import Said
from handover.write.docx.chart import drawing

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WIDEST: Final = 1_980_000  # EMU: 5.5 cm
_HIGHEST: Final = 720_000  # EMU: 2 cm
_LARGEST: Final = 10_000_000  # bytes


class Logo:
    """A picture, read and measured. Raises DetailsError when it cannot be shown."""

    def __init__(self, path: Path) -> None:
        try:
            if path.stat().st_size > _LARGEST:
                raise _no_logo(Said("The logo {file} is larger than 10 MB.", file=path.name), path)
            self.data = path.read_bytes()
            image = Image.from_blob(self.data)
        except OSError as error:
            raise _no_logo(Said("The logo {file} could not be read.", file=path.name), path) from error
        except (
            UnrecognizedImageError,
            InvalidImageStreamError,
            UnexpectedEndOfFileError,
            ValueError,
        ) as error:
            raise _no_logo(Said("The logo {file} is no picture.", file=path.name), path) from error
        if image.ext not in ("png", "jpg") or not image.px_width or not image.px_height:
            raise _no_logo(Said("The logo {file} is no PNG or JPEG.", file=path.name), path)
        self.ending = "jpeg" if image.ext == "jpg" else "png"
        scale = min(_WIDEST / image.px_width, _HIGHEST / image.px_height)
        self.width, self.height = round(image.px_width * scale), round(image.px_height * scale)

    def run(self, relation: str, number: int, described: str) -> str:
        """The run that shows the picture, with its alternative text."""
        inside = (
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
            '<pic:nvPicPr><pic:cNvPr id="0" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{self.width}" cy="{self.height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )
        return drawing(inside, number, "Logo", described, self.width, self.height)


def _no_logo(text: Said, path: Path) -> DetailsError:
    hint = Said("Give the path of a PNG or JPEG file, seen from the details file.")
    return DetailsError(text, key="me.logo", location=str(path), hint=hint)
