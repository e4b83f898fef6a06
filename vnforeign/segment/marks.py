"""Marks at the head of a line: bullets, numbers, letters, ordinals, parts of a law. Anchored and bounded: cheap on any line."""

from __future__ import annotations

import re

from ..codepage import VOWELS

_LOWER = "".join(v for v in VOWELS if not v.isascii()) + "đ"
UPPER_CLASS = "A-Z" + _LOWER.upper()
_COUNT = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười"

MARK = re.compile(
    rf"""
    (?P<item>  -(?!-) | \+(?!\d) | \*(?!\*) | [•·] | \ufffd[ \t] )          # - Về kinh tế   + Tổ chức   • Nguồn
  | (?P<number> \d{{1,3}} (?: [.)](?!\d)(?=[ \t]*\w) | [/-][ \t]+(?=\D) ) )  # 1. Sở   2) Sở   3/ Sở   1- Sở; not 1.137, 20/QĐ
  | (?P<decimal> \d{{1,2}} (?:\.\d{{1,2}}){{1,3}} [.)]? [ \t]+ (?=[{UPPER_CLASS}]) )  # 1.1 Mục tiêu   2.3.1. Kết quả
  | (?P<ordinal> \( (?: \d{{1,2}} | [ivx]{{1,4}} | [a-zđ] ) \)               # (1)  (iv)  (a)
      | (?: Một|Hai|Ba|Bốn|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười ) \ là\b             # Một là:   Hai là,
      | Thứ\ (?:{_COUNT}) (?=[ \t]?[:,]) (?![ \t,:]+(?:ngày\ )?\d) )         # Thứ nhất,   not the weekday Thứ hai, 9/1
  | (?P<part> \#{{1,6}}[ \t]
      | (?: Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Phụ\ lục|PHỤ\ LỤC ) [ \t]+
        (?: (?:thứ|THỨ)\ \w+ | [IVXLC]+\b | \d{{1,3}}\b | (?:{_COUNT.replace("nhất", "một")})\b | [A-H]\b ) )
  | (?P<article> (?:Điều|ĐIỀU) [ \t]+ \d[\w.]{{0,20}} )                     # Điều 5.   Điều 1.5.LQ.1.
  | (?P<roman> [IVX]{{1,6}} (?: [.)/] | [ \t]?-[ \t] ) [ \t]* (?=\w|"|$) )   # I. Đường lối   II- Kết quả
  | (?P<capital> [A-HĐ] [.)] [ \t]+ )                                       # A. TÌNH HÌNH
  | (?P<letter> [a-zđ] (?: \)(?=[ \t]*\w) | [./-][ \t]+ ) )                 # a) Mục tiêu   đ. Nội dung   a- Y tế
    """,
    re.VERBOSE,
)
