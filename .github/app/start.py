"""What the icon starts: the page; or, with files or a folder dropped on it, their build."""

import multiprocessing
import sys

from platformdirs import user_documents_path

from handover.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # `handover batch` starts processes of its own
    dropped = sys.argv[1:]
    try:
        main(dropped or ["app", str(user_documents_path() / "Handover")])
    finally:
        if dropped and sys.platform == "win32" and sys.stdin.isatty():
            input()  # else the window, and the summary in it, would be gone at once
