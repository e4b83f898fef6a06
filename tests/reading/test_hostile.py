"""Files made to break a reader: each is refused with words for people, and nothing else happens."""

from __future__ import annotations

import io
import os
import re
import socket
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import writers
from tests.reading.test_formats import needs_program
from vnforeign.document import Document
from vnforeign.reading import LIMITS, Limits, ReadError, decode, decode_all, html, layout, read, read_all
from vnforeign.reading.parts import harmless
from vnforeign.reading.sniff import sniff

LINES = ["Báo cáo công tác đối ngoại năm 2014 của tỉnh Đắk Nông", "Tỉnh chi gần 25 tỷ đồng cho công tác này."]
SMALL = Limits(size=2_000_000, unpacked=3_000_000, members=20, ratio=100, depth=2)


def refused(data: bytes, name: str, limits: Limits = LIMITS) -> str:
    """The message that a file is refused with; it names the file and fits on a screen."""
    with pytest.raises(ReadError) as error:
        decode(data, name, limits)
    said = str(error.value)
    assert said.startswith(name)
    assert len(said) < 400
    assert "\n" not in said
    return said


# --- paths -------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="no such files here")
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    cases = {
        tmp_path / "pipe.txt": "is a pipe",
        tmp_path / "loop.txt": "symbolic links",
        Path("/dev/zero"): "is a device",
        tmp_path: "is a folder",
        tmp_path / "none.doc": "no such file",
    }
    for path, said in cases.items():
        with pytest.raises(ReadError, match=said):
            read(path)
        (error,) = read_all(path)
        assert isinstance(error, ReadError) and said in str(error)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        with pytest.raises(ReadError, match=r"s\.txt: "):
            read("s.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch(mode=0)
    with pytest.raises(ReadError, match="no permission"):
        read(tmp_path / "a.docx")


def test_no_permission_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadError, match="no permission"):
        read("a.docx")


def test_a_file_of_two_gigabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(2_000_000_000)  # sparse
    began = time.perf_counter()
    with pytest.raises(ReadError, match=r"big\.txt: 2000 MB is more than the 200 MB that are read"):
        read(tmp_path / "big.txt")
    assert time.perf_counter() - began < 1
    with pytest.raises(ReadError, match="more than"):
        decode(b"x" * 11, "-", Limits(size=10))


def test_the_limit_is_the_callers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    with pytest.raises(ReadError, match="more than"):
        read(tmp_path / "a.txt", Limits(size=10))
    assert read(tmp_path / "a.txt", Limits(size=11)).text == "x" * 11


# --- archives ----------------------------------------------------------------------------------------------------------


def outcomes(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The sources of what could be read and the messages of what could not."""
    found = list(decode_all(data, "a.zip", limits))
    return [str(each.source) if isinstance(each, Document) else f"! {each}" for each in found]


def test_a_bomb_is_refused_and_its_neighbours_are_read() -> None:
    data = writers.zipped({"bomb.txt": bytes(1_900_000), "good.txt": writers.txt(LINES)})
    bomb, good = outcomes(data, SMALL)
    assert re.fullmatch(r"! a\.zip/bomb\.txt: unpacks to 10\d\d times its size, which no text does \(Limits\.ratio\)", bomb)
    assert good == "a.zip/good.txt"


def test_a_member_over_the_limit_is_refused() -> None:
    data = writers.zipped({"a.txt": b"x y " * 1_000_000})
    assert outcomes(data, Limits(size=3_000_000)) == ["! a.zip/a.txt: 4 MB is more than the 3 MB that are read (Limits.size)"]


def test_members_together_are_bounded() -> None:
    data = writers.zipped({f"{at}.txt": b"a b " * 200_000 for at in range(9)})  # small enough each
    found = outcomes(data, Limits(unpacked=2_000_000))
    assert found[:2] == ["a.zip/0.txt", "a.zip/1.txt"]
    assert all("the archive unpacks to more than 2 MB" in each for each in found[2:])
    many = outcomes(writers.zipped({f"{at}.txt": b"x" for at in range(25)}), SMALL)
    assert len(many) == 21
    assert many[-1] == "! a.zip: holds more than 20 files (Limits.members)"


def test_nested_archives_share_their_limits() -> None:
    inner = writers.zipped({f"{at}.txt": b"x" for at in range(15)})
    found = outcomes(writers.zipped({"1.zip": inner, "2.zip": inner}), SMALL)
    assert sum(not each.startswith("!") for each in found) <= 20
    assert found[-1].endswith("holds more than 20 files (Limits.members)")


def test_archives_too_deep_are_refused() -> None:
    data = writers.txt(LINES)
    for _ in range(4):
        data = writers.zipped({"a.zip": data})
    assert outcomes(data) == ["! a.zip/a.zip/a.zip/a.zip: archives stand more than 3 deep in each other (Limits.depth)"]


def test_an_archive_that_holds_itself_ends() -> None:
    assert all(each.startswith("! ") for each in outcomes(QUINE_LIKE))


QUINE_LIKE = writers.zipped({"r/r.zip": writers.zipped({"r.zip": b"PK\x03\x04" + bytes(60)})})


def test_a_lying_table_gives_no_more_than_it_says() -> None:
    data = bytearray(writers.zipped({"a.txt": b"abc " * 1000}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (40).to_bytes(4, "little")
    assert [each[:26] for each in outcomes(bytes(data))] == ["! a.zip/a.txt: is damaged "]


def test_names_that_lead_elsewhere_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = writers.zipped(
        dict.fromkeys(("../../up.txt", "/etc/root.txt", "C:\\win.txt", "a/\x1b[31m\u202etxt.exe.txt", "./b.txt"), b"2014")
    )
    sources = [str(each.source) for each in decode_all(data, "a.zip") if isinstance(each, Document)]
    assert sources == ["a.zip/up.txt", "a.zip/etc/root.txt", "a.zip/C_/win.txt", "a.zip/a/[31mtxt.exe.txt", "a.zip/b.txt"]
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=300))
def test_a_harmless_name_stays_below(name: str) -> None:
    steps = harmless(name).split("/")
    assert all(step.strip(". ") for step in steps) and len(harmless(name)) <= 200
    assert harmless(name).isprintable() or not name.isprintable()


def test_locked_archives_say_so() -> None:
    data = bytearray(writers.zipped({"a.txt": b"abc"}))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert outcomes(bytes(data)) == ["! a.zip/a.txt: is locked with a password"]


def test_leftovers_of_systems_are_passed_over() -> None:
    names = ("__MACOSX/._a.txt", "x/.DS_Store", "x/Thumbs.db", "a.txt")
    assert outcomes(writers.zipped(dict.fromkeys(names, b"x"))) == ["a.zip/a.txt"]


# --- office files ------------------------------------------------------------------------------------------------------


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """A package with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    return writers.zipped({name: part for name, part in parts.items() if part is not None} | (more or {}))


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def declared(name: str, part: bytes) -> bytes:
    if name not in ("word/document.xml", "content.xml"):
        return part
    head, _, rest = part.partition(b"?>")
    return head + b"?>" + LAUGHS + rest


@pytest.mark.parametrize("name", ["docx", "odt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_grow(name: str, encoding: str) -> None:
    def recoded(part_name: str, part: bytes) -> bytes:
        part = declared(part_name, part)
        return (
            part
            if encoding == "utf-8" or LAUGHS not in part
            else part.decode().replace('encoding="UTF-8"', "").replace("encoding='UTF-8'", "").encode("utf-16")
        )

    assert "declares entities" in refused(changed(writers.WRITERS[name](LINES), recoded), f"a.{name}")


def test_the_metadata_and_other_parts_are_looked_at_too() -> None:
    data = changed(
        writers.docx(LINES), lambda name, part: part, {"custom/item1.xml": b"<?xml version='1.0'?>" + LAUGHS + b"<x>&b;</x>"}
    )
    assert "declares entities" in refused(data, "a.docx")


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_bombs_and_depth_in_packages(name: str) -> None:
    data = writers.WRITERS[name](LINES)
    assert "times its size" in refused(changed(data, lambda _, part: part, {"x.xml": bytes(20_000_000)}), f"a.{name}")
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert "nested" in refused(changed(data, lambda _, part: part, {"x.xml": deep}), f"a.{name}")


def test_locked_office_files_say_so() -> None:
    locked = writers.ole2({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})
    assert "locked with a password" in refused(locked, "a.docx")
    manifest = b'<?xml version="1.0"?><manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    odt = changed(writers.odt(LINES), lambda name, part: manifest if name == "META-INF/manifest.xml" else part)
    assert "locked with a password" in refused(odt, "a.odt")


@needs_program
def test_a_locked_doc_says_so() -> None:
    assert "locked with a password" in refused(writers.doc(LINES, flags=0x0100), "a.doc")


def test_nothing_outside_is_fetched_and_macros_are_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", forbid)
    relation = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>'
    )

    def link(name: str, part: bytes) -> bytes:
        return part.replace(b"</Relationships>", relation) if name == "word/_rels/document.xml.rels" else part

    data = changed(writers.docx(LINES), link, {"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert decode(data, "a.docm").text == "\n".join(LINES) + "\n"
    page = b"<html><body><img src='http://192.0.2.1/a.png'><iframe src='http://192.0.2.1/'></iframe><p>H\xc3\xa0 N\xe1\xbb\x99i</p></body></html>"
    assert decode(page, "a.html").text.strip() == "Hà Nội"


def test_other_office_files_are_named() -> None:
    assert "spreadsheet" in refused(writers.zipped({"xl/workbook.xml": b"<x/>"}), "a.xlsx")
    assert "presentation" in refused(writers.ole2({"PowerPoint Document": b"x"}), "a.ppt")
    assert "PNG image" in refused(b"\x89PNG\r\n\x1a\n" + bytes(90), "a.doc")


# --- PDF and HTML ------------------------------------------------------------------------------------------------------


def test_a_pdf_of_pictures_says_so_and_some_pictures_are_named() -> None:
    assert "pictures of pages" in refused(writers.pdf_of([[], []], picture=(1, 2)), "a.pdf")
    assert "without text" in refused(writers.pdf_of([[]]), "a.pdf")
    page = [(72.0, 700.0, LINES[0])]
    document = decode(writers.pdf_of([page, [], page, []], picture=(2, 3, 4)), "a.pdf")
    assert document.warnings == ["2 of 4 pages are pictures and were not read: 2, 4"]
    assert document.text.count("Báo cáo") == 2


def test_a_locked_pdf_says_so() -> None:
    """The dictionary alone decides: no password opens this one."""
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<41> <41>] "
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", b"<< >>"]
    assert "locked with a password" in refused(writers.pdf_file(objects, lock), "a.pdf")


def test_a_pdf_of_thousands_of_pages_stays_small() -> None:
    import resource

    data = writers.pdf_of([[(72.0, 700.0, f"Trang này nói về năm {at}")] for at in range(3000)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    document = decode(data, "a.pdf")
    assert document.text.count("\n") == 2999
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kB


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "font"])
def test_megabytes_of_nested_tags_take_linear_time(tag: str) -> None:
    page = "<html><body>" + f"<{tag}>" * (1_000_000 // len(tag)) + "Hà Nội" + "<" * 1000
    began = time.perf_counter()
    document = decode(page.encode(), "a.html")
    assert time.perf_counter() - began < 10
    assert "Hà Nội" in document.text
    assert any("nested" in each for each in document.warnings)


@pytest.mark.parametrize("head", [b"<!-- -->", b"<!--", b"a: b\r\n ", b"<?xml ", b"  "])
def test_what_a_file_is_takes_no_time_to_tell(head: bytes) -> None:
    began = time.perf_counter()
    sniff(head * 100_000 + b"x", "a")
    assert time.perf_counter() - began < 1


def test_a_page_of_unclosed_tags_is_read_as_usual() -> None:
    page = (
        "<html><body>" + "".join(f"<p>Đoạn {at} nói về công tác đối ngoại của tỉnh.<br>" for at in range(3000)) + "</body></html>"
    )
    document = decode(page.encode(), "a.html")
    assert document.text.count("Đoạn") == 3000


# --- anything ----------------------------------------------------------------------------------------------------------

SAMPLES = {name: write(LINES) for name, write in writers.WRITERS.items()} | {
    "zip": writers.zipped({"a.txt": b"2014", "b.rtf": writers.rtf(LINES)})
}
IN_PROCESS = sorted(set(SAMPLES) - {"doc"})


def tried(data: bytes, name: str) -> None:
    with suppress(ReadError):
        decode(data, name)
    for each in decode_all(data, name):
        assert isinstance(each, Document | ReadError)


@pytest.mark.parametrize("name", IN_PROCESS)
@given(st.data())
@settings(max_examples=25)
def test_cut_and_changed_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    whole = bytearray(SAMPLES[name])
    cut = data.draw(st.integers(0, len(whole)))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[at] = data.draw(st.integers(0, 255))
    tried(bytes(whole[:cut]) or b"", f"a.{name}")
    tried(bytes(whole), f"a.{name}")


@needs_program
@pytest.mark.parametrize("cut", [600, 2000, 4000, 5000, 7000])
def test_a_cut_doc_is_read_or_refused(cut: int) -> None:
    tried(SAMPLES["doc"][:cut], "a.doc")


@pytest.mark.parametrize("sender", [b"<", b'"', b"a.@", b"(" * 5000])
def test_a_line_of_the_head_that_cannot_be_parsed_costs_the_mail_nothing(sender: bytes) -> None:
    head = b"To: a@b.vn\r\nSubject: Th\xc6\xb0\r\nMIME-Version: 1.0\r\nFrom: " + sender
    assert decode(head + b"\r\n\r\nn\xc4\x83m 2014\r\n", "x.eml").text.strip() == "năm 2014"


def test_a_mail_that_is_nothing_but_a_file_gives_the_file() -> None:
    head = b'To: a@b.vn\nFrom: c@d.vn\nSubject: x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="b.txt"'
    texts = [each.text.strip() for each in decode_all(head + "\n\nnăm 2014\n".encode(), "x.eml") if isinstance(each, Document)]
    assert texts == ["", "năm 2014"]


@pytest.mark.parametrize(("error", "said"), [(ImportError(), "vnforeign[ingest]"), (RuntimeError(), "its text is damaged")])
def test_a_text_of_a_mail_that_cannot_be_read_costs_no_attachment(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(html, "read", broken)
    mail = writers.eml(["năm 2014"], {"b.txt": "năm 2015".encode()}, markup=True)
    first, second = decode_all(mail, "x.eml")
    assert isinstance(first, ReadError) and said in str(first)
    assert isinstance(second, Document) and second.text == "năm 2015"


def test_text_between_the_attachments_of_a_mail_is_read() -> None:
    parts = ["Content-Type: text/plain", 'Content-Type: text/plain\nContent-Disposition: attachment; filename="b.txt"', "X: y"]
    body = "".join(f"--|\n{part}\n\nnăm {2014 + at}\n" for at, part in enumerate(parts))
    head = 'To: a@b.vn\nFrom: c@d.vn\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="|"\n\n'
    found = decode_all(f"{head}{body}--|--\n".encode(), "x.eml")
    assert [each.text.strip() for each in found if isinstance(each, Document)] == ["năm 2014", "năm 2015", "năm 2016"]


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_boxes_in_boxes_are_read_once(name: str) -> None:
    if name == "docx":
        inner, wrap = "<w:p><w:r><w:t>trong</w:t></w:r></w:p>", "<w:p><w:r><w:txbxContent>%s</w:txbxContent></w:r></w:p>"
    else:
        inner, wrap = "<text:p>trong</text:p>", "<text:p><draw:frame><draw:text-box>%s</draw:text-box></draw:frame></text:p>"
    for _ in range(40):
        inner = wrap % inner
    begun = time.monotonic()
    part, place = ("word/document.xml", b"</w:body>") if name == "docx" else ("content.xml", b"</office:text>")
    packed = (writers.docx if name == "docx" else writers.odt)(["ngoài"])
    document = decode(
        changed(packed, lambda at, it: it.replace(place, inner.encode() + place) if at == part else it), f"x.{name}"
    )
    assert document.text.split() == ["ngoài", "trong"]
    assert time.monotonic() - begun < 5


def test_an_archive_with_a_member_named_like_a_part_of_word_is_an_archive() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Password/document.xml", "<a/>")
        archive.writestr("b.txt", "năm 2014")
    assert "năm 2014" in [each.text for each in decode_all(packed.getvalue(), "x.zip") if isinstance(each, Document)]


def test_a_line_that_is_both_edges_of_most_pages_goes_once() -> None:
    pages = [[layout.Line("BÁO CÁO"), layout.Line(f"a{page}"), layout.Line(f"b{page}")] for page in range(4)]
    assert layout.paragraphs(pages).split("\n") == ["BÁO CÁO", "a0", "b0", "a1", "b1", "a2", "b2", "a3", "b3"]


def test_megabytes_of_bytes_that_windows_1252_leaves_open_take_no_time() -> None:
    begun = time.monotonic()
    assert html.western(b"\x81\x80\xe9 " * 1_000_000).startswith("\x81\u20ac\xe9 ")
    assert time.monotonic() - begun < 1


def test_a_wrong_name_is_a_warning(tmp_path: Path) -> None:
    for name, data in SAMPLES.items():
        if name in ("txt", "zip", "doc"):
            continue
        path = tmp_path / f"a.{'doc' if name == 'rtf' else 'rtf'}"
        path.write_bytes(data)
        document = read(path)
        assert document.origin and document.origin.format == name
        assert any(each.startswith(f"named {path.suffix}, but is") for each in document.warnings)


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with suppress(ReadError):
        decode(SAMPLES["doc"], "a.doc")
    assert list(tmp_path.iterdir()) == []
