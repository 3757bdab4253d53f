"""Reading: the blog from its feed or export, the updates from whatever people have."""
