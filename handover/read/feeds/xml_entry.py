"""One entry of a plain feed, field after field as the streaming pass meets them.

The order of fields decides between several titles, links or dates just as it does in feedparser; what
would need more of feedparser's rules than these raises HandOverError.
"""

from collections.abc import Callable

from handover.later import pattern
from handover.model import Media, Post
from handover.read import fields
from handover.read.feeds import guard
from handover.read.feeds.document import HandOverError
from handover.read.feeds.entry import make_post, told_media
from handover.read.feeds.xml_names import HARMLESS

_DATE = pattern(  # only what can be read in one way
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" \d{4} [012]\d:[0-5]\d:[0-5]\d (?:GMT|UTC|Z|[ECMP][SD]T|[+-]\d{4})"
    r"|\d{4}-\d\d-\d\d(?:T[012]\d:[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?"
)
_REFERENCE = pattern(r"&([A-Za-z0-9_]+);")
HTML = frozenset(("text/html", "html", "application/xhtml+xml", "xhtml"))
ATOM_TYPES = frozenset(("", "text", "html", "text/plain", "text/html"))


class XmlEntry:
    """The fields of one entry as they come in."""

    def __init__(self, atom: bool, *, has_content: bool = False) -> None:
        self.atom = atom
        self.has_content = has_content  # feedparser believes that it knows the article
        self.children = 0
        self.texts: dict[str, str] = {}
        self.link: str | None = None
        self.alternates: list[str] = []
        self.copies: list[str] = []
        self.tags: list[list[str]] = []  # term, scheme, label
        self.images: dict[str, str] = {}
        self.media: list[Media] = []
        self.title_is_text = False
        self.has_source = False
        self.has_media_title = False  # it counts only where there is no other

    def count_child(self) -> None:
        self.children += 1
        if self.children > guard.MAX_CHILDREN:
            raise HandOverError

    def open(self, name: str, attributes: dict[str, str]) -> bool:
        """A child begins; whether its text is wanted."""
        act = _OPENING.get(name)
        if act is not None:
            return act(self, attributes)
        if name in _PLAIN:
            return not (self.atom and name == "author")  # Atom's authors have a name inside
        if name not in HARMLESS and "?" not in name:
            raise HandOverError
        return False

    def open_title(self, attributes: dict[str, str]) -> bool:
        kind = attributes.get("type", "").lower()
        if "mode" in attributes or (self.atom and kind not in ATOM_TYPES):
            raise HandOverError
        return True

    def open_link(self, attributes: dict[str, str]) -> bool:
        if fields.address(attributes.get("url") or attributes.get("uri")):
            raise HandOverError
        href = attributes.get("href")
        if href is None:
            return True
        rel = attributes.get("rel", "alternate").lower()
        if rel in ("shortlink", "alternate", "canonical"):
            self.alternates.append(href)
        elif rel == "syndication":
            self.copies.append(href)
        elif rel == "enclosure":
            self.open_enclosure({"url": href, "type": attributes.get("type", "")})
        if rel == "alternate" and attributes.get("type", "text/html").lower() in HTML:
            self.link = href
        return False

    def open_text(self, attributes: dict[str, str]) -> bool:
        if "mode" in attributes or "src" in attributes:
            raise HandOverError
        if self.atom and attributes.get("type", "").lower() not in ATOM_TYPES:
            raise HandOverError
        return True

    def open_category(self, attributes: dict[str, str]) -> bool:
        term, label = attributes.get("term", ""), attributes.get("label", "")
        scheme = attributes.get("scheme", attributes.get("domain", ""))
        if (term or scheme or label) and [term, scheme, label] not in self.tags:
            self.tags.append([term, scheme, label])
        return True

    def open_enclosure(self, attributes: dict[str, str]) -> bool:
        if attributes.get("type", "").lower().startswith(("audio/", "video/")) and attributes.get("url"):
            self.alternates.append(attributes["url"])  # what is said of an episode may link to its file
        return self._picture("enclosure", attributes)

    def open_media(self, attributes: dict[str, str]) -> bool:
        return self._picture("content", attributes)

    def open_thumbnail(self, attributes: dict[str, str]) -> bool:
        return self._picture("thumbnail", {"medium": "image"} | attributes)

    def _picture(self, place: str, attributes: dict[str, str]) -> bool:
        kind = attributes.get("type", "").lower() or attributes.get("medium", "")
        if kind.startswith("image"):
            self.images.setdefault(place, attributes.get("url", ""))
        if place != "thumbnail":  # the same picture made small
            self.media += told_media(attributes.get("url"), kind)
        return False

    def open_podcast(self, _: dict[str, str]) -> bool:
        if self.atom:
            raise HandOverError
        return True

    def open_cover(self, attributes: dict[str, str]) -> bool:
        told = attributes.get("href") or attributes.get("url")
        if self.atom or not told:
            raise HandOverError
        self.images["cover"] = told
        return False

    def open_source(self, attributes: dict[str, str]) -> bool:
        if self.atom:
            raise HandOverError
        self.has_source = True
        return False

    def take(self, name: str, text: str, attributes: dict[str, str]) -> None:
        """A child ended with this text."""
        act = _TAKING.get(name)
        if act is not None:
            act(self, text, attributes)
        elif name in self.texts and name in _ONCE:
            raise HandOverError
        else:
            self.texts[name] = text

    def take_title(self, text: str, attributes: dict[str, str]) -> None:
        if self.has_source:
            raise HandOverError
        if not self.texts.get("title"):
            self.texts["title"] = text
            kind = attributes.get("type", "").lower()
            self.title_is_text = self.atom and kind not in ("html", "text/html")

    def take_link(self, text: str, _: dict[str, str]) -> None:
        if "&" in text:
            text = _REFERENCE.sub(r"&\g<1>", text.replace("&amp;", "&"))
        self.link = text
        self.alternates.append(text)

    def take_id(self, text: str, attributes: dict[str, str]) -> None:
        self.texts["id"] = text
        if self.link is None and attributes.get("isPermaLink", "true") == "true":
            self.link = text

    def take_author(self, text: str, _: dict[str, str]) -> None:
        self.texts["author"] = text

    def take_podcast_summary(self, text: str, _: dict[str, str]) -> None:
        """A second summary: it stands for the article where that is not known, else for the first."""
        texts = self.texts
        has_content = self.has_content or "encoded" in texts or "content" in texts
        is_second = "description" in texts or "summary" in texts
        if "summary" in texts:
            raise HandOverError
        texts["encoded" if is_second and not has_content else "description"] = text

    def take_keywords(self, text: str, _: dict[str, str]) -> None:
        for word in filter(None, map(str.strip, text.split(","))):
            if (told := [word, "http://www.itunes.com/", ""]) not in self.tags:
                self.tags.append(told)

    def take_category(self, text: str, _: dict[str, str]) -> None:
        if not text:
            return
        if self.tags and not self.tags[-1][0]:
            self.tags[-1][0] = text
        elif [text, "", ""] not in self.tags:
            self.tags.append([text, "", ""])

    def take_published(self, text: str, _: dict[str, str]) -> None:
        self._take_date("published", text)

    def take_updated(self, text: str, _: dict[str, str]) -> None:
        self._take_date("updated", text)

    def _take_date(self, name: str, text: str) -> None:
        if text and not _DATE.fullmatch(text):
            raise HandOverError
        self.texts[name] = text

    def is_absolute(self) -> bool:
        """Whether no base can change this entry's addresses."""
        found = (self.link or "", self.texts.get("id", ""), *self.alternates)
        return all(not address or ":" in address for address in found)

    def post(self, base: str) -> Post | None:
        """The entry as a `Post`; None when nothing is in it."""
        texts = self.texts
        if not self.children:
            return None
        if self.has_media_title and (self.has_source or not texts.get("title")):
            raise HandOverError
        if ("description" in texts) + ("summary" in texts) > 1:
            raise HandOverError
        number, short = texts.get("post-id", ""), ""
        if number.isascii() and number.isdigit() and (place := "/".join(base.split("/", 3)[:3])):
            short = f"{place}/?p={number}"
        return make_post(
            stated_id=texts.get("id"),
            link=self.link,
            title=texts.get("title"),
            title_is_text=self.title_is_text,
            published=texts.get("published"),
            modified=texts.get("updated"),
            author=texts.get("author"),
            summary=texts.get("description") or texts.get("summary"),
            content=texts.get("encoded") or texts.get("content"),
            categories=[tag[0] or tag[2] for tag in self.tags],
            image=next((self.images[place] for place in _PICTURES if self.images.get(place)), ""),
            media=self.media,
            aliases=(texts.get("origlink", ""), short, *self.alternates),
            syndication=self.copies,
            base=base,
        )


# What begins is looked at by these; what is only text is in _PLAIN.
_OPENING: dict[str, Callable[[XmlEntry, dict[str, str]], bool]] = {
    "title": XmlEntry.open_title,
    "link": XmlEntry.open_link,
    "description": XmlEntry.open_text,
    "summary": XmlEntry.open_text,
    "content": XmlEntry.open_text,
    "encoded": XmlEntry.open_text,
    "category": XmlEntry.open_category,
    "enclosure": XmlEntry.open_enclosure,
    "media:content": XmlEntry.open_media,
    "media:thumbnail": XmlEntry.open_thumbnail,
    "source": XmlEntry.open_source,
    "itunes:author": XmlEntry.open_podcast,
    "itunes:keywords": XmlEntry.open_podcast,
    "itunes:summary": XmlEntry.open_podcast,
    "itunes:image": XmlEntry.open_cover,
}
# What ends is taken by these; of all else the text is kept.
_TAKING: dict[str, Callable[[XmlEntry, str, dict[str, str]], None]] = {
    "title": XmlEntry.take_title,
    "link": XmlEntry.take_link,
    "guid": XmlEntry.take_id,
    "id": XmlEntry.take_id,
    "category": XmlEntry.take_category,
    "pubdate": XmlEntry.take_published,
    "published": XmlEntry.take_published,
    "updated": XmlEntry.take_updated,
    "itunes:author": XmlEntry.take_author,
    "itunes:keywords": XmlEntry.take_keywords,
    "itunes:summary": XmlEntry.take_podcast_summary,
}
# The first of these that an entry has is its picture.
_PICTURES = ("thumbnail", "content", "enclosure", "cover")
_PLAIN = frozenset(("id", "guid", "pubdate", "published", "updated", "origlink", "post-id", "author"))
_ONCE = frozenset(("description", "summary", "content", "encoded"))
# Of these without attributes the text is wanted, whatever the entry holds: `open` would say so of each.
BARE_IN_RSS = _PLAIN | _ONCE | {"title", "link", "category"}
BARE_IN_ATOM = BARE_IN_RSS - {"author"}
