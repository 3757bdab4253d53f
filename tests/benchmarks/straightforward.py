"""What a user would write instead: feedparser, pandas and docxtpl, an afternoon's script.

python -m tests.benchmarks.straightforward FEED UPDATES.csv OUT_DIR
"""

import sys
from pathlib import Path

import feedparser
import pandas as pd
from docx import Document
from docxtpl import DocxTemplate, RichText


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
    with pd.ExcelWriter(folder / "library.xlsx", engine="openpyxl") as book:
        posts.merge(counts, left_on="link", right_index=True, how="left").to_excel(book, sheet_name="Posts")
        merged.to_excel(book, sheet_name="Updates")
    template(folder / "template.docx")
    document = DocxTemplate(folder / "template.docx")

    def linked(address: str) -> RichText:
        text = RichText()
        text.add("View", url_id=document.build_url_id(address))
        return text

    groups = {str(link): rows for link, rows in merged.groupby("link")}
    context = [
        {
            "title": post.title,
            "date": post.date,
            "summary": post.summary,
            "link": linked(post.link),
            "updates": [
                {"network": row.Network, "date": row.Date, "text": row.Text, "link": linked(row.Permalink)}
                for row in groups[post.link].itertuples()
            ],
        }
        for post in posts.itertuples()
    ]
    document.render({"blog": parsed.feed.title, "posts": context}, autoescape=True)
    document.save(folder / "handover.docx")


if __name__ == "__main__":
    main(*sys.argv[1:4])
