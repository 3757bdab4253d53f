"""An address, or hashtags, in a row of their own, below the text they belong to."""

from collections.abc import Sequence
from itertools import islice, takewhile

from handover.later import pattern
from handover.networks.own import is_post_address, network_at
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.rows.cell_words import flag
from handover.read.updates.tables.rows.cells import addresses, is_one_address, with_hashtags
from handover.read.updates.tables.rows.record import Record


def is_link_below(columns: Columns, number: int, cells: Sequence[Cell], above: Sequence[Record]) -> bool:
    """Whether a row only gives the address of the updates in the row above; then they have it.

    It says nothing else, stands under the words or the links, and the row above has words: a list of
    addresses is none of these.
    """
    filled = [*islice((index for index, cell in enumerate(cells) if text_of(cell)), 2)]  # the second says no
    if len(filled) != 1 or not is_one_address(text_of(cells[filled[0]])):
        return False
    places = {index for words in columns.words for index in (words.column, *words.link, *words.permalink)}
    mine = [one for one in _of_row(number - 1, above) if not is_one_address(one.text)]
    if filled[0] not in places or not mine:
        return False
    for link in addresses(text_of(cells[filled[0]])):
        at = network_at(link)
        for record in mine:
            if is_post_address(link, record.network) and not record.permalink:
                record.permalink = link
            elif at == "other" or all(one.network != at for one in mine):
                record.links = [*record.links, *(() if link in record.links else (link,))]
    return True


def are_tags_below(columns: Columns, number: int, cells: Sequence[Cell], above: Sequence[Record]) -> bool:
    """Whether a row holds nothing but hashtags, below the words of the row above; then these have them."""
    if not (mine := _of_row(number - 1, above)):
        return False
    if not (column := tags_alone(columns, cells)):
        return False
    for record in mine:
        record.text = with_hashtags(record.text, text_of(cells[column - 1]))
    return True


def _of_row(number: int, above: Sequence[Record]) -> list[Record]:
    """The records with words that the row gave: the last ones, for rows are read one after the other."""
    mine = [*takewhile(lambda one: one.row >= number, reversed(above))]
    return [one for one in reversed(mine) if one.row == number and one.text]


def tags_alone(columns: Columns, cells: Sequence[Cell]) -> int:
    """The number, from 1, of the column of words where a row holds hashtags and no more; 0 for any other row.

    A box that is not ticked is FALSE in every row of an export.
    """
    if not any(
        0 <= words.column < len(cells) and text_of(cells[words.column])[:1] == "#" for words in columns.words
    ):
        return 0  # as nearly all rows: what follows looks at every cell
    filled = [
        index for index, cell in enumerate(cells) if (text := text_of(cell)) and flag(text) is not False
    ]
    if len(filled) != 1 or filled[0] not in {words.column for words in columns.words}:
        return 0
    return filled[0] + 1 if all(_TAG.fullmatch(word) for word in text_of(cells[filled[0]]).split()) else 0


_TAG = pattern(r"#\w+[,;.]?")
