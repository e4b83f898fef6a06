"""Every format: the words of a report come back from a file of each, with what the file says of itself."""

from __future__ import annotations

import hashlib
import io
import re
import sys
import zipfile
from collections import Counter
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from html import escape
from pathlib import Path
from shutil import which
from unicodedata import normalize

import pytest

from tests.reading import writers
from tools import floors
from vnforeign import analyze, gold
from vnforeign.document import Document
from vnforeign.reading import FORMATS, LIMITS, Limits, ReadError, decode, decode_all, read, read_all
from vnforeign.reading.properties import cleaned

#: Share of a report's words that come back, at least, in the worst of all gold reports.
RECALL = 0.99
needs_program = pytest.mark.skipif(not (which("antiword") or which("catdoc")), reason="neither antiword nor catdoc is installed")


@cache
def reports() -> dict[str, list[str]]:
    """The lines of every gold report that have words."""
    return {each.id: [line for line in each.text.split("\n") if line.strip()] for each in gold.read(floors.GOLD)}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", normalize("NFC", text)))


def recall(lines: list[str], text: str) -> float:
    wanted = words(" ".join(lines))
    return sum((wanted & words(text)).values()) / sum(wanted.values())


@pytest.mark.parametrize("name", [pytest.param(name, marks=needs_program if name == "doc" else ()) for name in writers.WRITERS])
def test_the_words_of_every_report_come_back(name: str) -> None:
    worst = {}
    for report, lines in reports().items():
        data = writers.WRITERS[name](lines)
        document = decode(data, f"a.{name}")
        assert document.origin and (document.origin.format, document.origin.digest) == (name, hashlib.sha256(data).hexdigest())
        worst[report] = recall(lines, document.text)
    assert {report: share for report, share in worst.items() if share < RECALL} == {}


# --- letters of old fonts ----------------------------------------------------------------------------------------------

REPORT = "quang-ninh-2008-duong-bien"


def in_legacy(encoding: str) -> list[str]:
    return [writers.legacy(line, encoding) for line in reports()[REPORT]]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
@pytest.mark.parametrize("name", ["docx", "rtf", "odt", "html", pytest.param("doc", marks=needs_program)])
def test_old_letters_become_unicode_in_every_format(name: str, encoding: str) -> None:
    lines = in_legacy(encoding)
    if name in ("docx", "odt"):
        if encoding == "viscii":
            pytest.skip("XML holds no control characters, so no such file exists")
        data = writers.WRITERS[name](lines)
    elif name == "rtf":
        data = writers.rtf_of([writers.rtf_hex(line, "latin-1") for line in lines])
    elif name == "doc":
        data = writers.doc(lines, "latin-1")
    else:
        body = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
        data = f'<html><head><meta charset="iso-8859-1"></head><body>{body}</body></html>'.encode("latin-1")
    document = decode(data, f"a.{name}")
    assert document.origin and document.origin.encoding in (encoding, "mixed")
    assert recall([line.lower() for line in reports()[REPORT]], document.text.lower()) >= 0.97


def test_the_font_of_a_run_tells_capitals() -> None:
    """Of ``.VnTimeH`` all letters are capitals: nothing but the font says so."""
    heading = writers.legacy("ủy ban nhân dân tỉnh quảng ninh", "tcvn3")
    assert decode(writers.docx([heading], ".VnTimeH"), "a.docx").text == "ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH\n"


@pytest.mark.parametrize("charset", [0, 163])
def test_rtf_in_windows_1258(charset: int) -> None:
    lines = [normalize("NFC", line) for line in reports()[REPORT]]
    marked = [to_1258(line) for line in lines]
    data = writers.rtf_of([writers.rtf_hex(line, "cp1258") for line in marked], charset=charset)
    data = data.replace(b"ansicpg1252", b"ansicpg1258") if charset == 0 else data
    assert recall(lines, decode(data, "a.rtf").text) >= RECALL


def to_1258(line: str) -> str:
    """Marks of tone apart, as that code page has them; what it lacks left out."""
    out = []
    for letter in line:
        whole = normalize("NFD", letter)
        tones = [mark for mark in whole if mark in "\u0300\u0301\u0303\u0309\u0323"]
        out.append(normalize("NFC", "".join(each for each in whole if each not in tones)) + "".join(tones))
    return "".join(out).encode("cp1258", "ignore").decode("cp1258")


# --- what stands where -------------------------------------------------------------------------------------------------


def docx_of(body: str, more: dict[str, bytes] | None = None) -> bytes:
    """A DOCX with this XML in its body."""
    with zipfile.ZipFile(io.BytesIO(writers.docx([]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + body.encode(), 1)
    return writers.zipped(parts | (more or {}))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table_of(rows: list[list[str]]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{cell}</w:tc>' for cell in row) + '</w:tr>' for row in rows)}</w:tbl>"


DOCX = {
    "a table between paragraphs": (
        p("Trước") + table_of([[p("TT"), p("Đoàn"), p("Số")], [p("1"), p("Đi Lào") + p("và Thái Lan"), p("")]]) + p("Sau"),
        "Trước\nTT\tĐoàn\tSố\n1\tĐi Lào và Thái Lan\t\nSau\n",
    ),
    "a letterhead of two cells": (
        table_of([[p("UBND TỈNH") + p("Số: 12/BC-UBND"), p("CỘNG HÒA") + p("Độc lập")]]),
        "UBND TỈNH\nSố: 12/BC-UBND\nCỘNG HÒA\nĐộc lập\n",
    ),
    "words in smart tags, links, controls and insertions": (
        "<w:p><w:smartTag><w:r><w:t>Hà Nội</w:t></w:r></w:smartTag><w:hyperlink><w:r><w:t>, Huế</w:t></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t>, Vinh</w:t></w:r></w:ins><w:del><w:r><w:delText>, Lào</w:delText></w:r></w:del></w:p>"
        f"<w:sdt><w:sdtContent>{p('Trong khung')}</w:sdtContent></w:sdt>",
        "Hà Nội, Huế, Vinh\nTrong khung\n",
    ),
    "tabs, breaks and codes of fields": (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        "a\tb\nc\n",
    ),
    "a text box in a cell, once": (
        table_of(
            [
                [
                    f"<w:p><w:r><mc:AlternateContent {MC}><mc:Choice><w:txbxContent>{p('Hộp')}</w:txbxContent></mc:Choice>"
                    f"<mc:Fallback><w:txbxContent>{p('Hộp')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                    p("1"),
                    p("2"),
                ]
            ]
        ),
        "Hộp\t1\t2\n",
    ),
    "a text box, once": (
        f'<w:p><w:r><w:t>Đoạn</w:t></w:r><w:r><mc:AlternateContent {MC}><mc:Choice Requires="wps"><w:txbxContent>{p("Trong hộp")}'
        f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{p('Trong hộp')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        "Đoạn\nTrong hộp\n",
    ),
}


@pytest.mark.parametrize("case", DOCX)
def test_docx(case: str) -> None:
    body, text = DOCX[case]
    assert decode(docx_of(body), "a.docx").text == text


def test_docx_notes_stand_at_the_end() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    notes = f'<w:footnotes {W}><w:footnote w:type="separator">{p("bỏ")}</w:footnote><w:footnote>{p("Chú thích")}</w:footnote></w:footnotes>'
    relation = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    data = docx_of(p("Thân"), {"word/footnotes.xml": notes.encode()})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation)
    assert decode(writers.zipped(parts), "a.docx").text == "Thân\nChú thích\n"


def test_odt_tables_lists_notes_and_boxes() -> None:
    from odfdo import Document, Element, Header, List, Paragraph, Table

    document = Document("text")
    body = document.body
    body.clear()
    body.append(Header(1, "Phần I"))
    cells = Table("t", width=3, height=1)
    for at, value in enumerate(("1", "Đoàn ra", "12")):
        cells.set_value((at, 0), value)
    body.append(cells)
    body.append(List(["một", "hai"]))
    body.append(
        Element.from_tag(
            "<text:p>a<text:tab/>b<text:s text:c='2'/>c<text:line-break/>d<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú thích</text:p></text:note-body></text:note>e</text:p>"
        )
    )
    body.append(Paragraph("Hết"))
    assert decode(writers.saved(document), "a.odt").text == "Phần I\n1\tĐoàn ra\t12\nmột\nhai\na\tb  c\nde\nChú thích\nHết\n"


def test_rtf_tables_links_and_what_is_no_text() -> None:
    body = [
        '{\\field{\\*\\fldinst{HYPERLINK "http://a.vn"}}{\\fldrslt{Trang ch\\u7911?}}}',
        "\\trowd\\cellx100\\cellx200 TT\\cell \\'d0o\\'e0n | 1\\cell\\row Sau {\\footnote b\\'ea}{\\pict\\wmetafile8 010009}",
        "\\u-10179?\\u-8694? h\\u7871?t",
    ]
    assert decode(writers.rtf_of(body), "a.rtf").text.split("\n")[:4] == ["Trang chủ", "TT\tÐoàn | 1", "Sau ", "\U0001f60a hết"]


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Báo cáo | Cổng TTĐT</title>
<meta property="og:title" content="Báo cáo công tác đối ngoại năm 2014"><meta property="og:site_name" content="Cổng TTĐT tỉnh Lào Cai">
<meta property="article:published_time" content="2014-12-22T10:05:00+07:00"><meta name="author" content="Trần Văn An">
<script>alert("không đọc")</script><style>p{color:red}</style></head><body>
<div class="menu"><ul><li><a href="/">Trang nhất</a></li><li><a href="/a">Tin tức</a></li></ul></div>
<div class="main"><h1>Báo cáo công tác đối ngoại năm 2014</h1>
<p>Năm 2014, tỉnh Lào Cai đã đón 12 đoàn khách quốc tế đến thăm và làm việc với lãnh đạo tỉnh, ký kết hai bản ghi nhớ.</p>
<table><tr><th>TT</th><th>Đoàn</th><th>Số người</th></tr><tr><td>1</td><td><p>Đi Lào</p><p>và Thái Lan</p></td><td>12</td></tr></table>
<ul><li>Phối hợp với các cơ quan chức năng đón tiếp các đoàn khách;</li><li>Ký kết thỏa thuận.</li></ul>
<p>Nguồn: Sở Ngoại vụ</p></div>
<div class="side"><ul><li><a href="/b">Tin khác số một của trang</a></li><li><a href="/c">Tin khác số hai của trang</a></li></ul></div>
<footer><p>Bản quyền thuộc về tỉnh</p></footer></body></html>"""


def test_a_portal_page_gives_its_report_and_what_its_head_says() -> None:
    document = decode(PAGE.encode(), "a.html")
    lines = [line for line in document.text.split("\n") if line]
    assert lines[0] == "Báo cáo công tác đối ngoại năm 2014"
    assert "1\tĐi Lào và Thái Lan\t12" in lines
    assert "• Ký kết thỏa thuận." in lines
    assert lines[-1] == "Nguồn: Sở Ngoại vụ"
    assert not {"Trang nhất", "Tin khác số một", "Bản quyền", "không đọc"} & {
        word for word in ("Trang nhất", "Tin khác số một", "Bản quyền", "không đọc") if word in document.text
    }
    assert document.metadata == {
        "title": "Báo cáo công tác đối ngoại năm 2014",
        "published": "2014-12-22",
        "author": "Trần Văn An",
        "organisation": "Cổng TTĐT tỉnh Lào Cai",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "",
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        '<meta charset="rot13">',
    ],
)
def test_a_page_is_utf_8_if_it_can_be(lead: str) -> None:
    assert decode(f"<html><head>{lead}</head><body><p>Hà Nội</p></body></html>".encode(), "a").text.strip() == "Hà Nội"


@pytest.mark.parametrize("charset", ["utf-16", "cp1258"])
def test_a_page_in_another_charset(charset: str) -> None:
    words = to_1258("Hà Nội, tỉnh Đắk Nông")
    page = f'<html><head><meta charset="windows-1258"></head><body><p>{words}</p></body></html>'.encode(charset)
    assert normalize("NFC", decode(page, "a").text.strip()) == "Hà Nội, tỉnh Đắk Nông"


# --- PDF ---------------------------------------------------------------------------------------------------------------


def test_pdf_paragraphs_come_back_whole() -> None:
    """Over all reports: lines that are lines of the file again, without numbers of pages and running heads."""
    whole = right = 0
    for lines in reports().values():
        data = writers.pdf(lines, lambda page: [(30.0, f"- {page} -"), (800.0, "UBND TỈNH: BÁO CÁO")])
        found = set(decode(data, "a.pdf").text.split("\n"))
        whole += len(lines)
        right += sum(" ".join(line.split()) in found for line in lines)
    assert right / whole >= 0.93


def test_pdf_numbers_and_running_heads_go() -> None:
    lines = [f"{line} {at}" for at in range(6) for line in reports()[REPORT]]
    text = decode(writers.pdf(lines, lambda page: [(30.0, str(page + 4)), (800.0, f"BÁO CÁO - Trang {page}/9")]), "a.pdf").text
    assert text.count("BÁO CÁO - Trang") == 1
    assert not re.search(r"^\d+$", text, re.MULTILINE)
    assert recall(lines, text) >= RECALL


def test_pdf_rows_of_a_table_are_lines_and_hyphens_stay() -> None:
    page = [(72.0, 700.0, "Chỉ thị số 44-"), (72.0, 686.0, "CT/TW của Ban Bí thư")]
    page += [
        (x, y, text)
        for y, row in ((650.0, ("TT", "Đoàn", "Số")), (636.0, ("1", "Đi Lào", "12")))
        for x, text in zip((72.0, 120.0, 300.0), row, strict=True)
    ]
    text = decode(writers.pdf_of([page]), "a.pdf").text
    assert text.split("\n")[-2:] == ["TT\tĐoàn\tSố", "1\tĐi Lào\t12"]
    assert "44-" in text


# --- mails, archives ---------------------------------------------------------------------------------------------------


def texts(data: bytes, source: str) -> dict[str, str]:
    return {str(each.source): each.text.strip() for each in decode_all(data, source) if isinstance(each, Document)}


def test_a_mail_gives_its_body_and_its_attachments() -> None:
    inner = writers.eml(["Thư bên trong"])
    data = writers.eml(
        ["Kính gửi", "Xin gửi báo cáo"], {"báo cáo.rtf": writers.rtf(["Đính kèm"]), "../x.txt": b"2014", "thư.eml": inner}
    )
    assert texts(data, "m.eml") == {
        "m.eml": "Kính gửi\nXin gửi báo cáo",
        "m.eml/báo cáo.rtf": "Đính kèm",
        "m.eml/x.txt": "2014",
        "m.eml/thư.eml": "Thư bên trong",
    }
    body = decode(data, "m.eml")
    assert body.metadata == {"title": "Báo cáo công tác đối ngoại", "author": "Sở Ngoại vụ", "published": "2014-12-22"}
    assert body.origin and body.origin.format == "eml"


def test_a_forwarded_mail_is_a_document_of_its_own() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Date"] = "a@example.vn", "Chuyển tiếp", "Tue, 23 Dec 2014 08:00:00 +0700"
    outer.set_content("Xem bên dưới")
    outer.add_attachment(message_from_bytes(writers.eml(["Thư cũ"]), policy=policy.default))
    assert texts(bytes(outer), "m.eml") == {"m.eml": "Xem bên dưới", "m.eml/forwarded.eml": "Thư cũ"}


def test_a_mail_of_markup_is_read_as_a_page() -> None:
    assert decode(writers.eml(reports()[REPORT], markup=True), "m").text.count("Quảng Ninh") > 1


def test_an_archive_gives_its_members_in_order(tmp_path: Path) -> None:
    data = writers.zipped(
        {
            "b.txt": b"2014",
            "x/a.rtf": writers.rtf(["2015"]),
            "c.png": b"\x89PNG\r\n\x1a\n",
            "d.zip": writers.zipped({"e.txt": b"2016"}),
        }
    )
    (tmp_path / "a.zip").write_bytes(data)
    found = list(read_all(tmp_path / "a.zip"))
    assert [(each.id, each.text.strip()) for each in found if isinstance(each, Document)] == [
        ("b", "2014"),
        ("a", "2015"),
        ("e", "2016"),
    ]
    assert [str(each).removeprefix(str(tmp_path)) for each in found if isinstance(each, ReadError)] == [
        "/a.zip/c.png: is a PNG image, not plain text"
    ]
    with pytest.raises(ReadError, match="read_all"):
        read(tmp_path / "a.zip")


def test_an_archive_of_one_is_that_one(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(writers.zipped({"x/b.html": PAGE.encode(), "c.png": b"\x89PNG\r\n\x1a\n"}))
    document = read(tmp_path / "a.zip")
    assert (document.id, document.source, document.metadata["published"]) == ("b", str(tmp_path / "a.zip/x/b.html"), "2014-12-22")
    assert document.origin and document.origin.digest == hashlib.sha256(PAGE.encode()).hexdigest()
    assert document.warnings == [f"left out {tmp_path / 'a.zip/c.png'}: is a PNG image, not plain text"]
    with pytest.raises(ReadError, match="holds no document"):
        decode(writers.zipped({}), "a.zip")


def test_of_many_broken_members_some_are_named() -> None:
    document = decode(writers.zipped({"a.txt": b"2014", **{f"{at}.docx": b"PK\x03\x04" for at in range(25)}}), "a.zip")
    assert document.text == "2014"
    assert (len(document.warnings), document.warnings[-1]) == (21, "left out 5 more members that cannot be read")


@pytest.mark.parametrize("path", [b"text", bytes, 3, None, io.BytesIO(b"text")])
def test_what_is_no_path_is_told_what_reads_it(path: object) -> None:
    for reads in (read, lambda each: list(read_all(each))):
        with pytest.raises(TypeError, match=r"str or os.PathLike, not (bytes|int|NoneType|BytesIO); .*decode\(data, name\)"):
            reads(path)  # type: ignore[arg-type]


# --- what a file says of itself ----------------------------------------------------------------------------------------


def test_the_properties_of_office_files() -> None:
    from docx import Document as Word
    from odfdo import Document as Open

    word = Word()
    word.core_properties.title, word.core_properties.author = "Báo cáo đối ngoại", "Trần Văn An"
    word.core_properties.created = datetime(2014, 12, 22)
    odt = Open("text")
    odt.meta.title, odt.meta.initial_creator, odt.meta.creation_date = "Báo cáo đối ngoại", "Trần Văn An", datetime(2014, 12, 22)
    info = "{\\info{\\title B\\'e1o c\\'e1o \\u273?\\u7889?i ngo\\u7841?i}{\\author Tr\\u7847?n V\\u259?n An}{\\creatim\\yr2014\\mo12\\dy22}}"
    pdf = writers.pdf_of(
        [[(72.0, 700.0, "Một trang")]],
        {"Title": "Báo cáo đối ngoại", "Author": "Trần Văn An", "CreationDate": "D:20141222100500+07'00'"},
    )
    files = {"a.docx": writers.saved(word), "a.odt": writers.saved(odt), "a.rtf": writers.rtf(["x"], info), "a.pdf": pdf}
    said = {"title": "Báo cáo đối ngoại", "author": "Trần Văn An", "created": "2014-12-22"}
    assert {name: decode(data, name).metadata for name, data in files.items()} == dict.fromkeys(files, said)


@needs_program
def test_the_properties_of_a_doc() -> None:
    data = writers.doc_of("Một trang báo cáo\r", properties=writers.summary("Báo cáo", "Trần Văn An"))
    assert decode(data, "a.doc").metadata == {"title": "Báo cáo", "author": "Trần Văn An"}


JUNK = [
    ("title", "Microsoft Word - Document1"),
    ("title", "Microsoft Word - BC 2014.doc"),
    ("title", "Untitled"),
    ("title", "___"),
    ("title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("author", "Administrator"),
    ("author", "ADMIN-PC"),
    ("author", "VNN.R9"),
    ("author", "User"),
    ("created", "soon"),
    ("created", "2014-13-45"),
]


@pytest.mark.parametrize(("key", "value"), JUNK)
def test_what_programs_leave_there_is_dropped(key: str, value: str) -> None:
    assert cleaned({key: value}) == {}


def test_what_says_something_stays() -> None:
    said = {
        "title": "Microsoft Word - Báo cáo  quý I",
        "author": "Phạm Admin",
        "created": "D:20141222",
        "published": "22/12/2014 10:05",
    }
    assert cleaned(said) == {"title": "Báo cáo quý I", "author": "Phạm Admin", "created": "2014-12-22", "published": "2014-12-22"}


def test_the_text_goes_before_an_office_file_and_after_a_page() -> None:
    text = "BÁO CÁO\nCông tác đối ngoại năm 2014\nNăm 2014, tỉnh chi gần 25 tỷ đồng."
    lines = text.split("\n")
    said = {"title": "Mẫu báo cáo cũ"}
    for name, title in (("docx", "Công tác đối ngoại năm 2014"), ("html", "Mẫu báo cáo cũ")):
        document = decode(writers.WRITERS[name](lines), f"a.{name}")
        document.metadata = dict(said)
        found = analyze(document).metadata["title"]
        assert (title in found) is True, (name, found)


# --- what is missing ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["docx", "html", "odt", "pdf", "rtf", "doc"])
def test_a_missing_package_names_the_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = writers.WRITERS[name](["Hà Nội"])
    needs = FORMATS[name].needs
    for module in [each for each in sys.modules if each == needs or each.startswith(f"{needs}.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(sys, "meta_path", [Missing(needs), *sys.meta_path])
    with pytest.raises(ReadError, match=r"pip install 'vnforeign\[ingest\]'"):
        decode(data, f"a.{name}")


class Missing:
    """As if a package were not installed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] == self.name:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnforeign.reading.doc.which", lambda _: None)
    with pytest.raises(ReadError, match="antiword or catdoc"):
        decode(writers.doc(["Hà Nội"]), "a.doc")


@needs_program
def test_catdoc_reads_where_antiword_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    if not which("catdoc"):
        pytest.skip("catdoc is not installed")
    monkeypatch.setattr("vnforeign.reading.doc.which", lambda name: which(name) if name == "catdoc" else None)
    lines = [*reports()[REPORT], "x" * 300]  # catdoc drops up to 256 bytes at the end of so small a file
    assert recall(lines[:-1], decode(writers.doc(lines), "a.doc").text) >= RECALL


# --- documents that say so ---------------------------------------------------------------------------------------------


def test_every_format_and_limit_is_documented() -> None:
    page = (floors.ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for each in FORMATS.values():
        assert f"| `{each.name}` |" in page
        assert all(f"`{suffix}`" in page for suffix in each.suffixes)
    for name in Limits.__struct_fields__:
        assert f"| `{name}` | {getattr(LIMITS, name):,} |" in page
