"""Blogs without a usable feed: lists of addresses and titles, and folders of texts."""
