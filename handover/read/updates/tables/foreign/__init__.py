"""Tables that hold no updates of hers: messages, lists of people, what others said, and all other trades.

`verdict` decides by a header and a few rows, in this order:

1. `known`: the tables of known downloads, by their headers.
2. `kinds`: signs that belong together (who writes to whom, who bought, who rated), of `signs`, as far as
   the cells bear them out (`evidence`). What 1 and 2 name is never read, whoever named the file.
3. A table that was only found, in a folder or zip, and whose header for the text other trades have too
   (`trade.WEAK`), must prove to be one of updates.

Nothing that stands in such a table is ever said: only what it is, and how many rows of it there are
(`left_out`).
"""
