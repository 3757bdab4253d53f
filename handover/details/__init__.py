"""What only the user knows of this handover: `handover.toml`, and `me.toml` for what never changes.

Most of a handover is read from the feed and the updates; names, dates, accounts and open items are not.
Every key is optional. What is written is checked: an unknown key, a wrong type and anything that looks
like a password stop the run with the place and the next step. What writes the file (`saving`) is taken by
itself: a build does not need the library that keeps the comments of a TOML file.
"""

from handover.details.dates import check_dates
from handover.details.example import write_example
from handover.details.reading import own_file, read_details
from handover.details.told import carried_out_by, gather, manager_language
from handover.model import DETAILS_FILE as FILE_NAME

__all__ = [
    "FILE_NAME",
    "carried_out_by",
    "check_dates",
    "gather",
    "manager_language",
    "own_file",
    "read_details",
    "write_example",
]
