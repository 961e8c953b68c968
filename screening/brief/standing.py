"""The clauses on where a measure stands: from when it applies, what others did to it.

A brief must not say plainly what holds no more: a measure that is proposed, suspended or ended is
told as such, in whatever clause speaks of its days.
"""

from typing import Final

from dualuse.models.facts.records import Status
from dualuse.screening.brief.records import Slot
from dualuse.screening.brief.teller import Clause, Teller
from dualuse.screening.brief.wording import date_words, number_words, part_words
from dualuse.screening.status_notes import (
    ToldDeed,
    is_lapsed,
    is_remote,
    stands_still,
    told_deeds,
)

_ENDED: Final = frozenset({"suspended", "expired", "rescinded"})
_MOST_DEEDS: Final = 4


def effective(teller: Teller) -> Clause | None:
    """The first day on which the measure applies; None where the document puts nothing in force."""
    day, found = teller.briefing.effective_date, teller.briefing.status
    proposed = found.state == "proposed"
    if day is None or not (teller.binding or proposed):
        return None
    if proposed:
        name = "effective proposed"
    elif stands_still(found, day):
        name = "effective idle"
    elif found.state in _ENDED or is_lapsed(found):
        name = "effective past"
    else:
        name = "effective"
    slot = teller.sources.slot("effective_date", day)
    return teller.say(name, [slot], date=date_words(day, teller.words))


def status(teller: Teller) -> Clause | None:
    """Where the measure stands on the day asked about, where that is known or must be verified."""
    found = teller.briefing.status
    sound = found.until and not is_remote(found.until, teller.briefing.date or found.as_of)
    until = date_words(found.until, teller.words) if found.until and sound else ""
    as_of = date_words(found.as_of, teller.words)
    slots = [teller.sources.status()]
    if is_lapsed(found):
        told = any(_is_the_suspension(each, found) for each in told_deeds(found.note))
        return None if told else teller.say("lapsed", slots, as_of=as_of, until=until)
    key = f"{found.state}_until" if until else found.state
    template = teller.words.states.get(key) or teller.words.states.get(found.state)
    if template is None or not (teller.binding or found.state == "proposed"):
        return None
    return teller.say("status", slots, as_of=as_of, state=template.format(until=until))


def deeds(teller: Teller) -> Clause | None:
    """What other documents did to the measure or to a part of it, the latest ones."""
    # The folder and the register may tell one deed in two spellings of its number.
    told = {clause.text: clause for clause in (_deed(teller, each) for each in _news(teller))}
    if not told:
        return None
    latest = list(told.values())[-_MOST_DEEDS:]
    sentences = [clause.text[:1].upper() + clause.text[1:] for clause in latest]
    slots = tuple(slot for clause in latest for slot in clause.slots)
    return Clause(teller.words.between.join(sentences), slots)


def _news(teller: Teller) -> list[ToldDeed]:
    """The deeds of the note, less the changes that are told more closely as those of a part."""
    told = told_deeds(teller.briefing.status.note)
    parts = {number_words(each.by, teller.words) for each in told if each.part}
    return [
        each
        for each in told
        if each.part
        or each.relation != "amends"
        or number_words(each.by, teller.words) not in parts
    ]


def _is_the_suspension(deed: ToldDeed, found: Status) -> bool:
    return deed.relation == "suspends" and deed.part is None and deed.until == found.until


def _deed(teller: Teller, deed: ToldDeed) -> Clause:
    words, found = teller.words, teller.briefing.status
    what = words.clauses["whole"]
    if deed.part:
        what = words.clauses["part"].format(part=part_words(deed.part, words))
    days = {
        name: words.clauses[name].format(date=date_words(day, words)) if day else ""
        for name, day in (("since", deed.since), ("until", deed.until))
    }
    by, done = number_words(deed.by, words), words.done[deed.relation]
    slot = Slot("status", deed.written, 0, 0)
    told = teller.say("deed", [slot], what=what, done=done, by=by, **days)
    ended = deed.until is not None and deed.until < found.as_of
    over = deed.part is not None or (is_lapsed(found) and _is_the_suspension(deed, found))
    if not (deed.relation == "suspends" and ended and over):
        return told
    verify = teller.say("verify", [], as_of=date_words(found.as_of, words))
    return Clause(words.between.join((told.text, verify.text)), told.slots)
