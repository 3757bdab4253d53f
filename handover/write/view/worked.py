"""What worked best, as its reader sees it: counts by network, nothing where no figures are known."""

from typing import Any

from babel.dates import get_day_names

from handover.columns import FIGURES
from handover.model import Handover
from handover.model.worked import Best, Moment, Share, Trait, Worked
from handover.write.view.library import Library, Rows
from handover.write.view.summary import shorten
from handover.write.words import N_, Words, words

TELLING = 15  # percentage points between the best and the others, from which a trait is worth a line

_TRAITS: dict[Trait, str] = {
    "short": N_("Shorter than half of the updates"),
    "question": N_("With a question"),
    "emoji": N_("With an emoji"),
    "hashtag": N_("With a hashtag"),
    "link_at_end": N_("With the link at the end"),
    "link_inside": N_("With the link inside the text"),
    "no_link": N_("Without a link"),
}


def worked(library: Library, handover: Handover) -> dict[str, Any]:
    """What worked best on each network, by one measure each."""
    _ = words(handover.language)
    found = [_network(library, _, one) for one in handover.worked if one.best]
    if not found:
        return {}
    return {
        "title": _("What worked best"),
        "intro": _(
            "Counts by network, each update beside what the account usually had that year. "
            "They show what was well received, not why."
        ),
        "heads": {"date": _("Date"), "text": _("Update"), "figure": _("Count")},
        "networks": found,
    }


def best_line(handover: Handover) -> str:
    """The update that stands out most, in one sentence; "" where no figures are known."""
    _ = words(handover.language)
    best = [(one, top) for one in handover.worked for top in one.best[:1] if top.update.text.strip()]
    if not best:
        return ""
    one, top = max(best, key=lambda pair: pair[1].times)
    return _(
        "What worked best on {network}: “{text}” ({figure}).",
        network=_.network(one.network),
        text=shorten(" ".join(top.update.text.split()), 80),
        figure=_figure(_, one, top),
    )


def _network(library: Library, _: Words, one: Worked) -> dict[str, Any]:
    def row(best: Best) -> dict[str, Any]:
        shown = library.update(best.update)
        return {
            "date": shown["date"],
            "text": shorten(shown["line"], 160),
            "link": shown["link"],
            "link_label": shown["link_label"],
            "figure": _figure(_, one, best),
        }

    return {
        "name": _.network(one.network),
        "having": _.plural(
            "Measured in {measure}, known of {n} of {of} updates.",
            "Measured in {measure}, known of {n} of {of} updates.",
            one.having,
            measure=_(FIGURES[one.measure]),
            of=_.number(one.of),
        ),
        "rows": Rows(one.best, row),
        "says": _says(_, one),
    }


def _figure(_: Words, one: Worked, best: Best) -> str:
    return _(
        "{count} {measure}, usual that year: {usual}",
        count=_.number(best.value),
        measure=_(FIGURES[one.measure]),
        usual=_.number(round(best.usual, 1)),
    )


def _says(_: Words, one: Worked) -> list[str]:
    lines = [
        _.plural(
            "Post that worked best: “{title}”, {n} update, {times} times the usual.",
            "Post that worked best: “{title}”, {n} updates, {times} times the usual.",
            best.updates,
            title=_.said(best.post.title),
            times=_.number(round(best.times, 1)),
        )
        for best in one.posts[:1]
    ]
    if one.weekday:
        name = get_day_names("wide", context="stand-alone", locale=_.locale)[one.weekday.at]
        lines.append(_when(_, one, one.weekday, _("Best weekday: {when}", when=name)))
    if one.hour:
        hours = f"{one.hour.at:02}:00-{one.hour.at:02}:59"
        lines.append(_when(_, one, one.hour, _("Best hour: {when}", when=hours)))
    rest = one.having - one.top
    lines += [
        _(
            "{trait}: {best} of the {top} best, {others} of the {rest} others.",
            trait=_(_TRAITS[share.trait]),
            best=_.number(share.best),
            top=_.number(one.top),
            others=_.number(share.others),
            rest=_.number(rest),
        )
        for share in one.shares
        if _is_telling(share, one.top, rest)
    ]
    return lines


def _when(_: Words, one: Worked, moment: Moment, what: str) -> str:
    return _(
        "{what}, {n} of {timed} updates with a known time, {times} times the usual.",
        what=what,
        n=_.number(moment.updates),
        timed=_.number(one.timed),
        times=_.number(round(moment.times, 1)),
    )


def _is_telling(share: Share, top: int, rest: int) -> bool:
    return bool(top and rest) and abs(share.best / top - share.others / rest) * 100 >= TELLING
