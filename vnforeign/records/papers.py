"""The papers a sentence tells of, agreements with their titles, and what was done with them: signed, extended, carried out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..kinds.agreement import Agreement
from ..kinds.agreement.title import title_end
from . import paper_cues as cues
from .page import Sentence
from .titles import longer
from .wording import holds

_ON = 2  # sentences behind a paper that may say that it was signed


class Paper(msgspec.Struct):
    """A paper: places of its title, the end of its type word, its form.

    ``own``: it is called what only agreements with foreign parties are called; ``treaty``: what those of states are called;
    ``deed``: what was done, ``signed``, ``extended``, ``ongoing``, ``expired`` or ``agreed``; ``sign``: where the word of signing
    stands; ``until``: where its clause ends, or the next paper begins.
    """

    start: int
    end: int
    head: int
    form: str | None
    own: bool = True
    treaty: bool = False
    deed: str = ""
    sign: tuple[int, int] | None = None
    until: int = 0


def papers(sentence: Sentence, led: bool) -> Iterator[Paper]:
    """The papers of a sentence that were signed, extended or are in force; ``led``: what leads its list says they were signed."""
    found = _named(sentence, led)
    for place, paper in enumerate(found):
        paper.until = min([sentence.clause(paper.start)[1], *(each.start for each in found[place + 1 :])])
        if sentence.is_fact(paper.start) and not cues.PENDING.search(sentence.text):
            _tell(sentence, paper, led, found[place - 1].end if place else 0)
            if paper.deed and not (paper.treaty and (paper.deed != "signed" or paper.sign is None)):
                yield paper


def _named(sentence: Sentence, led: bool) -> list[Paper]:
    found = []
    for each in sentence.of("AGREEMENT"):
        value = each.entity.value
        if (
            isinstance(value, Agreement)
            and not cues.ALIAS.search(sentence.before(each.start, 24))
            and not _counted(sentence, each.start)
        ):
            end = longer(sentence, each.start, each.end)
            at = max(each.text.lower().replace("oả", "ỏa").find(value.type), 0)
            treaty = value.type.startswith(cues.STATE)
            head = each.start + at + len(value.type)
            found.append(Paper(each.start, end, head, form_of(value.type), own=not treaty, treaty=treaty))
    if led or cues.SIGNS.search(sentence.lower) or holds(sentence.lower, cues.DONE) or cues.BOTH_AGREE.search(sentence.lower):
        found += [*_others(sentence), *_bare(sentence)]
    return sorted(found, key=lambda each: each.start)


def _counted(sentence: Sentence, at: int) -> bool:
    """Whether a short name stands in brackets behind a count: ``ký 08 biên bản ghi nhớ (MOU)``."""
    return sentence.before(at, 2) == " (" and any(at - 3 <= each.end <= at for each in sentence.of("QUANTITY"))


def _bare(sentence: Sentence) -> Iterator[Paper]:
    """``Thỏa thuận với Đại học A, ký năm 2007``: the word alone, where it is no verb."""
    for match in cues.BARE.finditer(sentence.text):
        at, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(each.start <= at < each.end for each in sentence.of("AGREEMENT", "ORG", "DIRECTIVE", "QUANTITY")):
            yield Paper(at, end, end, form_of(match[0].lower()), own=False)


def _others(sentence: Sentence) -> Iterator[Paper]:
    taken = [(each.start, each.end) for each in sentence.of("AGREEMENT", "ORG", "DIRECTIVE", "QUANTITY")]
    signed = (
        match
        for match in cues.ABOUT.finditer(sentence.text)
        if cues.SIGNED_NEAR.search(sentence.lower, max(0, match.start() - cues.REACH), match.start())
    )
    for match in (*cues.OTHERS.finditer(sentence.text), *signed):
        start, head = sentence.start + match.start(), sentence.start + match.end()
        word = start + match[0].find(" ") if " " in match[0] else head  # a name may run on over the first word of a title
        if any(one <= start < two and two > word for one, two in taken) or cues.MANY.search(sentence.lower[: match.start()]):
            continue
        if cues.BY_LETTER.match(sentence.lower, max(0, match.start() - 5)):
            continue
        if cues.HAMLETS.search(sentence.lower[max(0, match.start() - 12) : match.start()]):
            continue
        head += 0 if title_end(sentence.page.view.text, head) > head else len(match["what"])
        end = longer(sentence, start, min(title_end(sentence.page.view.text, head), sentence.start + len(sentence.text)))
        words = sentence.lower[match.start() : end - sentence.start]
        yield Paper(start, end, head, form_of(words), own=False)


def form_of(words: str) -> str | None:
    """The form of a paper by the words of its title in small letters."""
    return next((key for key, word in cues.FORMS if word in words), None)


def _tell(sentence: Sentence, paper: Paper, led: bool, last: int = 0) -> None:
    """Finds what was done with a paper, and where the word of signing stands; ``last``: where the paper before it ends."""
    head, tail = sentence.clause(paper.start)
    at, end = paper.start - sentence.start, paper.end - sentence.start
    words = sentence.lower[max(head - sentence.start, at - cues.REACH) : at]
    behind = sentence.lower[end : min(tail - sentence.start, end + cues.REACH)]
    if cues.CARRYING.fullmatch(words) and not cues.EXPIRED.match(behind):
        return
    if cues.MOSTLY.search(words) or cues.THIS.match(behind) or sentence.lower[at:end].endswith((" ấy", " kia", " nọ")):
        return
    extended = cues.EXTENDS.search(words) or cues.EXTENDED.match(behind) or cues.EXTENDED_ALL.search(sentence.lower[:at])
    paper.deed = "extended" if extended else ""
    if paper.deed:
        paper.sign = _extends(paper, words) or _signed_before(paper, words)
    else:
        far = sentence.lower[end : min(paper.until - sentence.start, end + cues.FAR)]
        before, after = _signed_before(paper, words), _signed_behind(paper, words, max(far, behind, key=len))
        paper.sign = after if before and after and before[0] >= last > 0 else before or after
        paper.deed = "signed" if paper.sign else _without_sign(sentence, paper, words, behind, led)
    if paper.deed == "signed" and (runs := cues.RUNS.search(words)) and any(word in runs[0] for word in cues.CARRIED):
        paper.deed = "ongoing"
    if paper.deed and (later := _later(sentence, paper, behind)):
        paper.deed = later


def _later(sentence: Sentence, paper: Paper, behind: str) -> str:
    """What the rest of the sentence says became of a paper."""
    end = paper.end - sentence.start
    if paper.deed == "signed" and cues.EXTENDED_THEN.search(sentence.lower, end):
        return "extended"
    if cues.EXPIRED.match(behind) or cues.EXPIRED_THEN.search(sentence.lower, end):
        return "expired"
    if cues.EXPIRED_ALL.search(sentence.lower, 0, paper.start - sentence.start):
        return "expired"
    before = sentence.before(paper.start, 60)
    runs = cues.RUNS_BEHIND.match(behind) or cues.RUNS_ON.search(sentence.lower, end) or cues.IN_FORCE_ALL.search(before)
    return "ongoing" if paper.deed == "signed" and runs else ""


def _extends(paper: Paper, words: str) -> tuple[int, int] | None:
    match = cues.EXTENDS.search(words)
    base = paper.start - len(words)
    if not match:
        return None
    signs = cues.JUST_SIGNED.search(words[: match.start()])
    return base + (signs.start() if signs else match.start()), base + match.end()


def _signed_before(paper: Paper, words: str) -> tuple[int, int] | None:
    signs = list(cues.SIGNS.finditer(words))
    if (
        not signs
        or any(cue.search(words) for cue in (cues.CITED, cues.DRAFTED, cues.KEPT))
        or cues.NOT_YET.search(words[: signs[-1].start()])
    ):
        return None
    if cues.TOLD_TO.search(words[: signs[-1].start()]):
        return None
    base = paper.start - len(words)
    return base + signs[-1].start(), base + signs[-1].end()


def _signed_behind(paper: Paper, words: str, behind: str) -> tuple[int, int] | None:
    """Behind its title; a paper that is cited (``theo Biên bản ký ngày …``) is none, one besides which others are told of is."""
    if cues.CITED.search(words) and not cues.BESIDES.search(words):
        return None
    match = cues.SAYS.match(behind)
    if not match or cues.DRAFTED.search(words) or cues.NOT_YET.search(behind[: match.start("word")]):
        return None
    return paper.end + match.start("word"), paper.end + match.end("word")


def _without_sign(sentence: Sentence, paper: Paper, words: str, behind: str, led: bool) -> str:
    if cues.PLANNED.match(behind):
        return ""
    cited = cues.CITED.search(words)
    if led or (not cited and cues.MANY_SIGNED.search(sentence.lower[: paper.start - sentence.start])):
        return "signed"
    runs = cues.RUNS.search(words)
    if runs and any(word in runs[0] for word in cues.CARRIED):
        paper.sign = paper.start - len(words) + runs.start(), paper.start - len(words) + runs.end()
    if not cited and not cues.DRAFTED.search(words) and cues.EXPIRED.match(behind):
        return "expired"
    if (runs and any(word in runs[0] for word in cues.CARRIED)) or (
        not cited and (cues.RUNS_BEHIND.match(behind) or cues.IN_FORCE.match(behind))
    ):
        return "ongoing"
    if paper.own and cues.IN_FORCE_ALL.search(words[-60:]):
        return "ongoing"
    if paper.form == "statement":
        return "signed" if cues.ISSUED.search(words[-50:]) else ""
    if paper.own and not cited and cues.HAS.search(words) and cues.HELD.match(behind):
        return "ongoing"
    agreed = (paper.own and cues.AGREED.search(words[-50:])) or _both_agree(sentence, paper)
    return "agreed" if agreed or (not cited and _stands_alone(sentence, paper, words, behind)) else ""


def _stands_alone(sentence: Sentence, paper: Paper, words: str, behind: str) -> bool:
    """Whether a clause opens with a paper, its parties and a time: ``Thỏa thuận … giữa A và B (17/9/2007, hiệu lực 5 năm)``."""
    if _signed_later(sentence) and (cues.OPENS.fullmatch(words) or cues.HEADS.fullmatch(words)):
        return True
    if not cues.OPENS.fullmatch(words) or not cues.PARTIES.match(behind) or cues.TO_COME.search(behind):
        return False
    listed = sentence.kind == "list_item" and cues.HEADED.search(sentence.section)
    return bool(listed) or any(paper.start <= each.start < paper.until + 1 for each in sentence.of("DATE"))


def _signed_later(sentence: Sentence) -> bool:
    """Whether a sentence right behind says that what this one names was signed: ``Người ký: …``, ``Ký tại …``."""
    place = sentence.page.index(sentence)
    near = sentence.page.sentences[place + 1 : place + 1 + _ON]
    return any(each.passage == sentence.passage and each.fact and cues.SIGNED_LATER.match(each.lower) for each in near)


def _both_agree(sentence: Sentence, paper: Paper) -> bool:
    at = paper.start - sentence.start
    match = cues.BOTH_AGREE.search(sentence.lower, max(0, at - cues.REACH))
    return match is not None and match.end() == at
