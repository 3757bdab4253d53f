"""What is made when it is first used, so that a start pays only for what its job needs.

Compiling all patterns of the house took a fifth of a small build, and most of them meet no text in it.
"""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; what it is asked for once it has at hand, so a loop pays nothing."""

    def __init__(self, text: str, flags: int | re.RegexFlag) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._made_of), name)  # `re` keeps what it has compiled
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """`re.compile`, done at the first use: one that is no pattern is found only then (the tests use each)."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
