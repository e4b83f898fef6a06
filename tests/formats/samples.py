"""Documents for the tests of tables: real findings, and every kind of cell that a format might spoil."""

from __future__ import annotations

from typing import Any

import vnforeign as vf
from vnforeign.document import Evidence, Origin, Raw, Record, Slot

TEXT = "Ngày 04/12/2007, tỉnh Đắk Nông nhận 2 triệu USD, tương đương 46 tỷ đồng.\n\nÔng Nguyễn Văn An dự."


def report(text: str = TEXT, name: str = "bao-cao", digest: str = "ab" * 32) -> vf.Document:
    """An analysed text as if read from a file, with a record drafted from it."""
    document = vf.analyze(text)
    document.id, document.source = name, f"kho/{name}.txt"
    document.origin = Origin("txt", "utf-8", digest)
    document.metadata |= {"title": "Báo cáo", "published": "2008-01-15"}
    evidence = [Evidence(0, min(4, len(text)))]
    slots = {
        "amount": Slot({"value": "2000000.5", "currency": "USD"}, evidence, "aid.amount", 0.95),
        "donors": Slot(["A", "B"], evidence),
    }
    document.records = [Record("aid", slots, None, 0.9, missing=["recipient"])]
    return document


def odd() -> vf.Document:
    """NUL, a lone surrogate, line ends, a formula, an astral letter, a long number and a year before 1678."""
    document = report("=1+1 \0 \ud800 𝄞\r\n-5 tỉnh Đắk Nông", "odd\0", "cd" * 32)
    document.metadata = {"title": "\ud800 tựa", "published": "no day"}
    document.warnings = ["one\0", "two"]
    values: list[tuple[str, dict[str, Any]]] = [
        ("ORG", {"name": "@SUM(A1)\ud800", "type": 3}),
        ("DATE", {"edtf": "1010", "start": "1010-01-01", "end": "1010-12-31"}),
        ("AMOUNT", {"value": "-12345678901234567890.123456789", "currency": "VND"}),
        ("AMOUNT", {"value": "1" * 40, "currency": "VND"}),
        ("QUANTITY", {"low": "1E+5", "high": "26.7", "unit": "%"}),
        ("DIRECTIVE", {"number": "01", "year": 10**30, "issued": "1945"}),
        ("NEW", {"name": "of a later version"}),
    ]
    document.entities += [vf.Entity(label, 0, 4, "=1+1", Raw(value)) for label, value in values]
    return document
