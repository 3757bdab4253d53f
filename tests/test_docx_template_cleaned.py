"""A template is read as its maker would have it seen: changes accepted, notes gone, every id once."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn

from handover import write_handover
from handover.errors import TemplateError
from handover.model import Handover
from handover.write.docx import left_out, write
from handover.write.job import Job
from tests.lint_docx import lint
from tests.made import make_handover
from tests.test_docx import part, texts
from tests.test_docx_template import Build, build  # noqa: F401
from tests.word_xml import of, run

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WHO = 'w:id="9" w:author="Noor" w:date="2026-11-01T10:00:00Z"'


def test_a_deleted_tag_is_no_tag_and_an_inserted_one_is(build: Build) -> None:  # noqa: F811
    gone, new = run("{{ old.client }}", "delText"), run("{{ client.name }}")
    path = build(document=of(f"{run('To ')}<w:del {WHO}>{gone}</w:del><w:ins {WHO}>{new}</w:ins>"))
    assert texts(path) == ["To Tidewell Garden Studio"]
    assert not re.search(r"<w:(?:ins|del)\b|Noor", part(path, "word/document.xml"))


def test_moved_text_stands_once_where_it_was_moved_to(build: Build) -> None:  # noqa: F811
    tag = run("{{ client.name }}")
    path = build(document=of(
        f'<w:moveFromRangeStart w:id="5" w:name="m"/><w:moveFrom {WHO}>{tag}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="5"/>',
        run("between"),
        f"<w:moveTo {WHO}>{tag}</w:moveTo>",
    ))  # fmt: skip
    assert [t for t in texts(path) if t] == ["between", "Tidewell Garden Studio"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(build: Build) -> None:  # noqa: F811
    mark = f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"
    assert texts(build(document=of(mark + run("For "), run("{{ client.name }}")))) == [
        "For Tidewell Garden Studio"
    ]


def test_a_deleted_row_is_gone_and_the_look_before_a_change_too(build: Build) -> None:  # noqa: F811
    def row(text: str, more: str = "") -> str:
        look = f"<w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>"
        return f"<w:tr>{more}<w:tc><w:tcPr/><w:p>{look}{run(text)}</w:p></w:tc></w:tr>"

    grid = "<w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>"
    gone = row("{{ gone.name }}", f"<w:trPr><w:del {WHO}/></w:trPr>")
    path = build(document=of(f"<w:tbl>{grid}{gone}{row('{{ me.name }}')}</w:tbl>"))
    assert texts(path) == ["Nora Feldt"]
    assert "Change" not in part(path, "word/document.xml")


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A template with a comment, a tracked change, and what tells of the computer it was made on."""
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    document = of(f"{start}{run('{{ client.name }}')}{end}{reference}<w:ins {WHO}>{run('!')}</w:ins>")
    document.core_properties.author = "Studio Vell"
    document.save(str(tmp_path / "plain.docx"))
    with zipfile.ZipFile(tmp_path / "plain.docx") as old, zipfile.ZipFile(tmp_path / "t.docx", "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="c1" Type="{REL}/comments" Target="comments.xml"/>'
                data = data.replace("</Relationships>", link + "</Relationships>")
            elif name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
                data = data.replace(
                    "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
                )
            elif name == "word/settings.xml":
                data = re.sub(r"(<w:settings[^>]*>)", r'\1<w:attachedTemplate r:id="x1"/>', data)
                data = (
                    data.replace("<w:settings ", f'<w:settings xmlns:r="{REL}" ', 1)
                    if "xmlns:r=" not in data
                    else data
                )
            elif name == "docProps/app.xml":
                data = re.sub("<Company>.*?</Company>", "", data)
                data = data.replace("</Properties>", "<Company>Studio Vell Ltd</Company></Properties>")
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
        comment = f"<w:comment {WHO}><w:p>{run('Ask Aro about {{ client.name }}')}</w:p></w:comment>"
        new.writestr("word/comments.xml", f"<w:comments {nsdecls('w')}>{comment}</w:comments>")
        template = (
            f'<Relationship Id="x1" Type="{REL}/attachedTemplate" Target="file:///C:/Users/vell/Normal.dotm" '
            'TargetMode="External"/>'
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        new.writestr(
            "word/_rels/settings.xml.rels", f'<Relationships xmlns="{space}">{template}</Relationships>'
        )
    return tmp_path / "t.docx"


def test_nothing_of_the_designer_reaches_the_client(tmp_path: Path, reviewed: Path) -> None:
    job = Job(handover=make_handover(), folder=tmp_path, slug="x", template=reviewed)
    (path,) = write(job)
    with zipfile.ZipFile(path) as archive:
        all_of_it = b"".join(archive.read(name) for name in archive.namelist())
        assert not {"word/comments.xml", "docProps/thumbnail.jpeg"} & set(archive.namelist())
    for word in (b"Ask Aro", b"Noor", b"Studio Vell", b"C:/Users", b"attachedTemplate", b"w:rsids"):
        assert word not in all_of_it, word
    assert texts(path) == ["Tidewell Garden Studio!"]
    assert lint(path) == []


def test_what_was_left_out_is_said_once(reviewed: Path) -> None:
    (notice,) = left_out(reviewed)
    assert "1 tracked change, taken as accepted, 1 comment and names and paths" in notice.text
    assert notice.where == "t.docx"


def test_a_template_without_notes_is_not_spoken_of(build: Build, tmp_path: Path) -> None:  # noqa: F811
    build("{{ client.name }}")
    assert left_out(tmp_path / "mine.docx") == ()


def short_of_updates() -> Handover:
    """A handover with drafts for a post, and an update that is not assigned to one."""
    made = make_handover()
    assert any(one.drafts for one in made.shortfalls) and made.counts.more
    return made


def test_what_the_template_has_no_place_for_is_said_with_its_name(build: Build, tmp_path: Path) -> None:  # noqa: F811
    build("{{ client.name }}")
    (notice,) = left_out(tmp_path / "mine.docx", short_of_updates())
    assert all(name in notice.text for name in ("(posts)", "(completeness)", "(short)"))
    shown = "{% if short %}{{ short.intro }}{% endif %}{% if completeness %}.{% endif %}"
    build("{{ client.name }} {{ posts|length }} " + shown)
    assert left_out(tmp_path / "mine.docx", short_of_updates()) == ()


@pytest.mark.parametrize("has_place", [True, False])
def test_drafts_are_promised_only_where_the_template_has_a_place_for_them(
    build: Build,  # noqa: F811
    tmp_path: Path,
    has_place: bool,
) -> None:
    place = "{% if short %}{{ short.intro }}{% endif %}" if has_place else ""
    build("{% for post in posts %}{{ post.note }}{% endfor %}{{ client.name }}" + place)
    done = write_handover(
        short_of_updates(), tmp_path / "out", formats=("docx", "eml"), template=tmp_path / "mine.docx"
    )
    letter = Path(done.files["eml"]).with_suffix(".txt").read_text("utf-8")
    assert ("drafts for" in letter or "drafts for them" in letter) == has_place
    assert ("further on" in " ".join(texts(done.files["docx"]))) == has_place


def test_a_bookmark_in_a_loop_stands_once_and_where_nothing_repeats_it_stays(build: Build) -> None:  # noqa: F811
    def marked(name: str, number: int, text: str) -> str:
        begin = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{begin}{run(text)}<w:bookmarkEnd w:id="{number}"/>'

    path = build(document=of(
        run("{%p for post in posts %}"),
        '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + marked("_heading_h_x1", 0, "{{ post.title }}"),
        run("{%p endfor %}"),
        marked("terms", 1, "Terms"),
        f'<w:hyperlink w:anchor="terms">{run("to the terms")}</w:hyperlink>',
    ))  # fmt: skip
    assert lint(path) == []
    names = re.findall(r'w:name="([^"]*)"', part(path, "word/document.xml"))
    assert names.count("terms") == 1
    assert len(names) == len(set(names)) == 5


def test_a_bookmark_whose_end_a_condition_hides_is_ended(build: Build) -> None:  # noqa: F811
    path = build(document=of(
        f'<w:bookmarkStart w:id="4" w:name="a"/>{run("{{ me.name }}")}',
        run("{%p if false %}"),
        f'{run("x")}<w:bookmarkEnd w:id="4"/>',
        run("{%p endif %}"),
    ))  # fmt: skip
    assert lint(path) == []
    assert 'w:name="a"' in part(path, "word/document.xml")


def test_a_link_to_a_heading_of_the_old_contents_still_leads_there(build: Build) -> None:  # noqa: F811
    begin, end = '<w:bookmarkStart w:id="3" w:name="_Toc00000001"/>', '<w:bookmarkEnd w:id="3"/>'
    path = build(document=of(
        f'<w:hyperlink w:anchor="_Toc00000001">{run("to {{ me.name }}")}</w:hyperlink>',
        f'<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{begin}{run("Figures")}{end}',
    ))  # fmt: skip
    assert lint(path) == []


def test_a_text_box_is_filled_once_and_its_shapes_have_no_ids_to_repeat(build: Build) -> None:  # noqa: F811
    box = "<w:txbxContent><w:p>" + run("{{ post.title }}") + "</w:p></w:txbxContent>"
    first = f"<mc:Choice Requires='wps'><w:drawing><wp:inline>{box}</wp:inline></w:drawing></mc:Choice>"
    second = (
        f"<mc:Fallback><w:pict><v:shape id='s1' o:spid='_x0000_s1026'><v:textbox>{box}</v:textbox></v:shape>"
        "</w:pict></mc:Fallback>"
    )
    shape = f"<v:shape id='s2' o:spid='_x0000_s1027'><v:textbox>{box}</v:textbox></v:shape>"
    old = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    path = build(document=of(
        run("{%p for post in posts %}"),
        f"<w:r><mc:AlternateContent>{first}{second}</mc:AlternateContent></w:r>",
        old,
        run("{%p endfor %}"),
    ))  # fmt: skip
    xml = part(path, "word/document.xml")
    assert xml.count("Ten plants that forgive") == 2
    assert "spid" not in xml
    assert "Fallback" not in xml


def test_a_tag_in_the_link_of_a_footer_is_named(build: Build) -> None:  # noqa: F811
    document = docx.Document()
    footer = document.sections[0].footer
    footer.paragraphs[0].text = "{{ me.name }}"
    footer.part.relate_to("https://x.example/%7B%7B me.website %7D%7D", f"{REL}/hyperlink", is_external=True)
    with pytest.raises(TemplateError, match="a tag in a link's address is not filled"):
        build("x", document=document)


def test_a_control_that_holds_a_value_no_longer_asks_for_one(build: Build) -> None:  # noqa: F811
    def control(text: str) -> str:
        inside = f'<w:r><w:rPr><w:rStyle w:val="Platz"/></w:rPr><w:t>{text}</w:t></w:r>'
        return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    document = of(control("{{ client.name }}"), control("Type here"))
    document.styles.add_style("placeholder text", WD_STYLE_TYPE.CHARACTER).element.set(
        qn("w:styleId"), "Platz"
    )
    xml = part(build(document=document), "word/document.xml")
    assert xml.count("showingPlcHdr") == xml.count('"Platz"') == 1
    assert xml.index("showingPlcHdr") > xml.index("Tidewell Garden Studio")


def test_the_switches_of_a_row_are_written_as_the_schema_has_them(build: Build) -> None:  # noqa: F811
    look = '<w:trPr><w:cantSplit w:val="true"/><w:trHeight w:val="1"/><w:tblHeader w:val="false"/></w:trPr>'
    cell = f"<w:tc><w:tcPr/><w:p>{run('{{ me.name }}')}</w:p></w:tc>"
    grid = "<w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>"
    xml = part(build(document=of(f"<w:tbl>{grid}<w:tr>{look}{cell}</w:tr></w:tbl>")), "word/document.xml")
    assert '<w:cantSplit/><w:trHeight w:val="1"/><w:tblHeader w:val="off"/>' in xml
