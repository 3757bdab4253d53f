"""The user's own word which network a file is for, and the question where nobody has said it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePath

from handover.model import Notice, Origin, Quoted, Said, Update, Updates
from handover.model.places import INSIDE, within, without_folders
from handover.read.returned import FromWorkbook
from handover.read.updates.tables.rows.cell_words import listed, plain

# Networks that no row of ours is about: an update under such a name has said where it belongs.
ELSEWHERE = frozenset(
    listed("""
        reddit | telegram | whatsapp | snapchat | snap | xing | tumblr | vk | vkontakte | discord | twitch
        | medium | substack | quora | wechat | weibo | line | nextdoor | signal | flickr | vimeo | slack
        | truth social | lemmy | pixelfed | bereal | kakaotalk | viber
    """)
)


def on_told_networks(read: Sequence[Updates], told: Mapping[str, str]) -> list[Updates]:
    """What was read, each update that names no network on the one told for its file; one notice a file
    asks for those that stay unknown, and one for every name that no file bears.

    `told`: file, or "file › sheet", as the messages name it, with or without its folders -> network.
    """
    wanted = {_spelled(name): network for name, network in told.items()}
    found = [one if isinstance(one, FromWorkbook) else _on_told(one, wanted) for one in read]
    places = _places(read) if told else []
    known = {name for origin in places for name in _names(origin)}
    missing = [_no_such_file(name, places) for name in told if _spelled(name) not in known]
    return [*found, Updates(notices=tuple(missing))] if missing else found


def network_told(told: Mapping[str, str], file: str, sheet: str = "") -> str:
    """The network that the user named for a sheet of a file, or ""."""
    wanted = {_spelled(name): network for name, network in told.items()}
    return _network(wanted, Origin(file=file, sheet=sheet)) if wanted else ""


def _network(wanted: Mapping[str, str], origin: Origin) -> str:
    return next((wanted[name] for name in _names(origin) if name in wanted), "")


def _on_told(read: Updates, wanted: Mapping[str, str]) -> Updates:
    items = tuple(_placed(item, wanted) for item in read.items) if wanted else read.items
    return replace(read, items=items, notices=(*read.notices, *_unknown(items)))


def _placed(item: Update, wanted: Mapping[str, str]) -> Update:
    if item.network != "other" or item.permalink or item.origin is None or plain(item.account) in ELSEWHERE:
        return item
    network = _network(wanted, item.origin)
    return replace(item, network=network, id="" if item.id == item.digest() else item.id) if network else item


def _names(origin: Origin) -> Iterator[str]:
    """What a person may call the place of an update, the narrowest first."""
    for file in _files(origin.file):
        if origin.sheet:
            yield _spelled(within(file, origin.sheet))
    for file in _files(origin.file):
        yield _spelled(file)


def _files(place: str) -> Iterator[str]:
    """A file by its whole place, without its folders, and alone where it lies in an archive."""
    yield place
    yield without_folders(place)
    yield PurePath(place.rpartition(INSIDE)[2].replace("\\", "/")).name


def _spelled(name: str) -> str:
    parts = (part.strip() for part in name.replace(" > ", INSIDE).split(INSIDE.strip()))
    return INSIDE.join(parts).casefold()


def _places(read: Sequence[Updates]) -> list[Origin]:
    named = [Origin(file=count.name) for updates in read for count in updates.sources]
    return [*named, *dict.fromkeys(
        Origin(file=item.origin.file, sheet=item.origin.sheet)
        for updates in read for item in updates.items if item.origin
    )]  # fmt: skip


def _no_such_file(name: str, places: Sequence[Origin]) -> Notice:
    known = {_spelled(without_folders(place)): without_folders(place)
             for place in (within(origin.file, origin.sheet) for origin in places)}  # fmt: skip
    near = get_close_matches(_spelled(name), known, n=1)
    return Notice(
        text=Said("--network names {name}, which was not among the files that were read.", name=Quoted(name)),
        hint=Said('Did you mean "{name}"?', name=known[near[0]])
        if near
        else Said(
            "Name a file, or a file and its sheet: {name}.", name=f"{within('plan.xlsx', 'March')}=instagram"
        ),
    )


def _unknown(items: Sequence[Update]) -> Iterator[Notice]:
    """One notice that asks for the networks which stayed unknown."""
    unknown = [item for item in items if item.network == "other" and plain(item.account) not in ELSEWHERE]
    first = unknown[0].origin if unknown else None
    if first is None:
        return
    many = len(unknown)
    told = (
        Said(
            "{n} update names no network that is known (row {row}).",
            many="{n} updates name no network that is known, the first in row {row}.",
            n=many, row=str(first.row),
        )
        if first.row
        else Said(
            "{n} update names no network that is known.",
            many="{n} updates name no network that is known.",
            n=many,
        )
    )  # fmt: skip
    hint = Said(
        "Say which: --network {file}=instagram."
        " In a sheet of your own, a column Network says it for each row.",
        file=without_folders(within(first.file, first.sheet if len(_sheets(items)) > 1 else "")),
    )
    yield Notice(text=told, hint=hint, where=within(first.file, first.sheet))


def _sheets(items: Sequence[Update]) -> set[str]:
    return {item.origin.sheet for item in items if item.origin}
