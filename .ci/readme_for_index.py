"""README.md with its links and pictures whole, for a package index, which shows it far from its files.

    python .ci/readme_for_index.py https://github.com/OWNER/NAME v1.2.3

rewrites README.md in place: for the checkout that a release is built from, and no other.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_ELSEWHERE = r"(?!https?://|mailto:|#)"


def whole(text: str, repository: str, ref: str) -> str:
    """The text with the files it names at their addresses in the repository; code stays as it is."""
    parts = re.split(r"(?ms)(^```.*?^```|`[^`\n]+`)", text)
    for number in range(0, len(parts), 2):
        part = re.sub(rf'src="{_ELSEWHERE}([^"]+)"', rf'src="{repository}/raw/{ref}/\1"', parts[number])
        parts[number] = re.sub(rf"\]\({_ELSEWHERE}([^)\s]+)\)", rf"]({repository}/blob/{ref}/\1)", part)
    return "".join(parts)


if __name__ == "__main__":
    README.write_text(whole(README.read_text("utf-8"), *sys.argv[1:3]), encoding="utf-8", newline="\n")
