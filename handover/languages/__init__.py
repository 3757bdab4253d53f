"""What is known of each language, a folder each: its texts (`handover.po`) and its words (`words.toml`)."""

from pathlib import Path

FOLDER = Path(__file__).parent


def translated() -> dict[str, Path]:
    """The `.po` of each language that is spoken besides English, by its BCP 47 tag ("de", "pt-BR")."""
    found = sorted(FOLDER.glob("*/handover.po"))
    return {path.parent.name.replace("_", "-"): path for path in found}
