"""What the title of an entry in a Facebook download ("Acme Tea shared a post.") says, in many languages."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from handover.later import pattern
from handover.model.types import Kind
from handover.networks import on_host

# "Acme Tea shared a post.": the title of a share, in the words of the owner's language.
_SHARED = pattern(
    r"shared (?:(?:an?|their|his|her) |.+'s )?(?:post|memory|photo|video|event|page|reel|album)"
    r"|hat .*(?:beitrag|erinnerung|foto|video|veranstaltung).* geteilt"
    r"|a partagé (?:une publication|un souvenir|une photo|une vidéo|un évènement)"
    r"|(?:ha )?comparti(?:ó|do) (?:una publicación|un recuerdo|una foto|un video|un evento)"
    r"|ha condiviso (?:un post|un ricordo|una foto|un video|un evento)"
    r"|compartilhou (?:uma publicação|uma lembrança|uma foto|um vídeo|um evento)"
    r"|heeft .*(?:bericht|herinnering|foto|video|evenement).* gedeeld",
    re.IGNORECASE,
)
# "Acme Tea wrote on Marten's timeline.": words to one person.
_TO_SOMEBODY = pattern(
    r"(?:wrote|posted) on .+ (?:timeline|wall)|in .+ chronik|sur le (?:journal|mur) de|en la biografía de"
    r"|sul diario di|na linha do tempo de|op .+ tijdlijn",
    re.IGNORECASE,
)
# "Acme Tea posted in Tea Lovers.": for the members of a group.
_IN_GROUP = pattern(
    r"\bposted (?:a .+ )?in |\bhat .*in .+ gepostet|\ba publié (?:\S+ ){0,3}dans |\bpublicó (?:\S+ ){0,3}en "
    r"|\bha pubblicato (?:\S+ ){0,3}(?:in|nel gruppo) |\bpublicou (?:\S+ ){0,3}em |\bheeft .*in .+ geplaatst",
    re.IGNORECASE,
)
# A mention as it stands in the words of a post: "@[1000000001:2048:Acme Tea]".
_MENTION = pattern(r"@\[\d{1,20}:\d{1,6}:([^\]\n]{1,200})\]")


def kind_of(title: str, text: str, cards: Sequence[str]) -> Kind:
    """What an entry is, by its title, its own words and the addresses of its cards."""
    if is_to_somebody(title):
        return "reply"
    shared = _is_share(title) or any(on_host(card, ("facebook.com", "fb.com")) for card in cards)
    return "repost" if shared and not text else "original"


@lru_cache(1_000)  # the titles of a long download are few, and to look through one takes long
def _is_share(title: str) -> bool:
    return bool(_SHARED.search(title))


@lru_cache(1_000)
def is_to_somebody(title: str) -> bool:
    """Whether the words were written to one person."""
    return bool(_TO_SOMEBODY.search(title))


def owners_of(titles: Iterable[str], *names: str) -> frozenset[str]:
    """What titles begin with when the owner did something: a name that is told, or how most of them begin."""
    first = Counter(title.split()[0].casefold() for title in titles if title and not is_to_somebody(title))
    owners = {name.casefold() for name in names if name}
    if first:
        name, count = first.most_common(1)[0]
        if 2 * count > first.total():
            owners.add(name)
    return frozenset(owners)


def is_by_owner(title: str, owners: Collection[str]) -> bool:
    """Whether the owner did what a title says; one without a title did."""
    told = title.casefold()
    if not told or any(told.startswith(name) for name in owners):
        return True
    return not is_to_somebody(title) and any(name in told for name in owners)


@lru_cache(1_000)
def is_in_group(title: str) -> bool:
    """Whether the words were written for the members of a group."""
    return bool(_IN_GROUP.search(title)) and not is_to_somebody(title)


def with_names(text: str) -> str:
    """The text with the names of those it mentions in place of their numbers."""
    return _MENTION.sub(r"\1", text) if "@[" in text else text
