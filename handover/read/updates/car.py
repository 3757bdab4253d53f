"""A Bluesky repository (.car): every record of an account in one file.

CARv1 is a list of blocks of DAG-CBOR. The root is the commit; it points to a search tree whose nodes hold
entries `{p, k, v, t}`: `k` is the end of a key whose first `p` bytes are those of the key before. Blocks the
tree does not reach are old versions and are not read.

Source: atproto.com/specs/repository.
"""

from collections.abc import Iterator
from typing import Any

from handover.errors import ParseError
from handover.model import Said
from handover.read.source import Source

MAX_RECORDS = 5_000_000  # an account has some ten thousand


def is_car(head: bytes) -> bool:
    """Whether a file begins as a CAR: a length, then a map with `roots` and `version`."""
    start = head[:200]
    return start[1:2] in (b"\xa2", b"\x01") and b"eroots" in start and b"gversion" in start


def records_of_car(source: Source) -> Iterator[tuple[str, Any]]:
    """Every post and repost as (at:// address, record). Raises ParseError when it is broken."""
    try:
        import libipld  # optional, and slow to load
    except ImportError as error:
        raise ParseError(
            Said(
                "{place} is a Bluesky repository, which needs one more package to be read.",
                place=source.location,
            ),
            location=source.location,
            hint=Said('Install it with: pip install "content-handover[car]"; or save the posts as JSON.'),
        ) from error
    try:
        header, blocks = libipld.decode_car(source.read())
        commit = blocks[header["roots"][0]]
        owner = str(commit["did"])
        for number, (key, value) in enumerate(_walk(blocks, commit["data"])):
            if number >= MAX_RECORDS:
                raise too_many(source.location)
            if key.startswith(("app.bsky.feed.post/", "app.bsky.feed.repost/")):
                yield f"at://{owner}/{key}", blocks.get(value)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise ParseError(
            Said("{place} is damaged or cut short ({error}).", place=source.location, error=str(error)),
            location=source.location,
            hint=Said("Download the repository again."),
        ) from error


def too_many(location: str) -> ParseError:
    return ParseError(
        Said("{place} holds more than {n} records: no account does.", place=location, n=MAX_RECORDS),
        location=location,
        hint=Said("Download the repository again."),
    )


def _walk(blocks: dict[bytes, Any], root: bytes) -> Iterator[tuple[str, bytes]]:
    """Keys and values of the tree, in order. A node is entered once, so that a circle ends."""
    seen: set[bytes] = set()
    waiting: list[tuple[bytes, str | bytes]] = [(root, b"")]
    while waiting:
        node_id, kind = waiting.pop()
        if kind:
            yield str(kind), node_id
            continue
        if node_id in seen:
            continue
        seen.add(node_id)
        node = blocks[node_id]
        steps: list[tuple[bytes, str | bytes]] = [(node["l"], b"")] if node.get("l") else []
        key = b""
        for entry in node["e"]:
            key = key[: entry["p"]] + entry["k"]
            steps.append((entry["v"], key.decode("utf-8", "replace")))
            if entry.get("t"):
                steps.append((entry["t"], b""))
        waiting += reversed(steps)
