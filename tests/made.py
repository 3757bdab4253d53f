"""Handovers made for tests: an invented client, any size, the same every time.

make_handover()                          12 posts with 3 updates each, one of them short
make_handover(posts=1000, per_post=3)    a long blog
make_handover(rich=True)                 every section of the details filled
make_handover(language="de")             any field of Handover by name
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from handover.model import (
    Account,
    Ask,
    Client,
    Contact,
    Dates,
    Details,
    Evidence,
    Feed,
    File,
    Handover,
    Invoice,
    Me,
    Notice,
    OpenItem,
    Origin,
    Pair,
    Pairing,
    Post,
    Runway,
    Section,
    Shortfall,
    Skipped,
    Slot,
    SourceCount,
    Tool,
    Unpaired,
    Update,
    Updates,
    Verdict,
)
from handover.model.worked import Best, BestPost, Moment, Share, Worked

TODAY = dt.date(2026, 11, 20)
LAST_DAY = dt.date(2026, 12, 18)
BLOG = "https://tidewell.example"
NETWORKS = ("linkedin", "facebook", "x", "instagram", "bluesky")

# title, summary, category, three texts
ARTICLES = (
    (
        "Ten plants that forgive a week away",
        (
            "Holidays and houseplants can live together. These ten keep their looks through seven dry days, "
            "and we say for each where it wants to stand and what to do on the morning you leave. "
            "Print the list and tape it to the watering can."
        ),
        "Houseplants",
        (
            "Going away for a week? These ten plants will not hold it against you.",
            (
                "The snake plant is famous for its patience. Number four on our list is tougher still, "
                "and it flowers. Which of the ten do you have at home?"
            ),
            "Holiday plan: water on the morning you leave, move the pots a step back from the window, go.",
        ),
    ),
    (
        "How we planned a roof terrace for wind",
        (
            "A terrace on the ninth floor taught us to plan for wind before colour. We chose low, heavy "
            "planters, grasses that move and a screen that lets a third of the air through. "
            "Two winters on, nothing has moved."
        ),
        "Projects",
        (
            "Wind first, colour second: how a ninth-floor terrace became a garden.",
            (
                "A solid screen makes the wind worse. One that lets a third through calms it. "
                "Here is the terrace where we learnt it."
            ),
            "Two winters, zero toppled pots. The plan behind our favourite roof terrace, step by step.",
        ),
    ),
    (
        "Peat-free compost, tested for a year",
        (
            "We grew the same tomatoes in six peat-free composts and wrote down every watering. "
            "The cheapest came second. "
            "Wood fibre dries from the top, so trust your finger and not a calendar."
        ),
        "Soil",
        (
            "Six composts, one summer, 72 tomato plants. The results surprised us.",
            "Peat-free dries from the top & stays wet below. Trust your finger, not the surface.",
            "The cheapest bag came second. We tested peat-free compost for a year so that you need not.",
        ),
    ),
    (
        "What to plant under an old apple tree",
        (
            "Dry shade and shallow roots make this the hardest square metre of many gardens. "
            "Cyclamen, barrenwort and wood melick settle in if you plant them small and in autumn."
        ),
        "Borders",
        (
            "Under the apple tree nothing grows? These three do.",
            "Plant small, plant in autumn, and water for the first year. Dry shade solved.",
            "“But nothing grows there!” We hear it weekly. Our three answers for dry shade:",
        ),
    ),
    (
        "A calendar for lazy gardeners",
        (
            "Four afternoons a year keep a small garden in order. We list what to do on each, "
            "what you can leave without a bad conscience, and what gets better when you do nothing at all."
        ),
        "Seasons",
        (
            "Four afternoons a year. That is the whole plan.",
            "Leave the seed heads, leave the leaves under the hedge, leave the shears alone until March.",
            "The lazy gardener’s calendar is here, and it fits on one page.",
        ),
    ),
    (
        "Three small trees for small gardens",
        (
            "A tree belongs in every garden, even in twenty square metres. "
            "Amelanchier, Judas tree and a multi-stem crab apple stay below five metres "
            "and earn their place in every month."
        ),
        "Trees",
        (
            "Yes, your garden is big enough for a tree. Here are three.",
            "Blossom in April, berries in July, fire in October: the one tree we plant most.",
            "Below five metres, above all expectations. Three small trees worth the space.",
        ),
    ),
)


def make_handover(
    posts: int = 12, per_post: int = 3, *, rich: bool = False, short: bool = True, **overrides: Any
) -> Handover:
    """A handover of `posts` posts with `per_post` updates each.

    `short`: every twelfth post (the eighth, the twentieth ...) has two updates fewer, and drafts.
    `rich` fills all of the details; `overrides` replace fields of the Handover.
    """
    articles = tuple(make_post(i, posts) for i in range(posts))
    pairs = tuple(
        Pair(
            post=post,
            update=make_update(i, k, post),
            evidence=Evidence.LINK,
            score=1.0,
            reason="The update links to the post.",
        )
        for i, post in enumerate(articles)
        for k in range(max(0, per_post - 2) if short and i % 12 == 7 else per_post)
    )
    minimum = overrides.get("minimum", 3)
    unpaired = _unpaired(articles) if posts else ()
    updates = (*(p.update for p in pairs), *(u.update for u in unpaired))
    lasting = sum(_verdict(n).lasting == "lasting" for n in range(len(pairs)))
    handover = Handover(
        feed=Feed(
            title="Tidewell Garden Studio",
            link=BLOG + "/blog/",
            language="en-GB",
            posts=articles,
            source=BLOG + "/feed/",
            extent="proved",
            extent_reason=f"The blog states {posts} posts, and {posts} were read.",
        ),
        updates=Updates(
            items=updates, sources=(SourceCount(name="updates.xlsx", format="sheet", count=len(updates)),)
        ),
        pairing=Pairing(posts=articles, pairs=pairs, unpaired=unpaired),
        shortfalls=_shortfalls(articles, pairs, minimum),
        verdicts={p.update.id: _verdict(n) for n, p in enumerate(pairs)},
        runway=Runway(lasting=lasting, ready=lasting, per_week=3, weeks=8),
        plan=_plan(pairs),
        today=TODAY,
        language="en",
        minimum=minimum,
    )
    if rich:
        handover = replace(
            handover, details=make_details(), skipped=SKIPPED, notices=NOTICES, worked=_worked(pairs)
        )
    return replace(handover, **overrides)


def _worked(pairs: tuple[Pair, ...]) -> tuple[Worked, ...]:
    """What worked best on the first network, where there are updates at all."""
    found = [pair for pair in pairs if pair.update.network == NETWORKS[0]][:2]
    if not found:
        return ()
    return (
        Worked(
            network=NETWORKS[0],
            measure="likes",
            having=40,
            of=52,
            best=tuple(Best(update=p.update, value=96 - 31 * n, usual=12) for n, p in enumerate(found)),
            posts=(BestPost(post=found[0].post, updates=2, times=2.5),),
            timed=38,
            weekday=Moment(at=1, updates=9, times=1.6),
            hour=Moment(at=8, updates=7, times=1.75),
            top=10,
            shares=(Share(trait="question", best=7, others=6), Share(trait="emoji", best=3, others=9)),
        ),
    )


def make_post(index: int, total: int = 12) -> Post:
    """The post `index` of `total`; the newest first, nine days or less apart."""
    title, summary, category, _ = ARTICLES[index % len(ARTICLES)]
    round_ = index // len(ARTICLES)
    name = title if not round_ else f"{title}: letter {round_ + 1}"
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
    step = dt.timedelta(minutes=min(9 * 1440, 3650 * 1440 // max(total, 1)))
    return Post(
        id=f"tidewell-{index + 1}",
        title=name,
        permalink=f"{BLOG}/blog/{slug}/",
        published=dt.datetime(2026, 11, 13, 8, 30, tzinfo=dt.UTC) - index * step,
        author="Ida Lindqvist" if index % 3 else "Jonas Okafor",
        summary=summary,
        text=summary,
        categories=(category,),
    )


def make_update(index: int, k: int, post: Post) -> Update:
    """The update `k` of the post `index`."""
    texts = ARTICLES[index % len(ARTICLES)][3]
    network = NETWORKS[(index + k) % len(NETWORKS)]
    number = 7_000_000_000_000_000_000 + index * 100 + k
    address = {
        "linkedin": f"https://www.linkedin.com/feed/update/urn:li:activity:{number}/",
        "facebook": f"https://www.facebook.com/tidewell/posts/{number}",
        "x": f"https://x.com/tidewell/status/{number}",
        "instagram": f"https://www.instagram.com/p/T{number}/",
        "bluesky": f"https://bsky.app/profile/tidewell.example/post/3k{number}",
    }[network]
    assert post.published
    return Update(
        id=f"u{index + 1}-{k + 1}",
        network=network,
        text=texts[k % len(texts)] + ("" if k < len(texts) else f" (again, {k})") + f"\n{post.permalink}",
        posted_at=post.published + dt.timedelta(days=1 + 3 * k, hours=k),
        permalink=address,
        links=(post.permalink,),
        account="tidewell",
        origin=Origin(file="updates.xlsx", sheet="Updates", row=index * 3 + k + 2),
    )


def make_details() -> Details:
    """Details with every section filled."""
    return Details(
        me=Me(
            name="Nora Feldt",
            email="nora@feldt.example",
            website="https://feldt.example",
            brand_colour="#1f6f6b",
        ),
        client=Client(name="Tidewell Garden Studio", contact="Ida", email="ida@tidewell.example"),
        dates=Dates(
            notice=dt.date(2026, 11, 18),
            last_day=LAST_DAY,
            questions_until=dt.date(2027, 1, 15),
            files_kept_until=dt.date(2027, 6, 30),
        ),
        account=(
            Account(
                name="LinkedIn page",
                owner_now="Nora Feldt",
                owner_after="Ida Lindqvist",
                how="Ida is made super admin on 11 December; I leave on 18 December.",
            ),
            Account(
                name="Facebook page and Instagram",
                owner_now="Tidewell (Business portfolio)",
                owner_after="Tidewell",
                how="My partner access ends on 18 December; nothing for you to do.",
                url="https://facebook.com/tidewell",
                role="Full control",
                recovery="office@tidewell.example",
                two_step="Ida's phone",
                apps=("Scheduler", "Photo library"),
                payment="Tidewell's card",
                done_on=dt.date(2026, 11, 17),
                checked_by="Ida",
            ),
        ),
        tool=(
            Tool(name="Scheduler", purpose="Plans updates", who_pays="Tidewell", renews=dt.date(2027, 2, 1)),
            Tool(
                name="Photo library",
                purpose="Licensed pictures",
                who_pays="Nora Feldt",
                renews="ends with me",
            ),
        ),
        open_item=(
            OpenItem(what="Approve the January garden-show update", owner="Ida", due=dt.date(2026, 12, 4)),
            OpenItem(what="Send the autumn project pictures", owner="Jonas", due="before the new year"),
        ),
        contact=(
            Contact(
                name="Amara Diallo",
                role="Photographer",
                email="amara@diallo.example",
                about="All project pictures",
            ),
            Contact(
                name="Piet de Wit",
                role="Printer",
                email="piet@dewit.example",
                about="Calendar, every November",
            ),
        ),
        section=(
            Section(
                title="Questions of every week", text="Do you ship?\n\nYes: https://tidewell.example/ship"
            ),
        ),
        file=(
            File(name="Brand kit", where="drive.example/tidewell", what="Logo, colours, fonts"),
            File(name="Originals", where="the grey drive in the office"),
        ),
        highlights=(
            "The roof-terrace story brought 41 enquiries in its first month.",
            "Your compost test was quoted by two gardening magazines.",
        ),
        recommendations=(
            "Keep Tuesday mornings for LinkedIn: that is when your planners read.",
            "Repeat the lazy gardener’s calendar in the first week of each season.",
        ),
        voice=(
            "Warm, exact, a little dry. Short sentences.",
            "Plants by their common name first, the botanical one in brackets.",
            "No exclamation marks in headlines.",
        ),
        invoice=Invoice(
            number="2026-31", amount="€ 1,240.00", due=dt.date(2027, 1, 8), note="The last one: December."
        ),
        ask=Ask(
            testimonial="https://feldt.example/kind-words",
            referral="A studio like yours who wants a calm feed.",
        ),
    )


SKIPPED = (
    Skipped(location="updates.xlsx › Updates", line=41, reason="The row has neither a text nor a link."),
    Skipped(location="updates.xlsx › Updates", line=57, reason="The date “32.13.2025” is no date."),
)
NOTICES = (
    Notice(
        text="Dates in updates.xlsx were read as day first.", hint="Check one you know.", where="updates.xlsx"
    ),
)


def _shortfalls(posts: tuple[Post, ...], pairs: tuple[Pair, ...], minimum: int) -> tuple[Shortfall, ...]:
    found = dict.fromkeys((post.id for post in posts), 0)
    for pair in pairs:
        found[pair.post.id] += 1
    return tuple(
        Shortfall(
            post=post,
            wanted=minimum,
            found=found[post.id],
            missing=minimum - found[post.id],
            drafts=tuple(_draft(post, k) for k in range(minimum - found[post.id])),
        )
        for post in posts
        if found[post.id] < minimum
    )


def _draft(post: Post, k: int) -> Update:
    opening = (
        f"{post.title}: worth a read.",
        post.summary.split(". ")[0] + ".",
        f"From the blog: {post.title}.",
    )[k % 3]
    return Update(
        id=f"draft-{post.id}-{k}",
        network=NETWORKS[k % len(NETWORKS)],
        text=f"{opening}\n{post.permalink}",
        links=(post.permalink,),
        state="draft",
    )


def _verdict(n: int) -> Verdict:
    if n % 5 == 3:
        return Verdict(lasting="dated", reason="It names a day: “this Friday”.")
    if n % 11 == 5:
        return Verdict(lasting="seasonal", reason="It speaks of spring.")
    return Verdict(lasting="lasting", reason="Nothing in it grows old.")


def _plan(pairs: tuple[Pair, ...]) -> tuple[Slot, ...]:
    lasting = [p for n, p in enumerate(pairs) if _verdict(n).lasting == "lasting"][:24]
    first = dt.date(2026, 12, 21)
    return tuple(
        Slot(
            date=first + dt.timedelta(days=7 * (n // 3) + (0, 2, 3)[n % 3]),
            network=pair.update.network,
            post=pair.post,
            update=pair.update,
        )
        for n, pair in enumerate(lasting)
    )


def _unpaired(posts: tuple[Post, ...]) -> tuple[Unpaired, ...]:
    alone = (
        Update(
            id="alone-1",
            network="facebook",
            text="We are closed on Monday. See you on Tuesday!",
            posted_at=dt.datetime(2026, 8, 30, 9, 0, tzinfo=dt.UTC),
            permalink="https://www.facebook.com/tidewell/posts/1",
            origin=Origin(file="updates.xlsx", sheet="Updates", row=70),
        ),
        Update(
            id="alone-2",
            network="x",
            text="New on the blog: something green.",
            posted_at=dt.datetime(2026, 9, 2, 9, 0, tzinfo=dt.UTC),
            origin=Origin(file="updates.xlsx", sheet="Updates", row=71),
        ),
    )
    return (
        Unpaired(update=alone[0], reason="It links to no post."),
        Unpaired(
            update=alone[1],
            reason="It links to no post, and no title is close enough.",
            suggestions=((posts[0], 0.42),),
        ),
    )
