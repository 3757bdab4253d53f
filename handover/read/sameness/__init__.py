"""Whether what two sources tell is one update or two.

words.py     what a text says, and how two texts may be one
links.py     which page a link leads to
accounts.py  whether two names may be one account's
entry.py     one update as one source has it, with all that is compared
no.py        what keeps two entries apart, however alike their words
pairs.py     which two entries may be one, the surest first
groups.py    entries that are one update
"""
