"""A world: a blog in one of its formats, and its updates in several sources."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from handover.pair import pair_updates
from handover.read import read_feed, read_updates
from tests.worlds import exports, plans
from tests.worlds.blogs import BLOGS
from tests.worlds.counting import Count, count
from tests.worlds.told import Told
from tests.worlds.truth import Sent, Truth, make_truth

Source = Callable[[Path, Sequence[Sent]], Told]

RECORDS: dict[str, tuple[Source, ...]] = {
    "x": (exports.x_archive, exports.x_analytics),
    "facebook": (exports.facebook, exports.meta),
    "instagram": (exports.instagram, exports.meta),
    "linkedin": (exports.linkedin_shares, exports.linkedin_page),
    "threads": (exports.threads,),
    "bluesky": (exports.bluesky,),
    "mastodon": (exports.mastodon,),
}
ONE_NETWORK: tuple[Source, ...] = (plans.buffer, plans.hootsuite, plans.publer)
ALL_NETWORKS: tuple[Source, ...] = (exports.sprout, plans.calendar, plans.days)  # they name the account
POOR: tuple[Source, ...] = (plans.bare_days, plans.undated)  # beside the networks' own records only


class World(NamedTuple):
    """What is read, and what really was."""

    blog: Path
    sources: tuple[Told, ...]
    truth: Truth


def make_world(path: Path, seed: int, posts: int = 12) -> World:
    """The world of this number, its files below `path`."""
    chance = random.Random(seed)
    truth = make_truth(chance, posts)
    blog = BLOGS[seed % len(BLOGS)](path, truth.articles)
    sources = list(_sources(path, chance, truth.sent))
    chance.shuffle(sources)
    return World(blog, tuple(sources), truth)


def _sources(path: Path, chance: random.Random, sent: Sequence[Sent]) -> Iterator[Told]:
    """Some of the sources there may be."""
    networks = sorted({one.network for one in sent})
    accounts = sorted({one.account for one in sent})
    is_recorded = chance.random() < 0.8
    for network in networks:
        own = [one for one in sent if one.network == network]
        if is_recorded:
            for record in chance.sample(RECORDS[network], chance.randint(1, len(RECORDS[network]))):
                yield from (_of_account(record, path, own, account) for account in accounts if network == "x")
                if network != "x":
                    yield record(path, own)
        if len(accounts) == 1 and chance.random() < 0.4:
            yield chance.choice(ONE_NETWORK)(path, _part(own, chance))
    more = chance.sample(ALL_NETWORKS, chance.randint(1, 2))
    if is_recorded and len(accounts) == 1:
        more += chance.sample((*POOR, plans.metricool), 1)
    for source in more:
        known = plans.METRICOOL if source is plans.metricool else networks
        if part := _part([one for one in sent if one.network in known], chance):
            yield source(path, part)


def _of_account(record: Source, path: Path, sent: Sequence[Sent], account: str) -> Told:
    return record(path, [one for one in sent if one.account == account])


def _part(sent: Sequence[Sent], chance: random.Random) -> list[Sent]:
    """Some or all, in their order."""
    share = chance.choice((0.5, 0.8, 1.0))
    return [one for one in sent if chance.random() < share] or list(sent[:1])


def count_world(world: World) -> Count:
    """What reading and pairing made of a world."""
    feed = read_feed(world.blog, whole_blog=False, site="https://journal.thistleandoak.example")
    updates = read_updates([source.path for source in world.sources], timezone=world.truth.zone)
    return count(world.truth, world.sources, updates.items, pair_updates(feed.posts, updates))
