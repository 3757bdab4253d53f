"""What all tests share."""

import os

from hypothesis import settings

# On a build server the same cases each time: a new find must not turn an unrelated change red. New cases
# are tried on every other machine, and by `python -m tests.fuzz`.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")
