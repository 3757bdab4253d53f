"""The files that schedulers import, read backwards: people keep them as the record of what they scheduled.

All say what was to go out, none whether it did: their updates are scheduled, unless they say draft. Their
times are in the account's zone, which no file names.
"""
