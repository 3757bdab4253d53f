"""Passwords and keys in what was written for the public: said, and never changed."""

from collections.abc import Iterable, Sequence
from itertools import islice

from handover.model import Notice, Post, Said, Update
from handover.model.places import where
from handover.secrets import surely_secret

NAMED = 25  # so many are named one by one; of more, the number

_HINT = Said("Read it before you send anything. Nothing was changed in it.")


def secret_notices(posts: Iterable[Post], updates: Iterable[Update]) -> tuple[Notice, ...]:
    """A notice for each text that surely holds a password or key; the secret itself is never repeated."""
    found = [_of_update(update) for update in updates if surely_secret(update.text)]
    found += [
        _of_post(post) for post in posts if any(map(surely_secret, (post.title, post.summary, post.text)))
    ]
    return tuple(_bounded(found))


def _of_update(update: Update) -> Notice:
    text = Said("An update seems to give away a password or a key.")
    return Notice(text=text, hint=_HINT, where=where(update))


def _of_post(post: Post) -> Notice:
    text = Said("A post seems to give away a password or a key.")
    return Notice(text=text, hint=_HINT, where=post.permalink or post.id)


def _bounded(found: Sequence[Notice]) -> Iterable[Notice]:
    yield from islice(found, NAMED)
    more = len(found) - NAMED
    if more > 0:
        text = Said(
            "{n} more text seems to give away a password or a key.",
            many="{n} more texts seem to give away a password or a key.",
            n=more,
        )
        yield Notice(text=text, hint=_HINT)
