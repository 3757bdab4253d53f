"""What the manager is told of pictures and films; nobody else."""

from collections.abc import Iterator, Sequence

from handover.model import MediaLeft, Notice, Post, Said
from handover.model.places import where, without_folders
from handover.write.media.pieces import Piece

NAMED = 40  # files that one line names


def not_shown(unseen: Sequence[tuple[str, str]]) -> Iterator[Notice]:
    """Pictures without a small one, each with its reason."""
    for place, why in unseen:
        yield Notice(text=Said("The picture is not shown in the documents: {why}.", why=why), where=place)


def without_file(gone: Sequence[Piece]) -> Iterator[Notice]:
    """Those that are told and lie nowhere."""
    missing = [piece for piece in gone if "://" not in piece.media]
    for part in _parts([f"{without_folders(p.media)} ({_of(p)})" for p in missing]):
        yield Notice(
            text=Said(
                "{n} picture or film is not in what was given: {names}.",
                many="{n} pictures or films are not in what was given: {names}.",
                n=len(part),
                names=", ".join(part),
            ),
            hint=Said("Give all parts of the download, or the folder they lie in."),
        )
    if on_web := len({piece.media for piece in gone if "://" in piece.media}):
        yield Notice(
            text=Said(
                "{n} picture or film is known by its address only.",
                many="{n} pictures or films are known by their addresses only.",
                n=on_web,
            ),
            hint=Said("They are listed in index.csv; --fetch-media downloads them."),
        )


def none_at_all() -> Notice:
    """That there is no folder."""
    return Notice(
        text=Said("There is no picture or film to hand over: no folder of media was written."),
        hint=Said(
            "Give the archives of the networks, or the folder with the pictures that your sheet names."
        ),
    )


def of_nobody(left: Sequence[MediaLeft], posts: Sequence[Post]) -> Iterator[Notice]:
    """What lies in archives and folders and belongs to nothing that is handed over, by number only."""
    of_posts = {one.file for post in posts for one in post.pictures}
    for one in left:
        if rest := len(one.files - of_posts):
            yield Notice(
                text=Said(
                    "{n} picture or film belongs to no update that was read, and is not handed over.",
                    many="{n} pictures or films belong to no update that was read, and are not handed over.",
                    n=rest,
                ),
                where=one.place,
            )
        if one.private:
            yield Notice(
                text=Said(
                    "{n} picture or film of messages, stories, profiles or deleted posts is not handed over.",
                    many="{n} pictures or films of messages, stories, profiles or deleted posts are not "
                    "handed over.",
                    n=one.private,
                ),
                where=one.place,
            )


def of_replies(count: int) -> Iterator[Notice]:
    if count:
        yield Notice(
            text=Said(
                "{n} picture or film of replies and reposts is not handed over.",
                many="{n} pictures or films of replies and reposts are not handed over.",
                n=count,
            )
        )


def where_taken(names: Sequence[str], is_stripped: bool) -> Iterator[Notice]:
    """Originals that say where they were taken."""
    for part in _parts(sorted(names)):
        told = ", ".join(part)
        if is_stripped:
            yield Notice(
                text=Said(
                    "{n} picture said where it was taken; its copy does not: {names}.",
                    many="{n} pictures said where they were taken; their copies do not: {names}.",
                    n=len(part),
                    names=told,
                )
            )
        else:
            yield Notice(
                text=Said(
                    "{n} picture says where it was taken (GPS): {names}.",
                    many="{n} pictures say where they were taken (GPS): {names}.",
                    n=len(part),
                    names=told,
                ),
                hint=Said("If the client should not pass that on, build with --strip-gps."),
            )


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), NAMED):
        yield names[start : start + NAMED]


def _of(piece: Piece) -> str:
    return where(piece.update) if piece.update else piece.post.title if piece.post else ""
