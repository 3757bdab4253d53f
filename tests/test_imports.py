"""The house's own rule: arrows point down."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "handover"
GROUND = {
    "model",
    "errors",
    "urls",
    "networks",
    "columns",
    "options",
    "text",
    "languages",
    "secrets",
    "later",
}
STAGES = {"read", "pair", "check", "drafts", "plan", "write", "details"}
MAY_IMPORT = {
    **dict.fromkeys(GROUND, GROUND),
    **{stage: GROUND | {stage} for stage in STAGES},
    "starters": GROUND | STAGES,
    "build": GROUND | STAGES,
    "batch": GROUND | {"details", "build"},
    "app": GROUND | {"details", "read", "write", "terminal", "build"},
    "asking": GROUND | {"details", "read", "write"},
    "flags": GROUND,
    "report": GROUND,
    "terminal": GROUND | {"details", "write"},
    "cli": GROUND
    | {
        "details",
        "read",
        "write",
        "flags",
        "terminal",
        "asking",
        "starters",
        "build",
        "batch",
        "app",
        "report",
    }
    | {"handover"},
    "__main__": {"cli"},
    "__init__": GROUND | STAGES | {"build", "batch"},
}
SLOW = (
    "openpyxl",
    "docxtpl",
    "lxml",
    "babel",
    "requests",
    "feedparser",
    "icalendar",
    "selectolax",
    "rapidfuzz",
    "PIL",
    "starlette",
    "uvicorn",
    "tomlkit",
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The parts of the package that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "handover"}
    ours = {
        name.split(".")[1] if "." in name else "handover"
        for name in found
        if name.split(".")[0] == "handover"
    }
    return ours - {"__version__"} - ({"handover"} if len(ours) > 1 else set())


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_the_table_allows(path: Path) -> None:
    part = part_of(path)
    assert part in MAY_IMPORT, f"{part} is not in the table of the house"
    assert imports(path) - {part} <= MAY_IMPORT[part]


def test_the_ground_floor_has_no_circle() -> None:
    arrows = {part: set() for part in GROUND}
    for path in modules():
        if part_of(path) in GROUND:
            arrows[part_of(path)] |= imports(path) & GROUND - {part_of(path)}
    while arrows:
        free = {part for part, to in arrows.items() if not to & arrows.keys()}
        assert free, f"a circle among {sorted(arrows)}"
        arrows = {part: to for part, to in arrows.items() if part not in free}


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_only_the_command_line_prints(path: Path) -> None:
    calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
    prints = [n.lineno for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]
    assert path.name == "cli.py" or not prints


def test_importing_the_package_loads_no_slow_library() -> None:
    code = f"import sys, handover.cli; print([m for m in {SLOW!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# What a job has no use for; each loads others of its kind.
NO_USE = (
    "docx",
    "docxtpl",
    "feedparser",
    "icalendar",
    "requests",
    "xlrd",
    "selectolax",
    "rapidfuzz",
    "statistics",
    "PIL.ImageOps",
    "email.utils",
    "tomlkit",
    "starlette",
    *("handover.read.updates." + name for name in ("x_archive", "facebook", "mastodon", "schedulers.buffer")),
    "handover.read.updates.linkedin_page",
    "handover.read.updates.json_lists",
    "handover.write.html",
    "handover.write.ics",
    "handover.write.eml",
    "handover.write.pdf",
    "handover.write.next_tool",
    "handover.read.web",
    "handover.read.feeds.wordpress",
    "handover.read.feeds.loose",
    "handover.read.feeds.lists",
    "handover.read.sameness.groups",
    "handover.read.updates.json_items",
    "handover.read.updates.workbook.edited",
    "handover.read.updates.workbook.memory",
    "handover.details.slips",
    "python_calamine",
)


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_feed_and_a_sheet_load_only_what_they_need(command: str, ending: str, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(
        "Date,Network,Text,Link\n2026-03-02,LinkedIn,Why our Oolong is late,https://ternandtide.example/a/\n",
        "utf-8",
    )
    sample = PACKAGE.parent / "sample_data"
    sheet = tmp_path / "plan.csv" if ending == "csv" else sample / "updates.xlsx"
    words = [command, str(sample / "feed.xml"), str(sheet), "--timezone", "UTC", "--quiet"]
    words += ["--out-dir", str(tmp_path / "out")] if command == "build" else []
    # Workbooks are read and written without openpyxl; what is only looked at needs nothing that makes
    # documents either, and a sheet of text nothing that reads workbooks.
    unused = [*NO_USE, "openpyxl", *(["handover.write.docx"] if command == "check" else [])]
    if (command, ending) == ("check", "csv"):
        unused += ["lxml", "xml.etree.ElementTree", "handover.read.updates.tables.files.xlsx"]
    code = (
        "import sys; from handover.cli import main\n"
        f"sys.argv = ['handover', *{words!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {unused!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
