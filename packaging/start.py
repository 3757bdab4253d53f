"""What the icon starts: the page; or, with files or a folder dropped on it, their build."""

import multiprocessing
import sys

from platformdirs import user_documents_path

from handover.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # `handover batch` starts processes of its own
    main(sys.argv[1:] or ["app", str(user_documents_path() / "Handover")])
