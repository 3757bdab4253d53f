"""The process of the command line ends at once, and what Python does at its end has been done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handover import __main__ as process

SAMPLES = Path(__file__).parent.parent / "sample_data"
# Whoever is told that the objects are taken apart has met Python's own end.
TOLD = """
import atexit, logging, sys, threading, time
class Kept:
    def __del__(self):
        print("taken apart", flush=True)
kept = Kept()
logging.basicConfig(stream=sys.stdout)
atexit.register(print, "last words")
from handover import __main__ as process
"""
SLOWLY = "process._is_alone = lambda above: False\n"
QUICK, SLOW = "last words\n", "last words\ntaken apart\n"


def python(code: str, *words: str, flags: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *flags, "-c", code, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""},
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["formats"], 0),  # printed by rich, too
        (["check", str(SAMPLES / "feed.xml"), str(SAMPLES / "updates.xlsx"), "--json"], 1),
        (["check", "--no-such-option"], 2),
        (["check", "nowhere.xml", "nothing.csv"], 2),
        (["init", "/dev/null/no"], 4),
    ],
)
def test_says_and_leaves_as_python_does(words: list[str], code: int) -> None:
    quick, slow = (python(f"{TOLD}{way}process.run()", *words) for way in ("", SLOWLY))
    assert quick.stdout.endswith(QUICK) and slow.stdout == quick.stdout.removesuffix(QUICK) + SLOW
    assert (quick.returncode, quick.stderr) == (slow.returncode, slow.stderr)
    assert quick.returncode == code


def test_who_presses_ctrl_c_is_told(tmp_path: Path) -> None:
    stop = (
        "from handover import cli\ndef stopped(*_, **__): raise KeyboardInterrupt\ncli.cli.main = stopped\n"
    )
    done = python(f"{TOLD}{stop}process.run()")
    assert (done.returncode, done.stdout) == (130, QUICK)
    assert done.stderr == "Stopped. Nothing was written.\n"


def test_a_reader_that_has_gone_hears_nothing_more() -> None:
    codes = []
    for way in ("", SLOWLY):
        gone, ours = os.pipe()
        os.close(gone)
        code = f"from handover import __main__ as process\n{way}process.run()"
        done = subprocess.run(
            [sys.executable, "-c", code, "--help"],
            stdout=ours,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(ours)
        assert done.stderr == b""
        codes.append(done.returncode)
    assert codes[0] == codes[1]


def test_what_cannot_be_written_at_the_end_is_told_by_python() -> None:
    full = "class Full:\n    def flush(self): raise OSError('full')\n    write = len\n"
    done = python(f"{TOLD}{full}sys.stdout = Full()\nprocess.run()", "--version")
    assert done.returncode == 120 and "full" in done.stderr


@pytest.mark.parametrize(
    ("code", "flags"),
    [
        ("def go(): process.run()\ntry: go()\nexcept SystemExit: print('goes on')", ()),
        ("threading.Thread(target=time.sleep, args=(0.5,)).start()\nprocess.run()", ()),
        ("import cProfile\ncProfile.run('process.run()')", ()),
        ("process.run()", ("-X", "dev")),
        ("process.run()", ("-i",)),
    ],
)
def test_who_waits_for_us_is_not_cut_off(code: str, flags: tuple[str, ...]) -> None:
    done = python(TOLD + code, "--version", flags=flags)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(SLOW)
    assert ("goes on" in code) == ("goes on" in done.stdout)
    assert ("cProfile" in code) == ("function calls" in done.stdout)


def test_a_test_waits_for_us() -> None:
    assert not process._is_alone(sys._getframe())


def test_python_m_and_a_script_are_alone(tmp_path: Path) -> None:
    script = tmp_path / "handover-script"
    script.write_text(f"{TOLD}process.run()\n", "utf-8")
    (tmp_path / "asked").mkdir()
    (tmp_path / "asked" / "__main__.py").write_text(f"{TOLD}process.run()\n", "utf-8")
    here = str(Path(process.__file__).parent.parent)
    for started in ([str(script)], ["-m", "asked"], [str(tmp_path / "asked")]):
        done = subprocess.run(
            [sys.executable, *started, "--version"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": here},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.endswith("last words\n") and "taken apart" not in done.stdout


def test_only_the_process_of_the_command_line_looks_for_cycles_more_seldom() -> None:
    told = "import gc\nbefore = gc.get_threshold()\n"
    asked = "try: {}\nexcept SystemExit: print(gc.get_threshold() == before)"
    for act, same in (("main(['--version'])", True), ("main()", True), ("run()", False)):
        code = f"{told}from handover.cli import main; from handover.__main__ import run\n"
        done = python(f"{code}def go(): {act}\n{asked.format('go()')}", "--version")
        assert done.stdout.splitlines()[-1] == str(same)
