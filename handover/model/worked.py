"""What worked best of the updates that figures are known of: counts, never causes."""

from typing import Literal

from handover.later import dataclass
from handover.model.types import Post, Update

# What a text is like: short (no longer than half of them), with a tag, an emoji, a question; where its
# link is.
Trait = Literal["short", "hashtag", "emoji", "question", "link_at_end", "link_inside", "no_link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """An update that brought more than its account usually had that year."""

    update: Update
    value: float
    usual: float  # the median of its account's updates of that year

    @property
    def times(self) -> float:
        """How many times the usual, where the usual is counted as one at least."""
        return self.value / max(self.usual, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BestPost:
    """A post whose updates brought more than usual."""

    post: Post
    updates: int  # of this network, with the figure
    times: float  # the median of theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A weekday (0 = Monday) or an hour of the day, in the zone of the client's files."""

    at: int
    updates: int  # posted then
    times: float  # the median of theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the best have a trait, and how many of the others."""

    trait: Trait
    best: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What worked best on one network, by one measure."""

    network: str
    measure: str  # a key of `Update.figures`
    having: int  # updates with this figure
    of: int  # updates of the network
    best: tuple[Best, ...] = ()
    posts: tuple[BestPost, ...] = ()
    timed: int = 0  # of those with the figure: posted at a known hour
    weekday: Moment | None = None
    hour: Moment | None = None
    top: int = 0  # how many are the best that `shares` compares with the others
    shares: tuple[Share, ...] = ()
