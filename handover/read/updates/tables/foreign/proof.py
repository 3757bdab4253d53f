"""What speaks for and against a table, and what that amounts to."""

from handover.later import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for and against a table."""

    # Of SIGNS, as far as the cells bear them out, and:
    # "words", "wordless"  whether a column holds the words of updates
    # "weak", "copy", "sent"  its header is of `trade.WEAK`, COPY, SENT
    # "alone"    no network is named; "bare": nor is there any other sign of updates
    # "many"     a column about somebody names somebody else in each row; "crowd", "authors" in many rows
    # "emails", "phones"  of many people, not of a few who work together
    # "handles"  a column about somebody, or of a network, that names accounts
    # "aside"    words nobody would note beside an update stand under a header nobody knows
    # "messenger"  a column names where people talk in private
    # "posts"    addresses or figures of posts stand beside; "quoted": of posts of many accounts
    signs: frozenset[str]
    word: str = ""  # the header of its words, where that is one of the alias table: never somebody's
    network: bool = False  # it says on which network
    dated: bool = False
    planned: int = 0  # signs of a plan of updates
    shown: int = 0  # signs of posts on networks, whosever they are
    beside: int = 0  # signs that updates show, and other things too

    @property
    def is_proved(self) -> bool:
        """Whether it shows that it holds updates beyond what its word for the text says."""
        social = self.planned + self.shown
        if self.signs & {"hours", "ledger"} and not social:  # what was done or paid for them
            return False
        if self.network:
            return self.dated or social > 0 or self.beside > 1 or "copy" in self.signs
        return social > 1 or (social > 0 and (self.dated or self.beside > 0))

    @property
    def is_doubtful(self) -> bool:
        """Whether its word for the text, and a network perhaps, is all that speaks for updates, and a column
        nobody knows beside it speaks against: a log of calls has a text and a channel, too.
        """
        return self.signs >= {"weak", "aside"} and not (self.planned or self.shown or self.beside)

    @property
    def is_plain(self) -> bool:
        """Whether it is so plainly a plan of updates that a column about people means nothing."""
        clear = self.signs >= {"words"} and "weak" not in self.signs
        return self.network and self.dated and (clear or self.planned > 1)
