"""An address in a row of its own, below the text it belongs to."""

from collections.abc import Sequence
from itertools import islice

from handover.networks.own import is_post_address, network_at
from handover.read.updates.tables import Cell
from handover.read.updates.tables.header.columns import Columns, text_of
from handover.read.updates.tables.rows.cells import addresses, is_one_address
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
    mine = [one for one in above if one.row == number - 1 and one.text and not is_one_address(one.text)]
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
