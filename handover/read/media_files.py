"""Where the pictures and films of updates lie in what was given: in the download itself, or beside a sheet.

A download names them by their path from its root, which a bucket's name or the folder of another part may
stand before; X by the tweet's id and the last part of the address. One that is not there (another part of the
download, or left out by the user) stays as it is told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field, replace
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from handover.columns.shown import opaque
from handover.errors import SourceError
from handover.later import dataclass, pattern
from handover.model import Feed, Media, MediaLeft, Post, Update, Updates
from handover.model.media import kind_of, shows
from handover.model.places import INSIDE, file_of
from handover.model.types import packed_as
from handover.networks.ids import id_in
from handover.read.manifest import pictures_in
from handover.read.ours import made_by_runs
from handover.read.source import Source, is_blob, open_source

# Folders whose pictures are nobody's to hand over: sent to one person, deleted, shown to few or for a day.
_PRIVATE = pattern(
    r"(?:^|/)(?:[^/]*messages?[^/]*|inbox|deleted_[^/]*|trash|archived[^/]*|stories|story|profile_media"
    r"|media/profile|twitter_circle_[^/]*)/",
    re.IGNORECASE,
)
# By a file that tells what download it is: what its page shows besides, and the profile's own pictures.
_OF_PAGES = (("Your archive.html", "assets/"), ("start_here.html", "files/"))
_PROFILES = (("actor.json", "avatar."), ("actor.json", "header."))
OWN_NAME = 12  # signs of a file's name that nothing else bears by chance, as "1.jpg" is borne
_TWEET = pattern(r"(\d{8,})-")


def with_files(read: Sequence[Updates], given: Sequence[Source]) -> list[Updates]:
    """What was read, each picture and film with its kind and the file it lies in, as `opened` takes it.

    What lies there and is named by none is told by one more `Updates`.
    """
    shelf = _Shelf()
    for source in given:
        shelf.add(source)
    found = [replace(u, items=tuple(map(shelf.placed, u.items))) for u in read]
    named = {media.file for updates in found for item in updates.items for media in item.media}
    left = tuple(shelf.left(named))
    return [*found, Updates(media_left=left)] if left else found


def with_post_files(feed: Feed, given: Source) -> Feed:
    """The feed, the pictures of its posts with the files they lie in, where the export brings them along.

    An address counts by its whole path: "/wp-content/uploads/2026/01/loaf.jpg".
    """
    if not given.is_container or not any(post.image or post.media for post in feed.posts):
        return feed
    shelf = _Shelf()
    shelf.add(given)
    return replace(feed, posts=tuple(map(shelf.placed_of_post, feed.posts)))


def opened(files: Iterable[str]) -> Iterator[tuple[str, Source]]:
    """The files that `Media.file` names, in the order they lie; those that are gone are left out.

    Each is to be read before the next is asked for, so that an archive is gone through once.
    """
    inside: dict[str, set[str]] = {}
    for file in dict.fromkeys(files):
        inside.setdefault(file.partition(INSIDE)[0], set()).add(file)
    for place, wanted in inside.items():
        try:
            yield from _within(open_source(place), wanted)
        except SourceError:  # what is behind the damage is gone
            continue


def _within(source: Source, wanted: set[str]) -> Iterator[tuple[str, Source]]:
    """Those of the wanted files that lie in a source, each once."""
    if source.location in wanted:
        wanted.discard(source.location)
        yield source.location, source
        return
    for child in source.passing() if source.is_container else ():
        if child.location in wanted:
            wanted.discard(child.location)
            yield child.location, child
        elif any(one.startswith(child.location + INSIDE) for one in wanted):
            yield from _within(child, wanted)


@dataclass(slots=True)
class _Shelf:
    """Every picture and film in what was given."""

    by_name: dict[str, list[Source]] = field(default_factory=dict)
    of_tweet: dict[str, list[Source]] = field(default_factory=dict)
    beside: list[Path] = field(default_factory=list)  # folders of sheets that were given by themselves
    lying: dict[str, MediaLeft] = field(default_factory=dict)  # all there is, by archive or folder
    kept: dict[Path, Mapping[str, Path]] = field(default_factory=dict)  # what runs wrote, by folder

    def add(self, given: Source) -> None:
        if not given.is_container:
            if given.path:
                self.beside.append(given.path.parent)
            return
        met: defaultdict[str, set[str]] = defaultdict(set)
        private: Counter[str] = Counter()
        for file, is_private in _pictures_of(given):
            place = given.location if file.path else file.location.rpartition(INSIDE)[0]  # or its archive
            if is_private:
                private[place] += 1
                continue
            met[place].add(_place_of(file)[0])
            name = _last(file.name)
            self.by_name.setdefault(name.casefold(), []).append(file)
            if found := _TWEET.match(name):
                self.of_tweet.setdefault(found[1], []).append(file)
        for place in dict.fromkeys((*met, *private)):
            self.lying[place] = MediaLeft(place=place, files=frozenset(met[place]), private=private[place])

    def left(self, named: Set[str | None]) -> Iterator[MediaLeft]:
        """What lies there besides the files that are named."""
        for one in self.lying.values():
            rest = replace(one, files=one.files - named)
            if rest.files or rest.private:
                yield rest

    def placed(self, update: Update) -> Update:
        """The update with what is known of its pictures."""
        if not update.media:
            return update
        media = tuple(self._placed(one, update) for one in update.media)
        is_same = all(a is b for a, b in zip(media, update.media, strict=True))
        return update if is_same else replace(update, media=media)

    def placed_of_post(self, post: Post) -> Post:
        """The post with what is known of its pictures."""
        told = [_with(one, *_place_of(self._of_path(one))) for one in post.pictures]
        placed = (
            replace(post, image=told[0], media=tuple(told[1:]))
            if post.image
            else replace(post, media=tuple(told))
        )
        return packed_as(post, placed)

    def _placed(self, media: Media, update: Update) -> Media:
        if media.file:
            return media
        of_x = update.network == "x" and "://" in media
        file = self._of_x(media, update) if of_x else self._file(media, update)
        place = _place_of(file) if file else self._next_to_sheet(media, update)
        return _with(media, *(place if place[0] else self._kept(media, update)))

    def _kept(self, media: Media, update: Update) -> tuple[str, int]:
        """Where our folder of originals has it, for an update of a workbook that lies beside that folder."""
        if not update.given_in:
            return "", 0
        home = Path(file_of(update.given_in.file)).parent
        for folder in (home, home.parent):  # of the client's workbook, and of the working copy in `for-you`
            if folder not in self.kept:
                self.kept[folder] = pictures_in(folder)
            for id_ in (opaque(update.id), update.id):  # hers has it opaque already
                for line in shows(id_, media):
                    if file := self.kept[folder].get(line):
                        return str(file), file.stat().st_size
        return "", 0

    def _next_to_sheet(self, media: Media, update: Update) -> tuple[str, int]:
        """Where a picture lies that a sheet names: in the sheet's own folder or one of its folders."""
        if not self.beside:  # an archive was given, and its pictures are many
            return "", 0
        name = PurePath(media.replace("\\", "/"))
        if not update.origin or "://" in media or not kind_of(media) or ".." in name.parts:
            return "", 0
        home = Path(update.origin.file.partition(INSIDE)[0]).parent
        file = home / name  # an absolute name leads out, and so is none
        is_there = home in self.beside and file.is_file() and file.resolve().is_relative_to(home.resolve())
        return (str(file), file.stat().st_size) if is_there else ("", 0)

    def _of_path(self, media: Media) -> Source | None:
        """The file that an address names by its path from the root of the site."""
        try:
            path = unquote(urlsplit(media).path).casefold().strip("/")
        except ValueError:
            return None
        found = [file for file in self.by_name.get(_last(path), ()) if _ends(file.name, path)]
        return found[0] if len(found) == 1 and "/" in path else None

    def _of_x(self, media: Media, update: Update) -> Source | None:
        number = id_in("x", update.permalink)
        mine = _beside(self.of_tweet.get(number, []), update) if number else []
        if media.kind == "film":  # named after one of its sizes: which one, the archive does not say
            files = sorted((f for f in mine if kind_of(f.name) == "film"), key=lambda f: f.name)
            told = [one for one in update.media if one.kind == "film"]
            return files[told.index(media)] if len(files) == len(told) else None
        wanted = f"{number}-{_last(media.partition('?')[0])}"
        return next((file for file in mine if _last(file.name) == wanted), None)

    def _file(self, media: Media, update: Update) -> Source | None:
        if "://" in media:
            return None
        parts = media.casefold().replace("\\", "/").removeprefix("./").strip("/").split("/")
        same = self.by_name.get(parts[-1])
        if not same:
            return None
        alone = len(parts) - 1
        for start in range(len(parts)):  # without the folders of another part or a bucket's name
            if start and start == alone and len(parts[-1].rpartition(".")[0]) < OWN_NAME:
                break
            path = "/".join(parts[start:])
            if ends := _beside([file for file in same if _ends(file.name, path)], update):
                told = media.replace("\\", "/").removeprefix("./")
                exactly = [file for file in ends if file.name.replace("\\", "/").endswith(told)]
                only = exactly if len(ends) > 1 else ends  # two that differ in their capitals
                return only[0] if len(only) == 1 else None
        return None


def _pictures_of(given: Source) -> Iterator[tuple[Source, bool]]:
    """The pictures and films of an archive or folder, and whether each is private; none that a run of ours or
    the download's page put there."""
    names = {file.name for file in given.files}
    pages, profiles = _starts(names, _OF_PAGES), _starts(names, _PROFILES)
    ours = made_by_runs(given) if given.is_folder else set()
    for file in given.files:
        name = file.name.replace("\\", "/")
        is_ours = ours and file.path and file.path.resolve() in ours
        if (kind_of(name) or is_blob(name)) and not is_ours and not name.startswith(pages):
            yield file, bool(_PRIVATE.search(name)) or name.startswith(profiles)


def _starts(names: Set[str], beside: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """How the names of files begin that stand beside one of the first names."""
    return tuple(
        name.removesuffix(last) + start for last, start in beside for name in names if _last(name) == last
    )


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


def _place_of(file: Source | None) -> tuple[str, int]:
    """Where it lies and how large it says it is."""
    return (str(file.path) if file.path else file.location, file.size) if file else ("", 0)


def _with(media: Media, file: str, size: int) -> Media:
    """The picture with the file it lies in and its kind."""
    kind = media.kind or kind_of(file or media.address)
    if not file and kind == media.kind:
        return media
    return Media(media.address, alt=media.alt, kind=kind, file=file or media.file, size=size or media.size)
