"""The whole library as one CSV for the client: every update once a post, planned or not, paired or not."""

import datetime as dt
from collections.abc import Iterator, Sequence

from handover.columns import CLIENT_LASTING, LIBRARY, WORDS
from handover.model import Handover, Post, Update
from handover.model.moments import is_day
from handover.text.safe import guarded, one_line, plain, web
from handover.write.view import entries, for_client
from handover.write.words import Words, words

COLUMNS = tuple(LIBRARY.values())


def library(handover: Handover) -> Iterator[Sequence[str]]:
    """The header, then a row an update; a post without updates has one row of its own."""
    handover = for_client(handover, hers=False)  # the header names UTC, and a reader takes it at its word
    _ = words(handover.language)
    yield [_(column) for column in COLUMNS]
    planned: dict[str, list[str]] = {}
    for slot in handover.plan:
        planned.setdefault(slot.update.id, []).append(slot.date.isoformat())
    for entry in entries(handover):
        post = _post(entry.number, entry.post, _)
        for pair in entry.pairs:
            yield [*post, *_update(handover, pair.update, planned)]
        if not entry.pairs:
            yield [*post, *[""] * (len(COLUMNS) - len(post))]
    for alone in handover.unpaired:
        yield ["", "", "", "", *_update(handover, alone.update, planned)]


def _post(number: int, post: Post, _: Words) -> list[str]:
    published = post.published or post.modified
    day = published.date().isoformat() if published else ""
    return [str(number), day, guarded(one_line(_.said(post.title))), web(post.permalink)]


def _update(handover: Handover, update: Update, planned: dict[str, list[str]]) -> list[str]:
    _ = words(handover.language)
    verdict = handover.verdicts.get(update.id)
    lasting = update.lasting or (verdict.lasting if verdict else "")
    network = _.network(update.network)
    return [
        guarded(one_line(network)),
        _moment(update.posted_at),
        guarded(plain(update.text)),
        web(update.permalink),
        _(WORDS["state"][update.state]),
        _(WORDS["lasting"][lasting]) if lasting in CLIENT_LASTING else "",
        ", ".join(planned.get(update.id, ())),
    ]


def _moment(moment: dt.datetime | None) -> str:
    if moment is None:
        return ""
    if is_day(moment):
        return moment.date().isoformat()
    return f"{moment:%Y-%m-%d %H:%M}"
