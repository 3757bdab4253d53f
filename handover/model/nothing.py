"""One empty mapping for all: most updates have no figures, and three empty ones take as much as a text."""

from typing import Any, Final, NoReturn


class _Nothing(dict[str, Any]):
    """An empty dict that stays empty."""

    __slots__ = ()

    def _refused(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this mapping is shared, and stays empty")

    __setitem__ = __ior__ = update = setdefault = _refused

    def __reduce__(self) -> str:
        return "NOTHING"  # copied and sent to another process, it is the one there


NOTHING: Final = _Nothing()


def nothing() -> dict[str, Any]:
    """The empty mapping."""
    return NOTHING
