"""Passwords and keys in what was written for the public: what surely holds one is kept from the client.

The manager is told of each, and hers is the last word: what she calls an original in the working copy goes
to the client, and what she calls held back does not, whatever stands in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from handover.model import Notice, Pairing, Post, Said, Update, Updates
from handover.model.places import where
from handover.secrets import MAYBE, SURELY, Told, surely_secret, tells_secret

NAMED = 25  # so many are named one by one; of more, the number

# In `Update.told`: the manager's word whether the client gets it, and that we held it back unasked.
CLIENT, HELD = "client", "held"

_UPDATE = Said("An update seems to give away a password or a key.")
_LET_PASS = Said(
    "It is held back from the client's files. Take the password out of it, or, if it is none, choose "
    "“{original}” for it under Kind in the working copy and build with that.",
    original=Said("original"),
)
_HOLD_BACK = Said(
    "It stands in the client's files. To keep it from them, choose “{withheld}” for it under Kind in the "
    "working copy and build with that.",
    withheld=Said("held back"),
)
_NOT_HERS = Said("It is in none of the client's files.")
_HINT = Said("Read it before you send anything. Nothing was changed in it.")


def told_secrets(updates: Iterable[Update]) -> dict[str, Told]:
    """By their ids, the updates that hold a password or key, surely or maybe."""
    found = ((update.id, max(map(tells_secret, _texts(update)))) for update in updates)
    return {id_: told for id_, told in found if told}


def _texts(update: Update) -> Iterator[str]:
    yield update.text
    yield from (one.alt for one in update.media if one.alt)


def held_back(updates: Updates, pairing: Pairing, secrets: Mapping[str, Told]) -> tuple[Updates, Pairing]:
    """The same with what the client must not get marked: what surely holds a secret, and what the manager
    wants to keep."""
    held = {one.id: kept for one in updates.items if (kept := _kept(one, secrets.get(one.id))) is not one}
    if not held:
        return updates, pairing
    return (
        replace(updates, items=tuple(held.get(one.id, one) for one in updates.items)),
        replace(
            pairing,
            pairs=tuple(
                replace(pair, update=held[pair.update.id]) if pair.update.id in held else pair
                for pair in pairing.pairs
            ),
            unpaired=tuple(
                replace(one, update=held[one.update.id]) if one.update.id in held else one
                for one in pairing.unpaired
            ),
        ),
    )


def _kept(update: Update, secret: Told | None) -> Update:
    word = update.told.get(CLIENT)
    if update.kind != "original" or word == "yes":
        return update
    if word == "no":
        return replace(update, kind="withheld")
    return replace(update, kind="withheld", told={**update.told, HELD: 1}) if secret == SURELY else update


def secret_notices(
    posts: Iterable[Post], updates: Iterable[Update], secrets: Mapping[str, Told]
) -> tuple[Notice, ...]:
    """A notice for each text that holds a password or key, or may; the secret itself is never repeated.

    None for what the manager has decided. A post is public already and in the client's own hands: only what
    is surely a secret is told of it.
    """
    told = [one for one in updates if one.id in secrets and CLIENT not in one.told]
    found = [_of_update(one) for one in told if secrets[one.id] == SURELY]
    found += [
        _of_post(post) for post in posts if any(map(surely_secret, (post.title, post.summary, post.text)))
    ]
    found += [_maybe(one) for one in told if secrets[one.id] == MAYBE and one.kind == "original"]
    return tuple(_bounded(found))


def _of_update(update: Update) -> Notice:
    hint = _LET_PASS if update.kind == "withheld" else _NOT_HERS
    return Notice(text=_UPDATE, hint=hint, where=where(update))


def _maybe(update: Update) -> Notice:
    return Notice(
        text=Said("An update may give away a password or a key."), hint=_HOLD_BACK, where=where(update)
    )


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
