"""What one header says its column is for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from handover.later import dataclass, pattern
from handover.networks import network_named
from handover.read.updates.tables.header.aliases import ALIASES, FIGURES
from handover.read.updates.tables.header.role_words import (
    APPROVERS,
    FILLER,
    NOT_A_NETWORK,
    OF_POST,
    PLACES,
    SIZES,
    WITH_NETWORK,
    WORDS,
)
from handover.read.updates.tables.rows.cell_words import folded, listed
from handover.read.updates.tables.when.times import zone_named
from handover.read.updates.tables.words_of_languages import HEADERS


def _places(*tables: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Each word of these tables, spelled as headers are compared, with its field and its rank there."""
    found: dict[str, tuple[str, int]] = {}
    ranks: dict[str, int] = {}
    for table in tables:
        for name, words in table.items():
            first = ranks.get(name, 0)
            told = listed(words)
            ranks[name] = first + len(told)
            for rank, word in enumerate(told, first):
                if not word:
                    continue
                spelled = word if table is ALIASES and word.isascii() else normal(word)
                found.setdefault(spelled, (name, rank))
                if "ı" in spelled:  # Turkish capitals have none of their own once they are small letters
                    found.setdefault(spelled.replace("ı", "i"), (name, rank))
    return found


LONGEST_HEADER = 80
ENOUGH = 400  # signs of a cell that tell whether it is a header's: a text may have millions

_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = pattern(r"[(\[{（]([^)\]}）]*)[)\]}）]?")
_NO_WORD = pattern(r"[\W_]+")
_SEVERAL = pattern(r"\s*[/&+,|]\s*|\s[–—-]\s|:\s|\s(?:and|or|und|et|y|e|o)\s")
_COUNT = pattern(r"^(.*?)\s*#?(\d{1,2})$")
_LETTER = pattern(r"^(.*?)(?:\s+(?:option|variant|version|variante|opcion|opzione|opcao))?\s+([abcd])$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a column is for."""

    field: str  # a key of ALIASES, or "figure"
    rank: int = 0  # smaller is preferred within the field
    network: str = ""  # the header names one: "LinkedIn post"; or several, apart at spaces
    number: str = ""  # "Tweet 2"
    figure: str = ""  # a key of FIGURES
    bare: bool = False  # the header is a network's name and nothing else
    note: str = ""  # what stands in brackets, or the language: "UTC", "EN"


def places_of(words: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Where words stand in the alias table, as field and rank: a role tells the word it was known by."""
    return frozenset(_FIELD_OF[word] for word in words if word in _FIELD_OF)


def normal(header: str) -> str:
    """A header as it is compared: case, accents, punctuation and brackets away, camelCase in words."""
    text = header[:ENOUGH]
    if text.isascii() and text == text.lower() and text.replace(" ", "").isalnum():
        return " ".join(text.split())  # small letters and figures, from which nothing goes away
    text = _BRACKETS.sub(" ", _CAMEL.sub(" ", text))
    return _NO_WORD.sub(" ", folded(text)).strip()


_FIELD_OF = _places(ALIASES, *HEADERS.values())
_FIGURE_OF = {word: name for word, (name, _) in _places(FIGURES).items()}


@lru_cache(maxsize=20_000)
def role_of(header: str) -> Role | None:
    """What a column with this header is for; None when that is not known."""
    if len(header) > LONGEST_HEADER or not header.strip():
        return None
    note = " ".join(_BRACKETS.findall(header)).strip()
    whole = normal(header)
    if not whole:
        return _role(_NO_WORD.sub(" ", header.casefold()).strip(), note)
    role = _for_networks(_role(whole, note) or _first_of_several(header, note), note)
    if role is None and note and SIZES.intersection(whole.split()):
        role = _for_networks(_role(_without_sizes(whole), note), note)
        return role if role and role.network else None
    return role


def _without_sizes(words: str) -> str:
    return " ".join(word for word in words.split() if word not in SIZES)


def _for_networks(role: Role | None, note: str) -> Role | None:
    """The role with the networks its brackets name and nothing else: "Post (FB + LI)", "Caption (Insta)"."""
    if role is None or role.network or role.field not in WORDS:
        return role
    # "Post (x)" may only be ticked.
    named = [network_named(normal(part)) for part in _SEVERAL.split(note) if part != "x"]
    if not named or not all(named) or {"other", "meta"}.intersection(map(str, named)):
        return role
    field = "text" if role.field == "post" else role.field
    return replace(role, field=field, network=" ".join(dict.fromkeys(map(str, named))))


def _first_of_several(header: str, note: str) -> Role | None:
    # "Title / Hook", "COPY / HASHTAGS", "Caption & link": the most telling part counts.
    parts = [normal(part) for part in _SEVERAL.split(_BRACKETS.sub(" ", header))]
    if len(parts) > 1:  # "Monday - LinkedIn"
        parts = [part for part in parts if part not in FILLER] or parts
    roles = (
        [role for part in parts if part and (role := _role(part, note))]
        if len(parts) > 1 or parts[0] != normal(header)
        else []
    )
    if roles and all(role.bare for role in roles):
        places = [part for part in parts if part in PLACES]
        roles += [Role(field="text", network=PLACES[part], bare=True, note=note) for part in places]
    roles = [role for role in roles if not role.figure]
    if not roles:
        return None
    if len(roles) == 1 and len(parts) == 1:
        return roles[0]
    if any(role.network for role in roles):
        return _of_networks(roles, len(parts)) or (
            None if all(role.field == "text" for role in roles) else roles[0]
        )
    told = [role for wanted in ("text", "hook") for role in roles if role.field == wanted]
    return (told or roles)[0]


def _of_networks(roles: Sequence[Role], parts: int) -> Role | None:
    """A column for several networks at once: "Insta/Facebook Caption", "FB + IG Link", "Post - FB + LI"."""
    told = [role for role in roles if not role.bare]
    if len(roles) < parts or len(told) > 1:
        return None
    first = told[0] if told else roles[0]
    if not first.network:
        if first.field not in WORDS:
            return None
        names = tuple(dict.fromkeys(role.network for role in roles if role.bare))
        return replace(first, field="text" if first.field == "post" else first.field, network=" ".join(names))
    names = tuple(dict.fromkeys(role.network for role in roles))
    if len(names) < 2 or not all(names):
        return None
    return replace(first, network=" ".join(names))


def _role(words: str, note: str) -> Role | None:
    for reading in (_plain, _with_network, _without_filler, _counted, _lettered, _zoned, _of_post, _approved):
        if role := reading(words, note):
            return role
    return None


def _approved(words: str, note: str) -> Role | None:
    # "freigabe durch kunde", "client sign off"
    kept = " ".join(word for word in words.split() if word not in APPROVERS)
    role = _plain(kept, note) if kept != words else None
    return role if role and role.field == "approval" else None


def _zoned(words: str, note: str) -> Role | None:
    # "time wib", "time africa cairo"
    parts = words.split()
    for length in (1, 2):
        role = _plain(" ".join(parts[:-length]), note)
        if role and role.field in ("date", "time") and zone_named("/".join(parts[-length:]).title()):
            return role
    return None


def _plain(words: str, note: str) -> Role | None:
    if found := _FIELD_OF.get(words):
        network = "x" if words.startswith("tweet") else ""
        return Role(field=found[0], rank=found[1], network=network, note=note)
    if figure := _FIGURE_OF.get(words):
        return Role(field="figure", figure=figure, note=note)
    return None


def _with_network(words: str, note: str) -> Role | None:
    parts = words.split()
    for length in (3, 2, 1):
        for start in range(len(parts) - length + 1):
            name = " ".join(parts[start : start + length])
            network = None if name in NOT_A_NETWORK else network_named(name)
            if network is None:
                continue
            rest = " ".join(parts[:start] + parts[start + length :])
            return _of_network(network, rest, note)
    return None


def _of_network(network: str, rest: str, note: str) -> Role | None:
    number = ""
    if counted := _COUNT.match(rest):
        rest, number = counted[1].strip(), counted[2]
    rest = " ".join(word for word in rest.split() if word not in FILLER)
    if not rest:
        return Role(field="text", rank=0, network=network, number=number, bare=not number, note=note)
    role = _plain(rest, note) or _plain(_without_sizes(rest), note)
    if role is None or role.field not in WITH_NETWORK:
        return None
    field = {"post": "text", "link": "permalink"}.get(role.field, role.field)
    return Role(field=field, rank=role.rank, network=network, number=number, figure=role.figure, note=note)


def _without_filler(words: str, note: str) -> Role | None:
    parts = words.split()
    kept = [word for word in parts if word not in FILLER]
    if not kept or len(kept) == len(parts):
        return None
    role = _plain(" ".join(kept), note)
    dropped = " ".join(word for word in parts if word in FILLER)
    return (
        Role(
            field=role.field,
            rank=role.rank,
            network=role.network,
            figure=role.figure,
            note=f"{note} {dropped}".strip(),
        )
        if role
        else None
    )


def _of_post(words: str, note: str) -> Role | None:
    parts = words.split()
    kept = [word for word in parts if word not in OF_POST and word not in FILLER]
    if not kept or not set(parts) & OF_POST:
        return None
    role = _plain(" ".join(kept), note)
    if role is None or role.field not in ("text", "date", "time", "link", "media", "state", "network"):
        return None
    return (
        replace(role, field="permalink", rank=50)
        if role.field == "link"
        else replace(role, rank=role.rank + 50)
    )


def _lettered(words: str, note: str) -> Role | None:
    # "Caption A", "Caption option B"
    found = _LETTER.match(words)
    role = _plain(found[1].strip(), note) if found else None
    return replace(role, number=found[2]) if found and role and role.field in ("text", "hook") else None


def _counted(words: str, note: str) -> Role | None:
    # "Post 2", "Picture Url 3", "Caption 1"
    found = _COUNT.match(words)
    role = _plain(found[1].strip(), note) if found else None
    if not found or role is None or role.field not in ("text", "post", "media", "link", "date", "hook"):
        return None
    field = "text" if role.field == "post" else role.field
    return Role(field=field, rank=role.rank, network=role.network, number=found[2], note=note)
