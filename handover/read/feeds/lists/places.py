"""Where a blog's posts lie: which addresses of a site are posts, by the folders they stand in.

An address is a post where posts are known to lie: in a folder that says so ("/blog/", "/2024/03/"), in the
one folder of many siblings, or in the folder of posts that are known already. A home page, a list of posts,
a category, a product never is. What may be one is named to the manager and not taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal
from urllib.parse import unquote, urlsplit

from handover.later import dataclass

Place = Literal["post", "page", "doubtful"]
SIBLINGS = 5  # in a folder that proves itself by their number

_BLOG = (
    "blog blogs news article articles post posts journal magazine stories story insights newsroom"
    " press updates aktuelles neuigkeiten nachrichten beitrag beitraege magazin ratgeber artikel"
    " actualites actus articles-blog carnet noticias novedades articulos artigos novidades notizie"
    " articoli novita p recipes rezepte recettes"
)
BLOG = frozenset(_BLOG.split())
_ASIDE = (
    "tag tags category categories author authors product products shop store page pages feed search"
    " archive archives topic topics label labels user users account cart checkout collections wp-"
    " content wp-json wp-admin amp members kategorie kategorien schlagwort autor produkt produkte"
    " seite categorie auteur produit produits boutique etiqueta etiquetas categoria categorias"
    " producto productos tienda produto produtos loja prodotto prodotti negozio etichetta autore"
    " events event veranstaltungen termine jobs karriere careers team portfolio services leistungen"
    " projects projekte docs documentation help support faq"
)
ASIDE = frozenset(_ASIDE.split())
_PAGES = (
    "about about-us aboutus contact contact-us kontakt impressum imprint datenschutz"
    " datenschutzerklaerung privacy privacy-policy terms terms-of-service terms-and-conditions cookies"
    " cookie-policy agb home index index.html ueber-uns uber-uns ueber-mich team faq a-propos"
    " mentions-legales contacto aviso-legal quienes-somos sobre sobre-nos contato chi-siamo contatti"
    " careers jobs pricing login search shop cart checkout sitemap newsletter thank-you danke"
    " subscribe blog news"
)
PAGES = frozenset(_PAGES.split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d{1,4}")
_PAGE_ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")


@dataclass(frozen=True, slots=True)
class Parts:
    """An address as places are told apart."""

    host: str
    folders: tuple[str, ...]  # in lower case
    name: str  # the last part of the path; "" for a home page

    @property
    def folder(self) -> tuple[str, ...]:
        """The folder with the days of dates left out: all posts of "/2024/03/" lie in one place."""
        return (self.host, *("#" if _NUMBER.fullmatch(part) else part for part in self.folders))


def parts_of(address: str) -> Parts | None:
    """None for what is no page: a file, an address with a query."""
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    segments = [unquote(part).lower() for part in split.path.split("/") if part]
    if split.query or not split.hostname:
        return None
    name = segments.pop() if segments else ""
    if _ENDING.search(name) and not _PAGE_ENDING.search(name):
        return None
    return Parts(split.hostname.removeprefix("www."), tuple(segments), name)


def sorted_out(
    addresses: Sequence[str], known: Iterable[str] = (), *, named: bool = False, folder: str = ""
) -> list[Place]:
    """What each address is.

    `known`: addresses of posts; `named`: the list says that it is of posts; `folder`: the address of the
    folder they lie in, where the user told it (an address of anything else tells nothing).
    """
    split = [parts_of(address) for address in addresses]
    parents = {(p.host, *p.folders) for p in split if p}
    own = {p.folder for p in map(parts_of, known) if p and p.name}
    if (told := parts_of(folder)) and folder.startswith("http"):
        inside = (told.host, *told.folders, *filter(None, (told.name,)))
        own |= {p.folder for p in split if p and p.folder == inside}
    candidates = [p if p and not _is_page(p, parents) else None for p in split]
    folders = own or _folders(p for p in candidates if p)
    return [_place(p, folders, named=named, alone=not own) for p in candidates]


def _place(part: Parts | None, folders: set[tuple[str, ...]], *, named: bool, alone: bool) -> Place:
    if part is None:
        return "page"
    if part.folder in folders or (named and alone):
        return "post"
    return "doubtful"


def _is_page(part: Parts, parents: set[tuple[str, ...]]) -> bool:
    """A home page, a list of others, or one whose place or name says that it is no post."""
    bare = _PAGE_ENDING.sub("", part.name)
    if not part.name or _NUMBER.fullmatch(part.name) or not ASIDE.isdisjoint(part.folders):
        return True
    if not part.folders and (part.name in PAGES or bare in PAGES | ASIDE | BLOG):
        return True
    return (part.host, *part.folders, part.name) in parents


def _folders(candidates: Iterable[Parts]) -> set[tuple[str, ...]]:
    """The folders of posts, told by their names; else the only one of many siblings."""
    counts = Counter(part.folder for part in candidates if part.folders or part.host.split(".")[0] in BLOG)
    said = {folder for folder in counts if _says_so(folder)}
    if said:
        return said
    many = [folder for folder, count in counts.items() if count >= SIBLINGS]
    return set(many) if len(many) == 1 else set()


def _says_so(folder: tuple[str, ...]) -> bool:
    """Whether a folder is a blog's by its name, by dates, or by a host of its own ("blog.acme.example")."""
    own_host = len(folder) == 1 and folder[0].split(".")[0] in BLOG
    return own_host or not BLOG.isdisjoint(folder[1:]) or _is_dated(folder)


def _is_dated(folder: tuple[str, ...]) -> bool:
    return folder[1:2] == ("#",) or folder[-2:] == ("#", "#")


def title_of(address: str) -> str:
    """A title made of an address: "New tins" of "/news/new-tins/"; "" for a home page."""
    part = parts_of(address)
    name = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2]) if part else ""
    words = " ".join(re.split(r"[-_+\s]+", _PAGE_ENDING.sub("", name))).strip()
    return words[:1].upper() + words[1:]
