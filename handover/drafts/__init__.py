"""Drafts for posts that have too few updates: from the post's own words only, fitted to the network.

Nothing is invented: each draft is whole sentences or a list of the post, its title and its address, put
together by a template the user may replace. A title and an address alone are no draft, nor are words that
break off. A draft's state is "draft"; it is counted nowhere and shown as what it is.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handover.drafts.repeated import AROUND, in_several, pieces, said
from handover.errors import TemplateError
from handover.model import Notice, Pairing, Post, Quoted, Said, Shortfall, Update
from handover.networks import NETWORKS, USUAL, takes_a_text_alone
from handover.secrets import tells_secret
from handover.text.comparing import wording
from handover.text.length import fits, limit

if TYPE_CHECKING:
    from handover.drafts.material import Finding, Kind

TEMPLATES = Path(__file__).parent.parent / "templates"
ROOMY = 500  # characters from which a network has room for the title too
RARE = 0.1  # a network with a smaller share of the client's updates gets no drafts
# One draft of each kind before the second of any.
_TURNS: "tuple[Kind, ...]" = ("sentence", "question", "figure", "item")


def suggest(
    shortfall: Shortfall,
    existing: "History | Pairing | Iterable[Update]",
    *,
    language: str,
    templates: str | Path | None = None,
) -> tuple[Update, ...]:
    """As many drafts as the post misses; fewer where its own words give no more.

    `existing` are the client's updates: they tell which networks to write for, and what has been said; a
    pairing also which sentences several posts have, of which none is a draft.
    For many shortfalls of one pairing, make its `History` once.
    `language` (BCP 47) is the post's. `templates` is the user's folder: a file `drafts.question.j2` in it
    replaces ours.

    Raises TemplateError for a mistake in the user's template.
    """
    # Its long patterns take time to compile, and a blog without a shortfall needs none of them.
    from handover.drafts.material import findings

    history = existing if isinstance(existing, History) else History(existing)
    has = history.of(shortfall.post)
    networks = _networks(history.networks, {update.network for update in has}, shortfall.missing)
    taken = {wording(update.text) for update in has}
    environment = _environment(templates) if templates else None
    drafts: list[Update] = []
    for offer in _in_turns(findings(shortfall.post, language)):
        if len(drafts) == shortfall.missing:
            break
        if history.has_said(offer.words):
            continue
        offered = wording(offer.words)
        if any(offered in text for text in taken):
            continue
        network = networks[len(drafts)]
        text = _write(environment, offer, shortfall.post, network)
        told = wording(text)
        if text and told not in taken and not tells_secret(text):
            taken.add(told)
            drafts.append(_draft(shortfall.post, network, text))
    return tuple(drafts)


def too_few_drafts(shortfalls: Iterable[Shortfall]) -> Iterator[Notice]:
    """That posts have fewer drafts than they miss updates, said once; nothing where each has enough."""
    found = [short for short in shortfalls if len(short.drafts) < short.missing]
    if found:
        yield Notice(
            text=Said(
                "{n} post has fewer drafts than it misses updates: {title}.",
                many="{n} posts have fewer drafts than they miss updates, the first: {title}.",
                n=len(found),
                title=Quoted(found[0].post.title),
            ),
            hint=Said("The words that were read of it give no more whole sentences. Write what is missing."),
        )


class History:
    """What a pairing tells of the client's networks, what each post already has, and what was said before."""

    def __init__(self, existing: Pairing | Iterable[Update]) -> None:
        self.by_post: dict[str, list[Update]] = {}
        self.posts: tuple[Post, ...] = ()
        self.is_of_a_blog = isinstance(existing, Pairing)
        if isinstance(existing, Pairing):
            self.posts = existing.posts
            for pair in existing.pairs:
                self.by_post.setdefault(pair.post.id, []).append(pair.update)
            paired = {update.id: update for updates in self.by_post.values() for update in updates}
            self.networks = Counter(update.network for update in paired.values())
            self.updates = (*paired.values(), *(alone.update for alone in existing.unpaired))
        else:  # those of one post
            self.updates = tuple(existing)
            self.networks = Counter(update.network for update in self.updates)

    def of(self, post: Post) -> Sequence[Update]:
        """What was said about this post."""
        return self.by_post.get(post.id, ()) if self.is_of_a_blog else self.updates

    def has_said(self, words: str) -> bool:
        """Whether an update says so, or several posts do: "If in doubt, call us" below each."""
        # What a blog repeats is mostly one piece that is written the same each time: its words need not be
        # looked at, as those of a piece are the same wherever it stands.
        if words.strip(AROUND) in self._in_several:
            return True
        found = pieces(words)
        return bool(found) and (found <= self._said or found <= self._words_in_several)

    @cached_property
    def _said(self) -> frozenset[str]:
        return said(self.updates)

    @cached_property
    def _in_several(self) -> dict[str, str]:
        return in_several(self.posts)

    @cached_property
    def _words_in_several(self) -> frozenset[str]:
        return frozenset(self._in_several.values())


def _networks(used: Counter[str], has: set[str], count: int) -> list[str]:
    """A network for each draft: those the client uses most, first those on which the post has nothing yet."""
    order = list(NETWORKS)
    ranked = sorted((n for n in used if n in NETWORKS), key=lambda n: (-used[n], order.index(n)))
    total = used.total()
    often = [n for n in ranked if takes_a_text_alone(n) and used[n] >= RARE * total] or list(USUAL)
    often = [n for n in often if n not in has] + [n for n in often if n in has]
    return [often[n % len(often)] for n in range(count)]


def _in_turns(found: "Mapping[Kind, Sequence[str]]") -> "Iterator[Finding]":
    """One finding of each kind, then the second of each, and so on."""
    from handover.drafts.material import Finding

    for turn in zip_longest(*(found[kind] for kind in _TURNS), fillvalue=None):
        for kind, words in zip(_TURNS, turn, strict=True):
            if words is not None:
                yield Finding(kind, words)


def _write(environment: jinja2.Environment | None, offer: "Finding", post: Post, network: str) -> str:
    """The draft's text, or "" when these words do not fit: a sentence is whole or it is none.

    Without an environment, by our own templates.
    """
    most = limit(network)
    roomy = most is None or most >= ROOMY
    title = " ".join(post.own_title.split())
    if environment is None and (layout := _layout(offer.kind, roomy)):
        text = layout.format(words=offer.words, title=title, link=post.permalink)
    else:
        text = _render(
            environment or _environment(None),
            offer.kind,
            words=offer.words,
            title=title,
            link=post.permalink,
            network=network,
            roomy=roomy,
        )
    text = re.sub(r"\n{3,}", "\n\n", text).strip() if "\n\n\n" in text else text.strip()
    return text if fits(text, network) else ""


@cache
def _layout(kind: "Kind", roomy: bool) -> str:
    """Where our own template puts the words, the title and the link, to be filled in with `str.format`: a
    third of the time of a rendering for each draft. "" for a list, where the template does more than put."""
    if kind == "item":
        return ""
    return _render(
        _environment(None), kind, words="{words}", title="{title}", link="{link}", network="", roomy=roomy
    )


def _render(environment: jinja2.Environment, kind: "Kind", **told: str | bool) -> str:
    name = f"drafts.{kind}.j2"
    try:
        return environment.get_template(name).render(**told)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            Said(
                "{file}, line {line}: {error}.", file=name, line=str(error.lineno), error=str(error.message)
            ),
            template=name,
            line=error.lineno,
        ) from error
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise TemplateError(
            Said("{file}: {error}.", file=name, error=str(error)),
            template=name,
            hint=Said("It may use: words, title, link, network, roomy."),
        ) from error


def _draft(post: Post, network: str, text: str) -> Update:
    told = "\x1f".join((post.id, network, text))
    return Update(
        id="draft-" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        network=network,
        text=text,
        links=(post.permalink,) if post.permalink else (),
        post=post.permalink or post.id,
        state="draft",
    )


@lru_cache(maxsize=4)
def _environment(templates: str | Path | None) -> jinja2.Environment:
    own = [Path(templates)] if templates else []
    return ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader([*own, TEMPLATES]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
