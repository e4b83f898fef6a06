"""The symbol of a document: ``-CT/TW``, ``/2014/QĐ-UBND``, ``/CP``, with the slips of typists and scanners.

44 - CT / TW            Party: number, hyphen, type, slash, issuer
01 / 2014 / QĐ - UBND   State: number, year where it is a rule of law, type, hyphen, issuer
70 / 2020 / QH14        National Assembly: the type is only in the words before
839 / VPCP - QHQT       official letter: issuer, drafting unit
"""

from __future__ import annotations

import re

import msgspec

from ...lexicon import rows

_CODES = {row["code"]: row for row in rows("directive/codes")}
_ISSUERS = {row["code"]: row["name"] for row in rows("directive/issuers")}
_PARTY = ("TW", "TU", "HU", "ĐU", "ThU", "QU", "TƯ")
_CASED = {code.casefold(): code for code in (*_ISSUERS, *_CODES, *_PARTY, "TTg", "CTr", "TTr")}
_CASED |= {"tư": "TW", "t.ư": "TW", "tw": "TW", "qd": "QĐ", "nd": "NĐ", "hdnd": "HĐND", "cttg": "CT-TTg"}
_LETTERS = r"[A-ZĐƯ][A-Za-zĐđƯưÂâÊêÔôƠơỦủỆệ]{0,11}[0-9]{0,2}"
_TOKEN = rf"{_LETTERS}(?:[.&]{_LETTERS})?"
_SPACED = r" ?[-/] ?(?=[A-ZĐƯ]{2}|TTg|Ttg|CP)"  # QĐ - UBND: blanks only before what looks like an issuer
_LOST = r" (?=T[WƯU](?!\w))"  # CT TW: a lost slash
_BORDER = r"(?:(?!\w)|(?:(?<=[A-ZĐƯ]{2})|(?<=TTg))(?=[a-zà-ỹ]))"  # QĐ-UBNDvề: a lost blank
_SYMBOL = re.compile(
    rf"(?:(?: ?/ ?|[lI](?=[0-9]{{4}}/))(?P<year>(?:19|20)[0-9]{{2}}))?(?:(?P<mark> ?[-/] ?-?)|(?P<gap> )(?=[A-ZĐƯ][A-Za-zĐ]{{0,3}}(?:/|-T[WƯ]| T[WƯU](?!\w))))(?P<code>{_TOKEN}(?:(?:[-/]|{_SPACED}|{_LOST}){_TOKEN}){{0,3}}){_BORDER}"
)
#: OCR reads a slash as 1, l or an apostrophe: 04/19991TTLT' BKH'BTC
_SCANNED = re.compile(r"/(?P<year>(?:19|20)[0-9]{2})[1lI|](?P<code>[A-ZĐ]{2,5}(?:['/-] ?[A-ZĐ]{2,8}){1,3})(?!\w)")


class Symbol(msgspec.Struct, gc=False):
    """What stands behind a number: ``code`` normalised, ``year`` where it is part of it, ``end`` its end."""

    code: str
    year: int | None
    end: int
    party: bool

    def canonical(self, number: str) -> str:
        """``44-CT/TW``, ``01/2014/QĐ-UBND``."""
        if self.party:
            return f"{number}-{self.code}"
        return f"{number}/{self.year}/{self.code}" if self.year else f"{number}/{self.code}"

    def type(self) -> str | None:
        """The type of document that the code names, where it names one."""
        head = re.split(r"[-/]", self.code)[0]
        if row := _CODES.get(head):
            return (row["party_type"].split("|")[0] if self.party else "") or row["type"]
        return "nghi_quyet" if re.fullmatch(r"QH[0-9]{0,2}", head) else None

    def issuer(self) -> str | None:
        """The body that the code names; None where it names none, or one of several."""
        parts = re.split(r"[-/]", self.code)
        named = parts[1] if len(parts) > 1 and parts[0] in _CODES else parts[0]
        return _ISSUERS.get(named) or None

    def known(self) -> bool:
        """Whether a code list knows its first part."""
        head = re.split(r"[-/]", self.code)[0]
        return head in _CODES or re.fullmatch(r"QH[0-9]{1,2}", head) is not None

    def from_office(self) -> bool:
        """Whether it names the office that wrote it, as official letters do."""
        return re.split(r"[-/]", self.code)[0] in _ISSUERS


def symbol(text: str, end: int) -> Symbol | None:
    """The symbol of the number that ends at ``end``."""
    if scanned := _SCANNED.match(text, end):
        first, *rest = re.split(r"['/-] ?", scanned["code"])
        return Symbol(f"{first}/{'-'.join(rest)}", int(scanned["year"]), scanned.end(), False)
    match = _SYMBOL.match(text, end)
    if not match:
        return None
    lost_type = (match["mark"] or "").endswith("/-")
    code, party = _normal(match["code"], match["mark"] or "")
    if lost_type and code in _ISSUERS:  # 06/2020/-TTg: the web lost QĐ, 80/2020/-CP: NĐ
        code = f"{'NĐ' if code == 'CP' else 'QĐ'}-{code}"
    return Symbol(code, int(match["year"]) if match["year"] else None, match.end(), party)


def _normal(code: str, mark: str) -> tuple[str, bool]:
    parts = [each for part in re.split(r" ?[-/] ?| ", code) for each in _split(_CASED.get(part.casefold(), part))]
    marks = re.findall(r"[-/]", code)
    if len(parts) > 1 and (parts[1] in _PARTY or parts[1].endswith(("TW", "TU"))):
        issuer = "TW" if parts[1] == "TƯ" else parts[1]
        return f"{parts[0]}/{issuer}" + "".join(f"-{part}" for part in parts[2:]), True
    party = "-" in mark and "/" in marks
    if parts[0] == "TTLT" and marks:
        return parts[0] + marks[0] + "-".join(parts[1:]), False
    if party:
        return f"{parts[0]}/{'-'.join(parts[1:])}", True
    if len(parts) == 2 and "/" in marks and "-" in mark:
        return f"{parts[0]}/{parts[1]}", True
    return "-".join(parts), False


def _split(part: str) -> list[str]:
    """``CtrTU`` is CTr and TU run together."""
    for party in ("TU", "TW"):
        head = _CASED.get(part[: -len(party)].casefold())
        if part.endswith(party) and head in _CODES:
            return [head, party]
    return [part]
