"""The state of an update, by the columns that tell it."""

from collections.abc import Sequence
from dataclasses import field

from handover.later import dataclass
from handover.model import Quoted, Said, State
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Words, text_of
from handover.read.updates.tables.rows.cell_words import flag, state_of, state_under
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.row_cells import RowCells
from handover.read.updates.tables.when.dates import is_date

_STATE: dict[str, State] = {"published": "published", "scheduled": "scheduled", "draft": "draft"}


@dataclass(slots=True)
class RowStates(RowCells):
    """The state of each update."""

    unknown_states: dict[str, list[int]] = field(default_factory=dict)  # word -> the rows it stands in
    unsaid: int = 0  # rows whose state column is empty
    _assumed: bool = False  # whether the state of the row read last is the format's

    def _state(self, record: Record, cells: Sequence[Cell], words: Words) -> State | None:
        """The state of an update; None, with a word among the skipped, when it must not come out."""
        columns = self.columns
        self._assumed = False
        word = self.first(cells, words.state) if words.state else ""
        told = state_under(word or self._undecided(cells, words)) if words.state else None
        approval = self.first(cells, columns.approval) if columns.approval else ""
        if told == "rejected" or (approval and state_of(approval) == "rejected"):
            places = words.state if told == "rejected" else columns.approval
            header = next((columns.header[i] for i in places if self.cell(cells, i) is not None), "")
            marked = word if told == "rejected" else approval
            told_why = Said("It is marked {word} under {header}.", word=Quoted(marked), header=Quoted(header))
            self.skip(record.row, told_why)
            return None
        if record.permalink:
            return "published"
        return (
            _STATE[told]
            if told
            else self._unsaid(record, cells, word, approval, has_column=bool(words.state))
        )

    @staticmethod
    def _undecided(cells: Sequence[Cell], words: Words) -> str:
        """A word like "TBC" below a header of states, which says something there and nowhere else."""
        return next((text_of(cells[i]) for i in words.state if i < len(cells) and text_of(cells[i])), "")

    def _unsaid(
        self, record: Record, cells: Sequence[Cell], word: str, approval: str, *, has_column: bool
    ) -> State:
        columns = self.columns
        if not (word or approval or has_column or columns.approval or columns.draft or columns.done):
            self._assumed = True
            return self.rules.state
        dated = record.date is not None or any(self.cell(cells, index) is not None for index in columns.date)
        waiting: State = "scheduled" if dated else "draft"
        if any(flag(self.first(cells, (index,))) for index in columns.draft):
            return "draft"
        for index in columns.done:
            done = self.first(cells, (index,))
            if done and flag(done) is None and state_of(done) is None and not is_date(done):
                self.unknown_states.setdefault(done, []).append(record.row)
                return "draft"  # a tick would say that it is out, and this is none
            return "published" if flag(done) or state_of(done) == "published" else waiting
        if word:
            self.unknown_states.setdefault(word, []).append(record.row)
            return "draft"  # nobody said that it was or will be published
        if approval:
            first = approval.replace(",", " ").split()[0]  # "No, too long"
            if flag(first) is False or state_of(approval) == "draft":
                return "draft"
            # Once the day is past, what was approved went out: an approval is no state of its own.
            self._assumed = flag(approval) is True or state_of(approval) is not None
            return waiting
        if columns.approval or has_column:
            self.unsaid += 1
            return waiting
        self._assumed = True
        return self.rules.state
