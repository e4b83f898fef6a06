"""Agreements that a text tells of twice: in a headline, a lead, a caption, and in full."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft

_BARE = ("bản ghi nhớ", "biên bản ghi nhớ", "thỏa thuận", "thoả thuận", "bản thỏa thuận", "biên bản", "mou")
_TOLD = ("party_foreign", "party_vn", "signed_on", "term", "country", "form", "status")
_SURE = ("party_foreign", "signed_on", "term")
_WORDS = 3  # words of a title that names one paper


def once(found: list[Draft]) -> Iterator[Draft]:
    """The rows, each paper once: what a headline says and its text tells in full, or what two sentences say of one paper."""
    full = [each for each in found if not (each.summary or _is_headline(each))]
    kept: list[Draft] = []
    titled: dict[str, list[Draft]] = {}
    for draft in found:
        if not draft.summary and _is_headline(draft) and any(_tells(other, draft) for other in full):
            continue
        known = titled.setdefault(_title(draft), [])
        again = next((each for each in known if _is_same(each, draft)), None)
        if again is None:
            kept.append(draft)
            known.append(draft)
        else:
            again.slots = {**draft.slots, **again.slots}
    yield from kept


def _is_headline(draft: Draft) -> bool:
    return draft.sentence.kind == "heading" or _is_bare(draft)


def _is_bare(draft: Draft) -> bool:
    """Whether a row says of its paper no more than its kind and its parties."""
    title = _title(draft)
    return title in _BARE and not any(key in draft for key in ("signed_on", "term", "subjects", "signatory_foreign"))


def _tells(draft: Draft, headline: Draft) -> bool:
    """Whether a row of the text is that of a headline: of one country and form."""
    same = [
        key
        for key in ("country", "form", *(() if headline.sentence.kind == "heading" else ("party_foreign",)))
        if key in headline
    ]
    return bool(same) and all(_value(draft, key) == _value(headline, key) for key in same)


def _is_same(one: Draft, two: Draft) -> bool:
    """Whether two rows of one title are of one paper: with nothing that differs, and a party, day or term that both say."""
    if one.summary or two.summary or "title" not in one:
        return False
    both = [key for key in _TOLD if key in one and key in two]
    if any(_value(one, key) != _value(two, key) for key in both):
        return False
    return any(key in both for key in _SURE) and len(_title(one).split()) >= _WORDS


def _title(draft: Draft) -> str:
    return str(_value(draft, "title") or "")


def _value(draft: Draft, key: str) -> str | None:
    return str(draft.slots[key].value).lower() if key in draft else None
