"""Whether an update can be posted again: lasting, seasonal, dated, to be looked at or unfit, and by which
of its words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache

from handover.check.lexicon import Lexicon, lexicon, words_of
from handover.check.seasons import windows
from handover.check.time_ties import Tie, Why, own_words, ties
from handover.check.tongue import is_in_other_script, language_of
from handover.check.unfit import unfit
from handover.later import pattern
from handover.model import Notice, Pairing, Post, Said, Update, Verdict
from handover.model.said import N_

# Why an update is dated, the most telling first.
_DATED: Mapping[Why, str] = {
    "date": N_("names {words}"),
    "ends": N_("speaks of an end: “{words}”"),
    "weekday": N_("names {words}"),
    "event": N_("speaks of an event: “{words}”"),
    "near": N_("says “{words}”"),
    "new": N_("calls it new: “{words}”"),
    "news": N_("tells what happened then: “{words}”"),
    "year": N_("names the year {words}"),
}
_BY_POST: Mapping[Why, str] = {
    "date": N_("its post names {words}"),
    "ends": N_("its post speaks of an end: “{words}”"),
    "weekday": N_("its post names {words}"),
    "event": N_("its post speaks of an event: “{words}”"),
    "near": N_("its post says “{words}”"),
    "new": N_("its post calls it new: “{words}”"),
    "news": N_("its post tells what happened then: “{words}”"),
    "year": N_("its post names the year {words}"),
}
_SEASON = N_("speaks of “{words}”")
_SEASON_OF_POST = N_("its post speaks of “{words}”")
_OWN = Said("your own word")
_LASTS = Verdict(lasting="lasting", reason=Said("nothing in it ties it to a time"))
_UNKNOWN = Verdict(lasting="look", reason=Said("is in a language whose words of time are not known here"))
_ALL_YEAR = {"spring", "summer", "autumn", "winter"}
_POINTS = frozenset(("de", "pl", "cs", "fi", "da", "nb", "no", "nl"))  # they write "14.3." for a day
_NO_TIE = frozenset(("doubt", "guide"))
_DAY = pattern(r"(?<!\d)\d{1,2}(?!\d)")
_OPENING = "\"“„«”»‘'"  # of a saying
_PARAGRAPH = 400  # characters of a post that are its first words


def judge_lasting(
    update: Update, language: str, today: dt.date, post: Post | None = None, *, careful: bool = False
) -> Verdict:
    """Whether `update` can be posted again at any time, in its season, or not at all, with the reason.

    `language` (BCP 47) is that of the updates; a text that is clearly in another language is read in that.
    What the title and the first words of its `post` tie to a time, ties the update too.
    The user's own word (`update.lasting`) overrules. `today` tells which windows of a season are to come.
    `careful`: what may be tied to a time by doubtful words is to be looked at, instead of lasting.
    """
    posted = update.posted_at.date() if update.posted_at else None
    if update.lasting and update.lasting != "seasonal":
        return Verdict(lasting=update.lasting, reason=_OWN)
    own = own_words(update.text)
    words = words_of(own)
    if not update.lasting and (said := unfit(update, own, words)):
        return _unfit(said)
    known, kinds, found = _ties(own, language, posted.year if posted else None, today, careful)
    if update.lasting:  # the season of its words, else that of its first posting
        seasons = {tie.season for tie in found if tie.season}
        fits = seasons or ({f"month_{posted.month}"} if posted else set())
        return Verdict(lasting="seasonal", reason=_OWN, season=windows(fits, today, posted))
    if found and (verdict := _tied(found, _DATED)):
        return verdict
    if not known.is_known or is_in_other_script(own):
        return _UNKNOWN
    about = _of_post(post, language, today) if post else ()
    if about and (verdict := _tied(about, _BY_POST)):
        return verdict
    # What leads to an article speaks of that.
    tells = not (post or update.links or len(own) < len(update.text)) and _tells(own, kinds, known)
    if not (found or about or careful or tells):
        return _LASTS
    teaches = _teaches(found)
    if not teaches and (doubt := next((tie.words for tie in found if tie.why == "doubt"), "")):
        return _doubtful(doubt)
    if tells and not teaches and not any(tie.season for tie in found):
        return _doubtful(next(word for word in words if word in known.telling))
    if careful and not teaches and not known.hints.isdisjoint(words):
        return _doubtful(next(word for word in words if word in known.hints))
    for tied, message in ((found, _SEASON), (about, _SEASON_OF_POST)):
        named = {tie.season for tie in tied if tie.season}
        if named and not named >= _ALL_YEAR:
            reason = Said(message, words=next(tie.words for tie in tied if tie.season))
            return Verdict(lasting="seasonal", reason=reason, season=windows(named, today, posted))
    return _LASTS


def verdicts(pairing: Pairing, language: str, today: dt.date) -> dict[str, Verdict]:
    """The verdict on every update of a pairing, paired or not, by its id.

    Of an update that belongs to several posts the first decides that ties it.
    """
    found: dict[str, Verdict] = {}
    for pair in pairing.pairs:
        earlier = found.get(pair.update.id)
        if earlier is None or earlier.lasting == "lasting":
            found[pair.update.id] = judge_lasting(pair.update, language, today, pair.post)
    for alone in pairing.unpaired:
        found[alone.update.id] = judge_lasting(alone.update, language, today)
    return found


def unread(verdicts: Mapping[str, Verdict]) -> Iterable[Notice]:
    """That updates are in a language whose words of time are not known, said once."""
    if count := sum(verdict is _UNKNOWN for verdict in verdicts.values()):
        yield Notice(
            text=Said(
                "{n} update is in a language whose words of time are not known here: nobody can tell whether "
                "it can be posted again, so it is neither planned nor counted in the runway.",
                many="{n} updates are in languages whose words of time are not known here: nobody can tell "
                "whether they can be posted again, so they are neither planned nor counted in the runway.",
                n=count,
            ),
            hint=Said(
                "Read them in the working copy, and put “lasting”, “seasonal” or “dated” in the column "
                "Lasting: the next build keeps your word."
            ),
        )


def _tied(found: Iterable[Tie], messages: Mapping[Why, str]) -> Verdict | None:
    """Dated by the most telling of what was found; None: by nothing."""
    first = {tie.why: tie for tie in reversed([*found])}
    return next((_dated(messages[why], first[why].words) for why in messages if why in first), None)


@lru_cache(maxsize=512)  # what goes to several networks, or out again, is looked through once
def _ties(
    own: str, language: str, posted: int | None, today: dt.date, guides: bool
) -> tuple[Lexicon, frozenset[str], tuple[Tie, ...]]:
    """What ties a text without links and handles to a time, its words, and those of its language."""
    words = words_of(own)
    kinds = frozenset(words)
    tongue = language_of(kinds, language)
    known = lexicon(tongue)
    points = tongue[:2] in _POINTS
    found = tuple(ties(own, words, kinds, known, posted, today, points=points, guides=guides))
    for tie in found:
        tie.words  # noqa: B018 - looked up now: what many ask for must not change, nor hold the whole text
    return known, kinds, found


def _of_post(post: Post, language: str, today: dt.date) -> tuple[Tie, ...]:
    body = post.summary or post.text
    return _told(post.title, body.strip()[:_PARAGRAPH].partition("\n")[0], post.published, language, today)


@lru_cache(maxsize=4096)
def _told(
    title: str, paragraph: str, published: dt.datetime | None, language: str, today: dt.date
) -> tuple[Tie, ...]:
    """What a post's title ties it to, and of its first words a day or a feast.

    Instructions last, whatever their title names but a day.
    """
    found: list[Tie] = []
    teaches = False
    for text, is_title in ((own_words(title), True), (own_words(paragraph), False)):
        _, _, told = _ties(text, language, published.year if published else None, today, is_title)
        if is_title:
            teaches = any(tie.why == "guide" for tie in told)
            found += [tie for tie in told if tie.why not in _NO_TIE and (not teaches or _is_firm(tie))]
        elif not teaches:
            # News in it is too often a personal word before what lasts: on labelled blogs it cost a quarter
            # of all lasting updates and caught three.
            found += [tie for tie in told if tie.why == "date" and _DAY.search(tie.words)]
            found += [tie for tie in told if tie.season and tie.season not in _ALL_YEAR]
    return tuple(found)


def _is_firm(tie: Tie) -> bool:
    """Whether it is a day of one year or month, a feast, or news: nothing that a guide names in passing."""
    return tie.why in ("new", "news", "season") or (tie.why == "date" and any(map(str.isdigit, tie.words)))


def _tells(text: str, kinds: frozenset[str], known: Lexicon) -> bool:
    """Whether somebody tells of himself and speaks to no reader: "Our courier is on strike".

    What asks, or hands on a saying does not.
    """
    return (
        not known.telling.isdisjoint(kinds)
        and known.general.isdisjoint(kinds)
        and "?" not in text
        and text[0] not in _OPENING
    )


def _teaches(found: Iterable[Tie]) -> bool:
    """Whether it hands on what it tells of: "I moved to the country. Here's what it taught me".

    A question word alone does not: "I went to the fair. What a day".
    """
    return any(tie.why == "guide" and " " in tie.words for tie in found)


@lru_cache(maxsize=1024)
def _dated(message: str, words: str) -> Verdict:
    """Dated by these words, which often recur."""
    return Verdict(lasting="dated", reason=Said(message, words=words))


def _doubtful(words: str) -> Verdict:
    return Verdict(lasting="look", reason=Said("may be tied to a time: “{words}”", words=words))


@lru_cache(maxsize=16)
def _unfit(reason: Said) -> Verdict:
    return Verdict(lasting="unfit", reason=reason)
