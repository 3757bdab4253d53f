"""What a user would write instead: feedparser, pandas and docxtpl, an afternoon's script.

python -m tests.benchmarks.straightforward FEED UPDATES.csv OUT_DIR

It makes the same three files, with the links alive in both, but less in them: nothing is checked, judged or
planned, and an update that does not name its post's exact address is lost.
"""

import mimetypes
import sys
from email.message import EmailMessage
from pathlib import Path

import feedparser
import pandas as pd
from docx import Document
from docxtpl import DocxTemplate, RichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = {"title": 50, "link": 40, "Link": 40, "Text": 80, "Permalink": 40, "summary": 60}


def template(path: Path) -> None:
    document = Document()
    for line in (
        "{{ blog }}",
        "{%p for post in posts %}",
        "{{ post.title }} ({{ post.date }})",
        "{{r post.link }}",
        "{{ post.summary }}",
        "{%p for update in post.updates %}",
        "{{ update.network }}, {{ update.date }}: {{ update.text }}",
        "{{r update.link }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ):
        document.add_paragraph(line)
    document.save(str(path))


def finish(sheet: Worksheet, columns: list[str]) -> None:
    """What makes a sheet fit to be given away: headers that stay, filters, widths, links to click."""
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 14)
        if name in ("link", "Link", "Permalink"):
            for (cell,) in sheet.iter_rows(min_row=2, min_col=number, max_col=number):
                if cell.value:
                    cell.hyperlink = cell.value
                    cell.style = "Hyperlink"


def send(folder: Path, blog: str, posts: int) -> None:
    mail = EmailMessage()
    mail["Subject"] = f"{blog}: everything in one place"
    mail["X-Unsent"] = "1"
    mail.set_content(f"Thank you for {posts} posts. All of them, with their updates, are attached.")
    for name in ("library.xlsx", "handover.docx"):
        kind, _, sub = str(mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment((folder / name).read_bytes(), maintype=kind, subtype=sub, filename=name)
    (folder / "farewell.eml").write_bytes(bytes(mail))


def main(feed: str, sheet: str, out: str) -> None:
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    parsed = feedparser.parse(Path(feed).read_bytes())
    updates = pd.read_csv(sheet)
    posts = pd.DataFrame(
        [
            {"title": e.title, "link": e.link, "date": e.published, "summary": e.summary}
            for e in parsed.entries
        ]
    )
    merged = updates.merge(posts, left_on="Link", right_on="link", how="left")
    counts = merged.groupby("link").size().rename("Updates")
    for frame, day in ((posts, "date"), (merged, "Date")):
        frame[day] = pd.to_datetime(frame[day], utc=True, format="mixed").dt.tz_localize(None)
    with pd.ExcelWriter(folder / "library.xlsx", engine="openpyxl") as book:
        library = posts.merge(counts, left_on="link", right_index=True, how="left")
        listed = merged.drop(columns=["link", "summary"]).assign(Characters=merged["Text"].str.len())
        short = library[library["Updates"].fillna(0) < 3]
        for name, frame in (("Posts", library), ("Updates", listed), ("Shortfall", short)):
            frame.to_excel(book, sheet_name=name, index=False)
            finish(book.sheets[name], list(frame.columns))
    template(folder / "template.docx")
    document = DocxTemplate(folder / "template.docx")

    def linked(address: str) -> RichText:
        text = RichText()
        text.add("View", url_id=document.build_url_id(address))
        return text

    groups = {str(link): rows for link, rows in merged.groupby("link")}
    nothing = merged.iloc[:0]
    context = [
        {
            "title": post.title,
            "date": post.date,
            "summary": post.summary,
            "link": linked(post.link),
            "updates": [
                {"network": row.Network, "date": row.Date, "text": row.Text, "link": linked(row.Permalink)}
                for row in groups.get(post.link, nothing).itertuples()
            ],
        }
        for post in posts.itertuples()
    ]
    document.render({"blog": parsed.feed.title, "posts": context}, autoescape=True)
    document.save(folder / "handover.docx")
    send(folder, parsed.feed.title, len(posts))


if __name__ == "__main__":
    main(*sys.argv[1:4])
