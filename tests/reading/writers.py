"""Files of every format made from lines of text, small and by hand where no library of the project writes them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from textwrap import wrap


def html(lines: list[str]) -> bytes:
    """A portal's page: a menu, the report, a footer."""
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    menu = "".join(f'<li><a href="/{at}">Mục số {at}</a></li>' for at in range(8))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Trang</title></head><body><nav><ul>{menu}</ul></nav>'
        f'<div id="content"><div class="article">{body}</div></div><footer><p>Bản quyền</p></footer></body></html>'
    ).encode()


def docx(lines: list[str], font: str | None = None) -> bytes:
    from docx import Document

    document = Document()
    for line in lines:
        run = document.add_paragraph().add_run(line)
        if font:
            run.font.name = font
    return saved(document)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def odt(lines: list[str]) -> bytes:
    from odfdo import Document, Paragraph

    document = Document("text")
    document.body.clear()
    for line in lines:
        document.body.append(Paragraph(line))
    return saved(document)


def rtf(lines: list[str], info: str = "") -> bytes:
    """As Word writes it: letters beyond ASCII as ``\\uN?``."""
    return rtf_of([rtf_words(line) for line in lines], info)


def rtf_of(paragraphs: list[str], info: str = "", font: str = "Times New Roman", charset: int = 0) -> bytes:
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset%d %s;}}" % (charset, font)
    return (head + info + "\\f0\\fs26\n" + "".join(f"{each}\\par\n" for each in paragraphs) + "}").encode("latin-1")


def rtf_words(line: str) -> str:
    out = []
    for unit in struct.unpack(f"<{len(line.encode('utf-16-le')) // 2}H", line.encode("utf-16-le")):
        letter = chr(unit)
        out.append(f"\\{letter}" if letter in "\\{}" else letter if unit < 128 else f"\\u{unit - (unit > 0x7FFF) * 0x10000}?")
    return "".join(out)


def rtf_hex(line: str, encoding: str) -> str:
    """In a one-byte code page: letters beyond ASCII as ``\\'hh``."""
    return "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in line.encode(encoding))


def eml(lines: list[str], attachments: dict[str, bytes] | None = None, markup: bool = False) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Sở Ngoại vụ <sngv@example.vn>", "ubnd@example.vn"
    mail["Subject"], mail["Date"] = "Báo cáo công tác đối ngoại", "Mon, 22 Dec 2014 10:05:00 +0700"
    if markup:
        mail.set_content(html(lines).decode(), subtype="html")
    else:
        mail.set_content("\n".join(lines), cte="base64")
    for name, data in (attachments or {}).items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


# --- PDF ---------------------------------------------------------------------------------------------------------------

WIDTH, LEFT, TOP, BOTTOM, SIZE, LEADING = 90, 72.0, 770.0, 60.0, 10.0, 14.0


def pdf(lines: list[str], extra: Callable[[int], list[tuple[float, str]]] = lambda page: []) -> bytes:
    """Lines broken at the page's width, first lines indented, every letter half a size wide; no font is embedded."""
    pages: list[list[tuple[float, float, str]]] = [[]]
    y = TOP
    for line in lines:
        for at, piece in enumerate(wrap(line, WIDTH, initial_indent="    ", break_on_hyphens=False) or [""]):
            if y < BOTTOM:
                pages.append([])
                y = TOP
            pages[-1].append((LEFT + (20 if at == 0 and piece else 0), y, piece.strip()))
            y -= LEADING
        y -= LEADING / 3
    for number, page in enumerate(pages, 1):
        page += [(LEFT + WIDTH * SIZE / 4, y, text) for y, text in extra(number)]
    return pdf_of(pages)


def pdf_of(
    pages: list[list[tuple[float, float, str]]], info: dict[str, str] | None = None, picture: tuple[int, ...] = ()
) -> bytes:
    """Pages of (x, y, text); pages whose numbers, from 1, stand in ``picture`` show an image too."""
    letters = sorted({letter for page in pages for _, _, text in page for letter in text} | {" "})
    code = {letter: number for number, letter in enumerate(letters, 1)}
    cmap = "".join(f"<{code[each]:04x}> <{each.encode('utf-16-be').hex()}>\n" for each in letters)
    blocks = "".join(
        f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in chunks(cmap.splitlines(keepends=True), 100)
    )
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{blocks}endcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{7 + 2 * at} 0 R' for at in range(len(pages)))}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 500 800] "
        b"/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
        stream(unicode_map.encode()),
        stream(b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
    ]
    for number, page in enumerate(pages, 1):
        shown = "".join(
            f"BT /F1 {SIZE} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{''.join(f'{code[each]:04x}' for each in text)}> Tj ET\n"
            for x, y, text in page
        )
        shown += "q 500 0 0 700 40 40 cm /Im Do Q\n" if number in picture else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /Im 6 0 R >> >> "
            f"/Contents {8 + 2 * (number - 1)} 0 R >>".encode()
        )
        objects.append(stream(shown.encode()))
    slots = "".join(f"/{key} <feff{value.encode('utf-16-be').hex()}> " for key, value in (info or {}).items())
    return pdf_file([*objects, f"<< {slots}>>".encode()])


def pdf_file(objects: list[bytes], trailer: str = "") -> bytes:
    """Objects numbered from 1, the last of them the document's properties."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % each for each in places)
    return bytes(
        out
        + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(objects), trailer.encode(), start)
    )


def stream(data: bytes, slots: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), slots.encode(), data)


def chunks(each: list[str], size: int) -> list[list[str]]:
    return [each[at : at + size] for at in range(0, len(each), size)]


# --- DOC ---------------------------------------------------------------------------------------------------------------

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def doc(lines: list[str], encoding: str = "utf-16-le", flags: int = 0) -> bytes:
    """A Word 97 file of one piece of text: in UTF-16, or, with a one-byte ``encoding``, compressed as Word does with cp1252."""
    return doc_of("\r".join(lines) + "\r", encoding, flags)


def doc_of(text: str, encoding: str = "utf-16-le", flags: int = 0, properties: bytes = b"") -> bytes:
    wide = encoding == "utf-16-le"
    raw = text.encode(encoding)
    count, start = len(raw) // (2 if wide else 1), 2048
    place = start if wide else (start * 2) | 0x40000000
    piece = struct.pack("<IIHIH", 0, count, 0, place, 0)
    clx = b"\x02" + struct.pack("<I", len(piece)) + piece
    fib = bytearray(start)
    struct.pack_into("<HHHHHHH", fib, 0, 0xA5EC, 0xC1, 0, 0x0409, 0, 0x0200 | (0x1000 if wide else 0) | flags, 0xBF)
    struct.pack_into("<II", fib, 0x18, start, start + len(raw))
    struct.pack_into("<H", fib, 0x20, 14)
    struct.pack_into("<H", fib, 0x3E, 22)
    struct.pack_into("<I", fib, 0x40, start + len(raw))
    struct.pack_into("<I", fib, 0x4C, count)
    struct.pack_into("<H", fib, 0x98, 93)
    styles, properties_of_all = struct.pack("<HHH14x", 18, 0, 10), bytes(256)
    struct.pack_into("<II", fib, 0x01A2, 0, len(clx))
    struct.pack_into("<II", fib, 0xA2, len(clx), len(styles))
    struct.pack_into("<II", fib, 0x0192, len(clx) + len(styles), len(properties_of_all))
    streams = {"WordDocument": bytes(fib) + raw, "1Table": clx + styles + properties_of_all}
    return ole2(streams | ({"\x05SummaryInformation": properties} if properties else {}))


def summary(title: str, author: str) -> bytes:
    """The properties of a file, in UTF-8."""
    values = [struct.pack("<Ih2x", 2, -535)]  # code page 65001
    for words in (title, author):
        raw = words.encode() + b"\0"
        raw += bytes(-len(raw) % 4)
        values.append(struct.pack("<II", 30, len(raw)) + raw)
    place, table = 8 + 8 * len(values), b""
    for key, value in zip((1, 2, 4), values, strict=True):
        table += struct.pack("<II", key, place)
        place += len(value)
    section = struct.pack("<II", place, len(values)) + table + b"".join(values)
    kind = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    return struct.pack("<HHI16xI", 0xFFFE, 0, 0, 1) + kind + struct.pack("<I", 48) + section


def ole2(streams: dict[str, bytes]) -> bytes:
    """Streams in a compound file; each is padded beyond the size below which they would share sectors."""
    padded = {name: data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0") for name, data in streams.items()}
    table: list[int] = []
    starts = {}
    for name, data in padded.items():
        starts[name], sectors = len(table), len(data) // SECTOR
        table += [*range(len(table) + 1, len(table) + sectors), END]
    entries = [entry("Root Entry", 5, END, 0, child=1)]
    entries += [
        entry(name, 2, starts[name], len(padded[name]), right=at + 2 if at + 1 < len(padded) else FREE)
        for at, name in enumerate(padded)
    ]
    directory = b"".join(entries)
    directory += bytes(-len(directory) % SECTOR)
    first = len(table)
    table += [*range(first + 1, first + len(directory) // SECTOR), END]
    fats = 1
    while fats * 128 < len(table) + fats:
        fats += 1
    places = range(len(table), len(table) + fats)
    table += [FAT] * fats
    table += [FREE] * (fats * 128 - len(table))
    head = struct.pack(
        "<8s16sHHHHHHIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        0,
        0,
        fats,
        first,
        0,
        4096,
        END,
        0,
        END,
        0,
    )
    head += struct.pack("<109I", *places, *[FREE] * (109 - fats))
    return head + b"".join(padded.values()) + directory + struct.pack(f"<{len(table)}I", *table)


def entry(name: str, kind: int, start: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", words, len(words), kind, 1, FREE, right, child, start, size)


def txt(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": txt, "html": html, "docx": docx, "doc": doc, "rtf": rtf, "odt": odt, "pdf": pdf, "eml": eml,
}  # fmt: skip


# --- letters from before Unicode ---------------------------------------------------------------------------------------


def legacy(line: str, encoding: str) -> str:
    """A line in a legacy encoding, each byte as the Latin-1 character; capitals that the encoding lacks become small."""
    from vnforeign.reading.legacy.tables import letters

    codes = {letter: code for code, letter in letters(encoding).items()}
    plain = line.translate(str.maketrans("“”‘’–—…\u00a0", "\"\"''--. "))
    return "".join(codes.get(each) or codes.get(each.lower()) or each for each in plain)
