"""Where the pictures and films of updates lie in what was given: in the download itself, or beside a sheet.

A download names them by their path from its root, which a bucket's name or the folder of another part may
stand before; X by the tweet's id and the last part of the address. One that is not there (another part of the
download, or left out by the user) stays as it is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from handover.errors import SourceError
from handover.model import Media, Update, Updates
from handover.model.places import INSIDE
from handover.networks.ids import id_in
from handover.read.source import Source, open_source

FILMS = frozenset(("mp4", "mov", "m4v", "avi", "webm", "mkv", "3gp"))
PICTURES = frozenset(
    ("jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff", "svg")
)
# Folders whose pictures are nobody's to hand over: sent to one person, deleted, shown to few or for a day.
_PRIVATE = re.compile(
    r"(?:^|/)(?:[^/]*messages?[^/]*|inbox|deleted_[^/]*|trash|archived[^/]*|stories|story|profile_media"
    r"|twitter_circle_[^/]*)/",
    re.IGNORECASE,
)
OWN_NAME = 12  # signs of a file's name that nothing else bears by chance, as "1.jpg" is borne
_TWEET = re.compile(r"(\d{8,})-")


def kind_of(name: str) -> str:
    """ "picture" or "film" by the ending of a file's name or address; "" for neither."""
    ending = name.partition("?")[0].rpartition(".")[2].lower()
    return "film" if ending in FILMS else "picture" if ending in PICTURES else ""


def with_files(read: Sequence[Updates], given: Sequence[Source]) -> list[Updates]:
    """What was read, each picture and film with its kind and the file it lies in, as `opened` takes it."""
    shelf = _Shelf()
    if any(update.media for updates in read for update in updates.items):
        for source in given:
            shelf.add(source)
    return [replace(u, items=tuple(map(shelf.placed, u.items))) for u in read]


def opened(files: Iterable[str]) -> Iterator[tuple[str, Source]]:
    """The files that `Media.file` names, to be read; those that are gone are left out."""
    inside: dict[str, set[str]] = {}
    for file in dict.fromkeys(files):
        inside.setdefault(file.partition(INSIDE)[0], set()).add(file)
    for place, wanted in inside.items():
        try:
            source = open_source(place)
            found = {source.location: source} | {one.location: one for one in source.members}
        except SourceError:
            continue
        yield from ((file, found[file]) for file in sorted(wanted) if file in found)


@dataclass(slots=True)
class _Shelf:
    """Every picture and film in what was given."""

    by_name: dict[str, list[Source]] = field(default_factory=dict)
    of_tweet: dict[str, list[Source]] = field(default_factory=dict)

    def add(self, given: Source) -> None:
        if not given.is_container:
            return
        for file in given.files:
            if kind_of(file.name) and not _PRIVATE.search(file.name.replace("\\", "/")):
                name = _last(file.name)
                self.by_name.setdefault(name.casefold(), []).append(file)
                if found := _TWEET.match(name):
                    self.of_tweet.setdefault(found[1], []).append(file)

    def placed(self, update: Update) -> Update:
        """The update with what is known of its pictures."""
        if not update.media:
            return update
        media = tuple(self._placed(one, update) for one in update.media)
        is_same = all(a is b for a, b in zip(media, update.media, strict=True))
        return update if is_same else replace(update, media=media)

    def _placed(self, media: Media, update: Update) -> Media:
        if media.file:
            return media
        of_x = update.network == "x" and "://" in media
        file = self._of_x(media, update) if of_x else self._file(media, update)
        kind = media.kind or kind_of(file.name if file else media.address)
        if not file and kind == media.kind:
            return media
        return Media(media.address, alt=media.alt, kind=kind, file=_place(file) if file else None)

    def _of_x(self, media: Media, update: Update) -> Source | None:
        number = id_in("x", update.permalink)
        mine = _beside(self.of_tweet.get(number, []), update) if number else []
        if media.kind == "film":  # named after one of its sizes: which one, the archive does not say
            films = [file for file in mine if kind_of(file.name) == "film"]
            return films[0] if len(films) == 1 else None
        wanted = f"{number}-{_last(media.partition('?')[0])}"
        return next((file for file in mine if _last(file.name) == wanted), None)

    def _file(self, media: Media, update: Update) -> Source | None:
        if "://" in media:
            return None
        parts = media.casefold().replace("\\", "/").removeprefix("./").strip("/").split("/")
        same = self.by_name.get(parts[-1], [])
        alone = len(parts) - 1
        for start in range(len(parts)):  # without the folders of another part or a bucket's name
            if start and start == alone and len(parts[-1].rpartition(".")[0]) < OWN_NAME:
                break
            path = "/".join(parts[start:])
            if ends := _beside([file for file in same if _ends(file.name, path)], update):
                return ends[0] if len(ends) == 1 else None
        return None


def _beside(files: Sequence[Source], update: Update) -> list[Source]:
    """Of several, those in the file or folder that the update was read from."""
    if len(files) < 2 or update.origin is None:
        return list(files)
    home = update.origin.file
    shared = {id(file): _shared(file.location, home) for file in files}
    most = max(shared.values())
    return [file for file in files if shared[id(file)] == most]


def _shared(one: str, other: str) -> int:
    """How many signs two places begin with alike, by whole folders."""
    parts = [re.split(rf"(?<=[/\\])|(?<={INSIDE})", place) for place in (one, other)]
    count = 0
    for a, b in zip(*parts, strict=False):
        if a != b:
            break
        count += len(a)
    return count


def _last(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]


def _ends(name: str, path: str) -> bool:
    told = name.replace("\\", "/").casefold()
    return told == path or told.endswith(f"/{path}")


def _place(file: Source) -> str:
    return str(file.path) if file.path else file.location
