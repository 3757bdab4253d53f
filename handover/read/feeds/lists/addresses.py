"""The address a text will have on its site, by the rules of the program that builds it.

Hugo: https://gohugo.io/content-management/urls/ - Jekyll: https://jekyllrb.com/docs/permalinks/
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any
from urllib.parse import urlsplit

from handover.later import dataclass
from handover.read import fields
from handover.read.feeds import dates
from handover.read.feeds.entry import absolute
from handover.read.feeds.lists.front_matter import Facts, yaml
from handover.read.source import Source

MAX_BYTES = 1024**2
_HUGO = re.compile(r"(?:^|/)(?:hugo|config(?:/_default/(?:hugo|config))?)\.(toml|ya?ml)$")
_JEKYLL = re.compile(r"(?:^|/)_config\.ya?ml$")
_STYLES = {  # Jekyll's names of patterns
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
_TOKEN = re.compile(r":(\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a site makes addresses."""

    home: str = ""  # of the site, with a slash at its end; "" where it is not known
    folder: str = ""  # where its posts lie, where only this is known
    kind: str = ""  # "hugo", "jekyll" or ""
    patterns: Mapping[str, str] = field(default_factory=dict)  # by section; "" for all
    title: str = ""
    language: str = ""

    def address(self, facts: Facts, folders: tuple[str, ...], stem: str, date: str) -> str:
        """The address of a text; "" where no rule is known for it."""
        canonical = fields.address(facts.text("canonical", "canonicalurl", "canonical_url"))
        if canonical and (not self.home or _host(canonical) == _host(self.home)):
            return canonical
        stated = facts.text("url", "permalink")
        if stated and not _TOKEN.search(stated) and not stated.startswith("{"):
            return fields.address(absolute(stated.lstrip("/") if self.home else stated, self.home))
        if not self.home and not self.folder:
            return ""
        slug = facts.text("slug") or stem
        if not self.kind:
            return f"{self.folder}{slug}" if self.folder else ""
        if self.kind == "jekyll":
            pattern = stated or self.patterns.get("", _STYLES["date"])
            return self._filled(pattern, facts, (), slug, date, _categories(facts))
        inner = folders[folders.index("content") + 1 :] if "content" in folders else folders
        pattern = stated or self.patterns.get(inner[0] if inner else "", "")
        if pattern:
            return self._filled(pattern, facts, inner, slug, date, [])
        return "/".join((self.home.rstrip("/"), *map(_hugo_name, (*inner, slug)), ""))

    def _filled(
        self, pattern: str, facts: Facts, inner: Sequence[str], slug: str, date: str, categories: list[str]
    ) -> str:
        pattern = _STYLES.get(pattern, pattern)
        day = fields.moment(date) or dates.written_out(date)
        local = re.match(r"(\d{4})-(\d\d)-(\d\d)", date)  # the day as it stands there, in the site's own zone
        year, month, number = (
            (local.groups() if local else (f"{day:%Y}", f"{day:%m}", f"{day:%d}")) if day else ("",) * 3
        )
        title = _slug(facts.text("title")) or slug
        known = {
            "year": year,
            "month": month,
            "day": number,
            "i_month": month.lstrip("0"),
            "i_day": number.lstrip("0"),
            "short_year": year[2:],
            "y_day": f"{day:%j}" if day else "",
            "slug": slug,
            "slugorfilename": slug,
            "slugorcontentbasename": slug,
            "filename": slug,
            "contentbasename": slug,
            "title": slug if self.kind == "jekyll" else title,
            "section": _hugo_name(inner[0]) if inner else "",
            "sections": "/".join(map(_hugo_name, inner)),
            "categories": "/".join(categories),
            "output_ext": ".html",
        }
        tokens = _TOKEN.findall(pattern)
        if any(token not in known for token in tokens) or (
            {"year", "month", "day"} & set(tokens) and not day
        ):
            return ""
        path = re.sub(r"/{2,}", "/", _TOKEN.sub(lambda token: known[token[1]], pattern))
        return f"{self.home.rstrip('/')}/{path.lstrip('/')}"


def rules_of(members: Sequence[Source], given: str) -> Rules:
    """The rules by the site's own settings; `given`, the address the user named, goes before theirs."""
    for member in members:
        if _JEKYLL.search(member.name):
            return _jekyll(yaml(_read(member)), given)
    for member in members:
        if named := _HUGO.search(member.name):
            settings = _toml(_read(member)) if named[1] == "toml" else yaml(_read(member))
            if settings.text("baseurl") or "permalinks" in settings.values or settings.text("theme"):
                return _hugo(settings, given)
    inside = urlsplit(given).path.strip("/")
    return Rules(home=_slashed(given), folder=_slashed(given) if inside else "")


def _read(member: Source) -> str:
    return member.read(MAX_BYTES).decode("utf-8", "replace")


def _toml(text: str) -> Facts:
    try:
        return Facts(values={key.casefold(): value for key, value in tomllib.loads(text).items()})
    except (tomllib.TOMLDecodeError, RecursionError):
        return Facts()


def _hugo(settings: Facts, given: str) -> Rules:
    found: Any = settings.values.get("permalinks")
    table = found if isinstance(found, dict) else {}
    pages = table.get("page")
    patterns = {
        str(k): v for k, v in (pages if isinstance(pages, dict) else table).items() if isinstance(v, str)
    }
    return Rules(
        home=_slashed(given or fields.address(settings.text("baseurl"))),
        kind="hugo",
        patterns=patterns,
        title=settings.text("title"),
        language=settings.text("languagecode", "defaultcontentlanguage")[:35],
    )


def _jekyll(settings: Facts, given: str) -> Rules:
    own = settings.text("url").rstrip("/") + "/" + settings.text("baseurl").strip("/")
    return Rules(
        home=_slashed(given or fields.address(own)),
        kind="jekyll",
        patterns={"": settings.text("permalink") or _STYLES["date"]},
        title=settings.text("title"),
        language=settings.text("lang")[:35],
    )


def _slashed(address: str) -> str:
    return address.rstrip("/") + "/" if address.startswith("http") else ""


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _categories(facts: Facts) -> list[str]:
    named = facts.listed("categories") or facts.text("category").split()
    if len(named) == 1 and isinstance(facts.values.get("categories"), str):
        named = named[0].split()
    return [_slug(name) for name in named]


def _hugo_name(name: str) -> str:
    return re.sub(r"\s+", "-", name).lower()


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")
