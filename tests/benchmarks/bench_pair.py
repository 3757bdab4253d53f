"""How fast pairing is, how much memory it takes, and how right it is, beside what one would write first.

    python -m tests.benchmarks.bench_pair [POSTS] [UPDATES]

The data are made: titles of seven words out of 20,000 that are as unevenly used as in a language; updates
with a link to the post, with a short link and its title, with the title alone, chatter, and links elsewhere.
Peers, in the same run: rapidfuzz over all pairs (on a sample, reckoned up) and TF-IDF by scikit-learn (when
it is installed). Peers know neither links nor dates, so they are asked for the posts of titled updates only.
"""

import datetime as dt
import itertools
import random
import resource
import sys
import time
from collections.abc import Callable

from rapidfuzz import fuzz, process

from handover.model import Post, Update
from handover.pair import pair_updates

BLOG = "https://blog.example"
START = dt.datetime(2010, 1, 1, 8, tzinfo=dt.UTC)
YEARS = 15
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on", "us")]
SAMPLE = 200  # updates for the peer that looks at all pairs


def make(posts: int, updates: int) -> tuple[list[Post], list[Update], dict[str, str]]:
    """Posts, updates, and which post each update is about."""
    chance = random.Random(7)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def say(count: int) -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=count))

    step = dt.timedelta(days=365 * YEARS) / posts
    blog = [
        Post(
            id=f"p{n}",
            title=say(chance.randint(5, 9)).capitalize(),
            permalink=f"{BLOG}/{n}/{say(4).replace(' ', '-')}",
            published=START + n * step,
            text=say(80),
        )
        for n in range(posts)
    ]
    told: list[Update] = []
    truth: dict[str, str] = {}
    for n in range(updates):
        post = chance.choice(blog)
        assert post.published is not None
        posted = post.published + dt.timedelta(days=chance.choice((0, 0, 0, 1, 2, 30)), hours=3)
        kind = chance.choices(("link", "short", "title", "chatter", "elsewhere"), (40, 25, 10, 20, 5))[0]
        text = {
            "link": f"{say(14)} {post.permalink}?utm_source=social",
            "short": f"New on the blog: {post.title} https://bit.ly/{n:06x}Q",
            "title": f"{post.title}. {say(3)}",
            "chatter": say(15),
            "elsewhere": f"{say(12)} https://news.example/{n}/{say(2).replace(' ', '-')}",
        }[kind]
        told.append(Update(id=f"u{n}", network="linkedin", text=text, posted_at=posted))
        if kind in ("link", "short", "title"):
            truth[f"u{n}"] = post.id
    return blog, told, truth


def timed(work: Callable[[], dict[str, str]]) -> tuple[float, dict[str, str]]:
    """Seconds of the processor, so that a busy machine changes little; none of the peers waits or forks."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def by_handover(posts: list[Post], updates: list[Update]) -> dict[str, str]:
    return {pair.update.id: pair.post.id for pair in pair_updates(posts, updates).pairs}


def by_rapidfuzz(posts: list[Post], updates: list[Update]) -> dict[str, str]:
    titles = {post.id: post.title.lower() for post in posts}
    found = {}
    for update in updates:
        best = process.extractOne(update.text.lower(), titles, scorer=fuzz.token_set_ratio, score_cutoff=85)
        if best:
            found[update.id] = best[2]
    return found


def by_tfidf(posts: list[Post], updates: list[Update]) -> dict[str, str]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # a peer, not a dependency

    vectors = TfidfVectorizer().fit([post.title for post in posts])
    titles = vectors.transform([post.title for post in posts]).T.tocsr()
    found = {}
    for start in range(0, len(updates), 1_000):
        part = updates[start : start + 1_000]
        likeness = vectors.transform([update.text for update in part]) @ titles
        for update, row in zip(part, likeness, strict=True):
            if row.nnz and row.data.max() >= 0.6:
                found[update.id] = posts[row.indices[row.data.argmax()]].id
    return found


def report(name: str, seconds: float, found: dict[str, str], truth: dict[str, str], base: float) -> None:
    right = sum(truth.get(update) == post for update, post in found.items())
    share = right / max(len(found), 1)
    recall = right / max(len(truth), 1)
    print(f"{name:28} {seconds:9.2f} s  x{seconds / base:7.1f}   P {share:.4f}  R {recall:.4f}")


def main() -> None:
    count, many = map(int, sys.argv[1:3] or ("10000", "100000"))
    posts, updates, truth = make(count, many)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    half, _ = timed(lambda: by_handover(posts, updates[: many // 2]))
    clock = time.perf_counter()
    seconds, found = timed(lambda: by_handover(posts, updates))
    clock = time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{count:,} posts, {many:,} updates")
    print(f"memory: the data {before / 1024:.0f} MB, the peak {peak / 1024:.0f} MB")
    print(
        f"half of the updates: {half:.2f} s; all: {seconds:.2f} s (x{seconds / half:.2f}), "
        f"{clock:.2f} s by the clock"
    )
    report("handover, all evidence", seconds, found, truth, seconds)
    titled = [update for update in updates if f"{BLOG}/" not in update.text]
    named = {update.id: truth[update.id] for update in titled if update.id in truth}
    own, found = timed(lambda: by_handover(posts, titled))
    report("handover, titles alone", own, found, named, own)
    part = titled[:SAMPLE]
    named_part = {update.id: named[update.id] for update in part if update.id in named}
    taken, found = timed(lambda: by_rapidfuzz(posts, part))
    report("rapidfuzz, all pairs *", taken * len(titled) / len(part), found, named_part, own)
    try:
        taken, found = timed(lambda: by_tfidf(posts, titled))
        report("scikit-learn TF-IDF", taken, found, named, own)
    except ImportError:
        print("scikit-learn is not installed: TF-IDF is left out")
    print(f"* reckoned up from {len(part)} updates")


if __name__ == "__main__":
    main()
