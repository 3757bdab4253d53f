"""What single cells say: networks, addresses, figures, labels, states. Nothing here knows rows or files."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from handover.later import pattern
from handover.networks import UNMISTAKABLE, network_named, network_of
from handover.networks.own import is_post_address, network_at
from handover.read.fields import address
from handover.read.updates.links_in_text import links_in
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.rows.cell_words import NOT_SOCIAL, flag, listed, plain
from handover.read.updates.tables.when.dates import is_date
from handover.read.updates.tables.when.times import read_time

_NETWORKS_APART = pattern(r"\s*(?:[/,&+;|\n]|\band\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
# Words that join names in more languages, but stand within the names of accounts, too: "Pane e Vino".
_NAMES_APART = pattern(
    r"\s*[/,&+;|\n·•>→]\s*"
    r"|\s+(?:[-–—]|and|or|plus|und|oder|sowie|et|ou|y|o|e|ed|en|of|i|och|eller|og|oraz|ja)\s+",
    re.IGNORECASE,
)
_ACCOUNT = pattern(r"\s*(?:\s[-–—]\s|[:|(@])\s*")
_NAME_APART = pattern(r"[\s_()\[\]–—-]+")
_KINDS_OF_PLACE = frozenset(
    listed("""
        account | ad | canal | channel | compte | conta | cuenta | feed | kanal | konto | my | our
        | page | pagina | perfil | post | posts | profil | profile | reel | seite | stories | story
        | unser | unsere
    """)
)
# What goes out there, and whose place it is: no account's name. "Instagram (Reel)", "LinkedIn (company)".
_KINDS_OF_POST = _KINDS_OF_PLACE | frozenset(
    listed("""
        reels | carousel | carrousel | karussell | carrusel | carosello | carrossel | video | image | photo
        | bild | foto | text | static | single | short | shorts | live | thread | organic | organisch | paid
        | company | business | personal | group | gruppe | groupe | grupo | gruppo | unternehmensseite
        | unternehmen | formerly | former | ex | fruher | only | nur | also | in
    """)
)
_IN_BRACKETS = pattern(r"(?P<before>[^()\[\]]*)[(\[](?P<within>[^()\[\]]+)[)\]]\s*")
LONGEST_NAME = 5  # words of a profile
_LABELS_APART = pattern(r"\s*[,;|\n]\s*")
_FILES_APART = pattern(r"\s*(?:[;|\n]|,(?=\s*(?:https?://|[\w.-]+\.\w{3,4}\b)))\s*")
_COMMA_BEFORE_LINK = pattern(r"[,;|](?=https?://)")
_MAIL = pattern(r"(?:mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,24}", re.IGNORECASE)
_NAMED_MAIL = pattern(r"[^<>@]*<[^\s@<>]+@[^\s@<>]+>")
# "+49 40 123456", "040/12 34 56", "(020) 7946 0001": with a plus, a nought or a bracket in front.
_PHONE = pattern(r"(?:tel:)?(?:\+|00?|\()[\d\s()/.–-]{6,22}")
_NAME = pattern(r"@[\w.]{2,40}(?:@[\w.-]+)?")


@lru_cache(maxsize=10_000)
def networks_in(cell: str) -> tuple[tuple[str, str], ...]:
    """The networks a cell names, each with an account where one is named; () where it names the blog only.

    "FB / LI" -> (("facebook", ""), ("linkedin", "")); "LinkedIn - Acme" -> (("linkedin", "Acme"),);
    a word that is no network stays, as the account of "other".
    """
    if several := _several(cell):
        return tuple((name, "") for name in several)
    whole = _network_and_account(cell)
    if whole and (not whole[1] or _is_one_account(whole[1])):
        return (whole,)
    parts = [part for part in _NETWORKS_APART.split(cell) if part.strip()]
    if len(parts) > 1 and any(_network_and_account(part) for part in parts):
        found = [
            _network_and_account(part) or ("other", part.strip()) for part in parts if not _is_blog(part)
        ]
        return tuple(dict.fromkeys(found))
    if whole:
        return (whole,)
    return () if _is_blog(cell) else (("other", cell.strip()),)


def _is_one_account(name: str) -> bool:
    """Whether "&" or "and" is a part of an account's name: "Facebook (Bread & Butter)"."""
    parts = _NETWORKS_APART.split(name)
    return not re.search(r"[/,+;|\n]", name) and not any(_network_and_account(part) for part in parts)


def _several(cell: str) -> tuple[str, ...]:
    """The networks of a cell that names no account: "FB IG LI", "IG feed + story", "Meta (FB + IG)"."""
    if network_named(cell):
        return ()
    bracket = _IN_BRACKETS.fullmatch(cell)
    if bracket and (within := _several(bracket["within"])):
        before = bracket["before"].strip()
        first = network_named(before)
        return tuple(dict.fromkeys((first, *within))) if first and plain(before) != "meta" else within
    parts = [part for part in _NAMES_APART.split(cell) if part.strip() and not _is_blog(part)]
    named = [_without_kinds(part) for part in (parts if len(parts) > 1 else cell.split())]
    found = dict.fromkeys(filter(None, named))
    return tuple(found) if None not in named and (len(found) > 1 or (found and len(parts) > 1)) else ()


def _without_kinds(part: str) -> str | None:
    """The network that a part of a cell names beside kinds of posts: "IG feed"; "" for kinds alone."""
    rest = [word for word in _NAME_APART.split(part) if word and plain(word) not in _KINDS_OF_POST]
    named = network_named(" ".join(rest)) if rest else ""
    return None if named == "other" or rest == ["meta"] else named  # "image meta" is for search engines


def _is_blog(word: str) -> bool:
    return plain(word) in NOT_SOCIAL


def _network_and_account(cell: str) -> tuple[str, str] | None:
    if named := network_named(cell) or _without_kinds(cell):
        return named, ""
    pieces = [piece.strip(" )") for piece in _ACCOUNT.split(cell, maxsplit=1)]
    if len(pieces) == 2:
        for name, account in (pieces, pieces[::-1]):
            if (named := _beginning(name)) and not _NETWORKS_APART.search(name):
                return named, "" if _without_kinds(account) in ("", named) else account
    if _NETWORKS_APART.search(cell):
        return None
    return (named, "") if (named := _beginning(cell)) else _in_profile(cell)


def _in_profile(cell: str) -> tuple[str, str] | None:
    """The network inside a profile's name: "ternandtide Twitter", "Acme_Instagram_DE"."""
    parts = [part for part in _NAME_APART.split(cell) if part]
    found = [named for part in parts if part.casefold() in UNMISTAKABLE and (named := network_named(part))]
    if len(found) != 1 or len(parts) > LONGEST_NAME:
        return None
    rest = {plain(part) for part in parts} - UNMISTAKABLE - _KINDS_OF_PLACE
    return found[0], cell.strip() if rest else ""


def _beginning(words: str) -> str | None:
    # "Instagram Stories", "LinkedIn Page": the network comes first and the kind of place after it.
    parts = words.split()
    for length in (3, 2, 1):
        if len(parts) >= length and (named := network_named(" ".join(parts[:length]))):
            return named
    return None


def is_contact(cell: str) -> bool:
    """Whether a cell only says how to reach somebody: an account, an e-mail address, a telephone number."""
    return is_handles(cell) or is_mail(cell) or is_phone(cell)


def is_mail(cell: str) -> bool:
    """Whether a cell is an e-mail address, with a name or without."""
    return "@" in cell and bool(_MAIL.fullmatch(cell) or _NAMED_MAIL.fullmatch(cell))


def is_phone(cell: str) -> bool:
    """Whether a cell is a telephone number as people write it."""
    return bool(_PHONE.fullmatch(cell)) and sum(map(str.isdigit, cell)) > 5 and not is_date(cell)


def is_handles(cell: str) -> bool:
    """Whether a cell names accounts and says nothing: "@acme", "@acme, @tern", the address of a profile."""
    parts = cell.replace(",", " ").split()
    return bool(parts) and all(_NAME.fullmatch(part) or _is_profile(part) for part in parts)


def are_names(cells: Sequence[str]) -> bool:
    """Whether a column names accounts: "@acme", profiles, or single words of which (nearly) none recurs."""
    if not cells:
        return False
    if 2 * sum(map(is_handles, cells)) > len(cells):
        return True
    single = [cell.casefold() for cell in cells if " " not in cell and "://" not in cell and cell.isascii()]
    words = {word for word in single if any(map(str.isalpha, word)) and not is_date(word)}
    return len(words) > 2 and len(single) == len(cells) and 5 * len(words) > 4 * len(cells)


def _is_profile(link: str) -> bool:
    if "/" not in link or "@" in link.split("/")[0]:
        return False
    found = address(link if "://" in link else f"https://{link}")
    return bool(found) and network_of(found) != "other" and not is_post_address(found)


def sorted_addresses(
    network: str, meant_as_permalink: Iterable[str], meant_as_link: Iterable[str]
) -> tuple[str, list[str]]:
    """The update's own address, and where it leads: by each value's host, whatever the column is called."""
    permalink, links = "", list[str]()
    for link in meant_as_permalink:
        if not permalink and (network == "mastodon" or network_at(link) != "other"):
            permalink = link
        else:
            links.append(link)
    for link in meant_as_link:
        if not permalink and is_post_address(link, network):
            permalink = link
        elif link != permalink:
            links.append(link)
    return permalink, links


def addresses(cell: str) -> list[str]:
    """The addresses in a cell, apart at commas and spaces; a bare "blog.example.com/a" counts."""
    if cell.startswith("http") and " " not in cell and "," not in cell and "\n" not in cell:
        good = address(cell)
        return [good] if good else []
    return list(links_in(_COMMA_BEFORE_LINK.sub(" ", cell)))


def is_one_address(text: str) -> bool:
    """Whether a text is an address and nothing else."""
    return text.startswith("http") and len(text.split()) == 1


def is_mark(cell: Cell) -> bool:
    """Whether a cell under a network's name only says that, when or where an update went out there."""
    text = text_of(cell)
    return flag(text) is not None or is_one_address(text) or is_date(cell) or read_time(cell) is not None


def files_in(cell: str) -> list[str]:
    """Pictures and videos a cell names, by address or file name."""
    return [part for part in _FILES_APART.split(cell) if part] if cell else []


def labels_in(cell: str) -> list[str]:
    """Labels in a cell, apart at commas, semicolons and lines."""
    return [part for part in _LABELS_APART.split(cell.strip()) if part]


_PLAIN = pattern(r"-?\d+(?:\.\d+)?")
_ENGLISH = pattern(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_EUROPEAN = pattern(r"-?\d{1,3}(?:[.\s\u00a0\u202f]\d{3})+(?:,\d+)?|-?\d+,\d+")


def figure(cell: object, name: str = "") -> float | None:
    """A number as exports write it ("1,234", "1.234", "3.3%", "1.2K"); None when it is none.

    A percentage comes back as a share of one. "1.234" is a thousand and more, unless `name` is a rate.
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell) if cell == cell and abs(cell) < 1e15 else None
    text = str(cell).strip()
    if text.isascii() and text.isdigit() and len(text) < 16:
        return float(text)
    share = text.endswith("%")
    text = text.rstrip("% ")
    factor = {"K": 1e3, "M": 1e6}.get(text[-1:].upper(), 1.0)
    text = text[:-1] if factor > 1 else text
    rate = share or factor > 1 or name.endswith("rate")
    if _ENGLISH.fullmatch(text) and not rate:
        text = text.replace(",", "")
    elif _EUROPEAN.fullmatch(text) and not (rate and _PLAIN.fullmatch(text)):
        text = re.sub(r"[.\s\u00a0\u202f]", "", text).replace(",", ".")
    elif not _PLAIN.fullmatch(text):
        return None
    if len(text) > 18:
        return None
    return round(float(text) * factor / (100 if share else 1), 6)


def with_hashtags(text: str, hashtags: str) -> str:
    """The text with the hashtags of another column below it, as far as it lacks them."""
    present = {word.casefold() for word in text.split()} if "#" in text else ()
    tags = ["#" + tag.lstrip("#") for tag in hashtags.replace(",", " ").split() if tag.strip("#")]
    lacking = " ".join(tag for tag in tags if tag.casefold() not in present)
    return f"{text}\n\n{lacking}" if lacking else text


def links_of(text: str, given: Sequence[str], permalink: str) -> tuple[str, ...]:
    """The addresses an update leads to: those given, then those in its text; its own is not among them.

    What is given came from `addresses` or `links_in`, so it is sound already.
    """
    found = dict.fromkeys((*given, *links_in(text)))
    found.pop(permalink, None)
    return tuple(found)
