"""Makes Bluesky repositories (.car) for the tests: CARv1 of DAG-CBOR blocks, as atproto.com/specs has it."""

import hashlib
import struct
from collections.abc import Mapping
from typing import Any


class Link(bytes):
    """A content id that a record points with."""


def repository(owner: str, records: Mapping[str, Any], stale: tuple[Any, ...] = ()) -> bytes:
    """A repository of `records` (collection/key -> value); `stale` are blocks that nothing points to."""
    blocks: dict[bytes, bytes] = {}

    def put(value: Any) -> Link:
        data = encoded(value)
        name = Link(b"\x01\x71\x12\x20" + hashlib.sha256(data).digest())
        blocks[name] = data
        return name

    for value in stale:
        put(value)
    tree = _tree(sorted(records.items()), put)
    root = put(
        {"did": owner, "version": 3, "rev": "3l3aaaaaaaa22", "prev": None, "data": tree, "sig": b"\0" * 64}
    )
    header = encoded({"roots": [root], "version": 1})
    return _sized(header) + b"".join(_sized(name + data) for name, data in blocks.items())


def _tree(records: list[tuple[str, Any]], put: Any) -> Link:
    """A node with the middle record, a subtree on either side: enough to try `l`, `t` and prefixes."""
    middle = len(records) // 2
    entries, before = [], b""
    for key, value in records[middle : middle + 2]:
        name = key.encode()
        shared = next(
            (i for i, (a, b) in enumerate(zip(before, name, strict=False)) if a != b),
            min(len(before), len(name)),
        )
        entries.append({"p": shared, "k": name[shared:], "v": put(value), "t": None})
        before = name
    if records[middle + 2 :]:
        entries[-1]["t"] = _tree(records[middle + 2 :], put)
    return put({"l": _tree(records[:middle], put) if middle else None, "e": entries})  # type: ignore[no-any-return]


def encoded(value: Any) -> bytes:
    """DAG-CBOR: keys by length, links as tag 42."""
    if value is None:
        return b"\xf6"
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, Link):
        return b"\xd8\x2a" + _head(2, len(value) + 1) + b"\x00" + value
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    if isinstance(value, list | tuple):
        return _head(4, len(value)) + b"".join(map(encoded, value))
    pairs = sorted(((key.encode(), item) for key, item in value.items()), key=lambda p: (len(p[0]), p[0]))
    return _head(5, len(pairs)) + b"".join(_head(3, len(k)) + k + encoded(item) for k, item in pairs)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    for code, kind in ((24, ">B"), (25, ">H"), (26, ">I"), (27, ">Q")):
        if number < 1 << 8 * struct.calcsize(kind):
            return bytes([major << 5 | code]) + struct.pack(kind, number)
    raise ValueError(number)


def _sized(data: bytes) -> bytes:
    """With its length before it, in sevens of bits."""
    number, head = len(data), b""
    while True:
        head += bytes([number & 127 | (128 if number > 127 else 0)])
        number >>= 7
        if not number:
            return head + data
