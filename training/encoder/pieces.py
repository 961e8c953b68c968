"""A tokenizer that reads figures by digits, cut to the pieces that corpus and scripts need."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from tokenizers import Tokenizer

from dualuse.corpus.errors import DualuseError

TOKENIZER: Final = "tokenizer.json"

_SERVED: Final = re.compile(
    "[\u2581\u0020-\u024f\u0370-\u03ff\u2000-\u22ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+"
)

_DIGIT: Final = "[\u2581\u0120]?[0-9]"
"""A digit, with the mark of a space before it."""


def cut_tokenizer(
    source: Path, texts: Sequence[str], pieces: int
) -> tuple[dict[str, Any], list[int]]:
    """The tokenizer with at most `pieces` of its pieces, and the old number of each new one.

    It reads each digit as a piece of its own. Kept are special pieces, every single character of
    the scripts served, what the texts are cut into (commonest first), and then what the tokenizer
    itself thinks likeliest in those scripts. A Unigram model (Kudo 2018) cuts any text anew with
    the pieces that are left. With `pieces` 0 all are kept.

    Raises:
        DualuseError: the folder has no tokenizer of that kind.
    """
    try:
        content = _by_digits(json.loads((source / TOKENIZER).read_text("utf-8")))
        vocabulary = content["model"]["vocab"]
        unigram = content["model"]["type"] == "Unigram"
    except (OSError, ValueError, KeyError, TypeError):
        message = f"{source} has no {TOKENIZER} that can be read: name a folder of a base model"
        raise DualuseError(message) from None
    if not pieces or pieces >= len(vocabulary):
        return content, list(range(len(vocabulary)))
    if not unigram:
        raise DualuseError(
            f"{source}: only Unigram tokenizers can be cut; set network.pieces to 0 in the recipe"
        )
    used = _used(content, texts)
    special = {token["id"] for token in content["added_tokens"]}
    kept = sorted(_kept(vocabulary, special, used, pieces))
    return _renumbered(content, kept), kept


def _by_digits(content: dict[str, Any]) -> dict[str, Any]:
    """The tokenizer with every digit apart.

    Pieces of several digits, as their texts happened to have them, cut 5490 into 5 and 490 and
    12000 into 1 and 2000: which is more, or how far from a threshold, cannot be seen in them.
    """
    before = content.get("pre_tokenizer")
    apart = {"type": "Split", "pattern": {"Regex": _DIGIT}, "behavior": "Isolated", "invert": False}
    steps = [before, apart] if before else [apart]
    return {**content, "pre_tokenizer": {"type": "Sequence", "pretokenizers": steps}}


def _used(content: dict[str, Any], texts: Sequence[str]) -> Counter[int]:
    tokenizer = Tokenizer.from_str(json.dumps(content))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    counts: Counter[int] = Counter()
    # Noise writes texts in the other case, and users do.
    for variant in (texts, [text.upper() for text in texts], [text.lower() for text in texts]):
        for encoding in tokenizer.encode_batch_fast(list(variant), add_special_tokens=False):
            counts.update(encoding.ids)
    return counts


def _kept(
    vocabulary: Sequence[Sequence[Any]], special: set[int], used: Counter[int], pieces: int
) -> set[int]:
    kept = set(special)
    kept.update(
        place
        for place, (piece, _) in enumerate(vocabulary)
        if len(piece) == 1 and ord(piece) < 0x2600 and _SERVED.fullmatch(piece)
    )
    likely = sorted(
        (place for place, (piece, _) in enumerate(vocabulary) if _is_of_use(piece)),
        key=lambda place: -float(vocabulary[place][1]),
    )
    by_use: Iterable[int] = (place for place, _ in used.most_common())
    for place in (*by_use, *likely):
        if len(kept) >= pieces:
            break
        kept.add(place)
    return kept


def _is_of_use(piece: str) -> bool:
    reached = not re.search("[0-9]", piece) or re.fullmatch(_DIGIT, piece)
    return bool(_SERVED.fullmatch(piece) and reached)


def _renumbered(content: dict[str, Any], kept: Sequence[int]) -> dict[str, Any]:
    number = {old: new for new, old in enumerate(kept)}
    model = content["model"]
    cut = {
        **content,
        "model": {
            **model,
            "vocab": [model["vocab"][old] for old in kept],
            "unk_id": number[model["unk_id"]],
        },
        "added_tokens": [{**token, "id": number[token["id"]]} for token in content["added_tokens"]],
        "truncation": None,
        "padding": None,
    }
    processor = content.get("post_processor") or {}
    if "special_tokens" in processor:
        cut["post_processor"] = {
            **processor,
            "special_tokens": {
                name: {**token, "ids": [number[old] for old in token["ids"]]}
                for name, token in processor["special_tokens"].items()
            },
        }
    return cut
