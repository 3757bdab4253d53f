"""What all tests share."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.extent import EVERYTHING

# On a build server the same cases each time: a new find must not turn an unrelated change red. New cases
# are tried on every other machine, and by `python -m tests.fuzz`.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)  # a busy machine is no fault
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long tests run where everything is asked for, or where their file is named."""
    named = {Path(arg.partition("::")[0]).resolve() for arg in config.args}
    long = [item for item in items if item.get_closest_marker("long") and item.path not in named]
    if long and not EVERYTHING:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in set(long)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not EVERYTHING and any(Path(arg).is_dir() for arg in config.args):
        terminalreporter.write_line(
            "The long tests (worlds of updates, walks in a browser) were left out, and a quarter of the"
            " examples was tried: HANDOVER_TESTS=all runs everything, as .ci/run does."
        )


@pytest.fixture
def an_ordinary_user(tmp_path: Path) -> Iterator[None]:
    """The test runs as somebody whom a file can be closed to, also where the tests are run by root."""
    if os.name == "nt":
        pytest.skip("Windows closes files to nobody by chmod")
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and Path(tempfile.gettempdir()) in folder.parents:
            folder.chmod(folder.stat().st_mode | 0o011)
    os.chown(tmp_path, nobody, nobody)
    os.seteuid(nobody)
    yield
    os.seteuid(0)
