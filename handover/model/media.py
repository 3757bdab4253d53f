"""A picture or film of an update."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Protocol

from handover.later import dataclass

BESIDE: Final = " | "  # between a file and its alternative text in one cell
FILMS: Final = frozenset(("mp4", "mov", "m4v", "avi", "webm", "mkv", "3gp"))
PICTURES: Final = frozenset(
    ("jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff", "svg")
)


def kind_of(name: str) -> str:
    """ "picture" or "film" by the ending of a file's name or address; "" for neither."""
    ending = name.partition("?")[0].rpartition(".")[2].lower()
    return "film" if ending in FILMS else "picture" if ending in PICTURES else ""


class Original(Protocol):
    """A file of what was given; to be read once, before the next one is asked for."""

    @property
    def location(self) -> str:
        """Where it lies, as the manager reads it."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """All bytes, piece by piece. Raises SourceError."""
        ...


# Opens the files that `Media.file` names, each with its name; those that are gone are left out.
Originals = Callable[[Iterable[str]], Iterator[tuple[str, Original]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaLeft:
    """Pictures and films of an archive or folder that no update names."""

    place: str  # the archive or folder, as the manager reads it
    files: frozenset[str] = frozenset()  # as `Media.file` would tell them
    private: int = 0  # how many more there are of messages, stories, profiles, deleted posts


class Media(str):
    """A picture or film: where it is, as a `str`, with what is known of it besides.

    `address` is the web address or the path in the archive; `alt` the text for who cannot see it, on one
    line, with a stroke for each bar, which parts the two in a cell; `file` where it lies on this computer,
    None as long as it was not looked up, and `size` its bytes, as it says; `kind` "picture", "film" or "".
    Equal and hashed by the address, so that a plain `str` of it is the same.
    """

    __slots__ = ("alt", "file", "kind", "size")
    alt: str
    file: str | None
    kind: str
    size: int

    def __new__(
        cls, address: str = "", /, *, alt: str = "", file: str | None = None, kind: str = "", size: int = 0
    ) -> "Media":
        media = str.__new__(cls, address)
        media.size = size
        media.alt, media.file, media.kind = " ".join(alt.split()).replace("|", "/"), file, kind
        return media

    @property
    def address(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return str.__str__(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (str.__str__(self), self.alt, self.file, self.kind, self.size)

    def __repr__(self) -> str:
        told = [repr(str.__str__(self))]
        told += [f"{name}={value!r}" for name in self.__slots__ if (value := getattr(self, name))]
        return f"Media({', '.join(told)})" if len(told) > 1 else told[0]

    @property
    def shown(self) -> str:
        """The address with the alternative text beside it, as one line of a cell."""
        return self.beside(str.__str__(self))

    def beside(self, address: str) -> str:
        """As `shown`, with another way to write the address."""
        return f"{address}{BESIDE}{self.alt}" if self.alt or BESIDE in address else address

    @classmethod
    def told(cls, line: str) -> "Media":
        """What `shown` wrote, read back."""
        address, apart, alt = f"{line} ".rpartition(BESIDE)
        return cls(address, alt=alt) if apart else cls(line)


def _made(address: str, alt: str, file: str | None, kind: str, size: int) -> Media:
    return Media(address, alt=alt, file=file, kind=kind, size=size)


def shows(update_id: str, media: Media) -> tuple[str, ...]:
    """How the folder's own record says that a file is this picture of this update: a line with the address,
    and one with the file's name alone, as the client's workbook has it."""
    name = "" if "://" in media else media.replace("\\", "/").rpartition("/")[2]
    return tuple(
        " ".join((update_id, *told.split())) for told in dict.fromkeys((media.address, name)) if told
    )


def media_of(given: Iterable[str]) -> tuple[Media, ...]:
    """Each once, in order, as `Media`; of one told twice, all that either tells."""
    found: dict[str, Media] = {}
    for one in given:
        media = one if isinstance(one, Media) else Media(one)
        found[media] = both(found[media], media) if media in found else media
    return tuple(found.values())


def both(first: Media, second: Media) -> Media:
    """The first with what only the second tells besides."""
    if all(getattr(first, name) or not getattr(second, name) for name in Media.__slots__):
        return first
    return Media(
        first.address,
        alt=first.alt or second.alt,
        file=first.file or second.file,
        kind=first.kind or second.kind,
        size=first.size or second.size,
    )
