"""Texts spoilt as real catalogues spoil them: for training rows alone, never for judging ones."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from dualuse.models.list_terms import TERM_MARK

_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ]{5,}")
_UNIT: Final = re.compile(r"(?<=\d)\s?(?:mm|nm|µm|um|cm|kg|GHz|MHz|kHz|Hz|kW|mW|W|V|A|bar|°C|%)\b")
_PUNCTUATION: Final = re.compile(r"[,;:()/]\s*")
_VOWELS: Final = frozenset("aeiouäöüAEIOUÄÖÜ")
_ERP_WIDTHS: Final = (30, 36, 40, 40, 40, 50, 60, 80)
_FULL_WIDTH: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_PLAIN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e"})

Noise = Callable[[str, random.Random], str]


def upper(text: str, _: random.Random) -> str:
    """In capitals, as ERP systems write, umlauts and accents spelt out."""
    return text.translate(_PLAIN).upper()


def lower(text: str, _: random.Random) -> str:
    """In lower case."""
    return text.lower()


def truncated(text: str, chance: random.Random) -> str:
    """Cut at the width of a field, in the middle of a word if need be."""
    return cut(text, chance.choice(_ERP_WIDTHS))


def cut(text: str, width: int) -> str:
    """The text as a field of so many characters holds it."""
    return text[:width].rstrip() or text


def abbreviated(text: str, chance: random.Random) -> str:
    """Some long words without their vowels, or cut short with a point."""

    def shorten(match: re.Match[str]) -> str:
        word = match.group()
        if chance.random() < 0.5:
            return word
        if chance.random() < 0.5:
            return word[: chance.choice((3, 4, 5))] + chance.choice((".", ""))
        return word[0] + "".join(c for c in word[1:] if c not in _VOWELS)

    return _WORD.sub(shorten, text)


def mistyped(text: str, chance: random.Random) -> str:
    """With one or two letters doubled, dropped, or exchanged with the next."""
    letters = list(text)
    for _ in range(chance.choice((1, 1, 2))):
        places = [k for k in range(len(letters) - 1) if letters[k].isalpha()]
        if not places:
            break
        place = chance.choice(places)
        kind = chance.randrange(3)
        if kind == 0:
            letters[place] *= 2
        elif kind == 1:
            letters[place] = ""
        else:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


def without_units(text: str, _: random.Random) -> str:
    """Figures without their units."""
    return _UNIT.sub("", text)


def without_punctuation(text: str, _: random.Random) -> str:
    """Clauses run together, as in a field that takes no commas."""
    return _PUNCTUATION.sub(" ", text)


def full_width(text: str, _: random.Random) -> str:
    """Latin letters and figures in full width, as Japanese systems write them."""
    return text.translate(_FULL_WIDTH)


_KINDS: Final[tuple[tuple[Noise, float], ...]] = (
    (upper, 3),
    (truncated, 3),
    (abbreviated, 3),
    (mistyped, 2),
    (lower, 1),
    (without_units, 1),
    (without_punctuation, 1),
)


def some_terms(text: str, chance: random.Random) -> str:
    """One to three terms of a list entry, as a catalogue would name a good; else the text."""
    terms = text.split(TERM_MARK)
    if len(terms) == 1:
        return text
    return " ".join(chance.sample(terms, min(len(terms), chance.choice((1, 1, 2, 3)))))


class CodeSwitch:
    """Puts the name that another language has for a good in place of the one that a text has.

    `names` gives for each term of the control lists those of the same entry in other languages.
    """

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.names = [(term.lower(), tuple(others)) for term, others in names.items() if others]
        self.found = AhoCorasick([term for term, _ in self.names])

    def __call__(self, text: str, chance: random.Random) -> str:
        """The text with one such name exchanged, or as it was."""
        lowered = text.lower()
        matches = self.found.find_matches_as_indexes(lowered) if len(lowered) == len(text) else []
        if not matches:
            return text
        number, start, end = chance.choice(matches)
        return text[:start] + chance.choice(self.names[number][1]) + text[end:]


def spoil(text: str, language: str, chance: random.Random, switch: Noise | None = None) -> str:
    """The text with one or two kinds of noise that its language meets."""
    kinds = [*_KINDS, *(((full_width, 1.0),) if language in {"ja", "zh"} else ())]
    if switch:
        kinds.append((switch, 2.0))
    noises, shares = zip(*kinds, strict=True)
    for noise in chance.choices(noises, shares, k=chance.choice((1, 1, 2))):
        text = noise(text, chance)
    return text
