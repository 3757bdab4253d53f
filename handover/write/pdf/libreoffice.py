"""LibreOffice, asked for a PDF of a Word document: out of sight, in a profile of its own, within a time."""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from handover.errors import OutputError
from handover.model import Said

SECONDS: Final = 600
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (  # where its installers put it, which is on nobody's PATH
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_TRUE: Final = '{"type":"boolean","value":"true"}'
_EXPORT: Final = (
    "pdf:writer_pdf_Export:{"
    f'"ExportBookmarksToPDFDestination":{_TRUE},'  # each heading's page can be read from the PDF
    f'"UseTaggedPDF":{_TRUE}}}'  # and read aloud
)
# Settings of the profile: a document's macros never run, and nothing it links to is fetched.
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def find_libreoffice() -> str:
    """The program, "" where it is not installed."""
    on_path = next(filter(None, map(shutil.which, _NAMES)), "")
    return on_path or next((place for place in _PLACES if Path(place).is_file()), "")


def to_pdf(document: Path) -> bytes:
    """A Word document as PDF, its bookmarks as named destinations. Takes seconds to minutes.

    Raises OutputError when LibreOffice is missing, fails or takes longer than `SECONDS`.
    """
    program = find_libreoffice()
    with TemporaryDirectory(prefix="handover-pdf-", ignore_cleanup_errors=True) as folder:
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",  # never the user's own
            "--headless",
            "--norestore",
            "--convert-to",
            _EXPORT,
            "--outdir",
            folder,
            str(document),
        ]
        try:
            _run(command)
            return Path(folder, document.stem + ".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise OutputError(
                Said("LibreOffice could not make a PDF of the document."),
                path=str(document.name),
                hint=Said("Nothing was written. Leave “pdf” out of --formats, and --page-numbers off."),
            ) from error


def _run(command: list[str]) -> None:
    """Run to the end, or end it: the program and those it has started, which outlive it otherwise."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(SECONDS)
        except BaseException:
            _end(process)
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "nt":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
