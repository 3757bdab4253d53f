"""Catalogues of the documents' texts, one folder a language: `de/LC_MESSAGES/handover.po` and its `.mo`."""
