"""Exceptions, penalties and re-export clauses: whole sentences with such words."""

import re
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.records import Fact

_LONGEST: Final = 1200  # characters of a sentence looked at; longer ones are tables or noise

_CUES: Final = {
    "exceptions": re.compile(
        r"\b(?:does|do) not apply to\b|\bexcept(?:ion|ions)? (?:for|to|where|that)\b"
        r"|\bLicen[cs]e Exceptions?\b|\bexempt(?:s|ed|ion|ions)?\b"
        r"|\bnot (?:affected|covered|subject to)\b|\bsavings clause\b|\bmay (?:proceed"
        r"|go on) under\b|\bausgenommen\b|\bAusnahme|\bgilt nicht für\b"
        r"|\bexception\b|\bne s'applique pas\b|\bexempté|\bà l'exception\b"
        r"|除外|不适用|豁免|免于|不受(?:限制|影响|管制)|不管制|特殊情况下?确需|确有特殊情况"
        r"|不在(?:此限|管制范围)|无需(?:申请|办理)|不屬|免除"
        r"|適用除外|対象外|この限りでない|除く|除き|許可を(?:受けることを)?要しない|許可は不要"
        r"|例外(?!ではありません|なく)",
        re.IGNORECASE,
    ),
    "penalties": re.compile(
        r"\bpenalt(?:y|ies)\b|\bfined?\b(?! print)|\bfines\b|\bimprison|\bprison\b|\bsentenced\b"
        r"|\bforfeit|\bheld liable\b|\bcriminal\b|\bprosecut|\bdenial of export privileges\b"
        r"|\bBußgeld|\bFreiheitsstrafe|\bGeldstrafe|\bStrafe\b|\bamende\b|\bemprisonnement"
        r"|\bsanctions? pénales?\b"
        r"|处罚|处罰|罚款|罰款|法律责任|追究|吊销|刑事|有期徒刑|没收|沒收|罰則|罰金|懲役|拘禁刑"
        r"|過料|処罰|行政制裁|責任を問う|法的責任",
        re.IGNORECASE,
    ),
    "reexport": re.compile(
        r"\bre-?export|\btransfer in-country\b|\bin-country transfer|\bpass(?:es|ed"
        r"|ing)? (?:them |it )?on to\b|\bde minimis\b|\bforeign direct product"
        r"|\bdirect product rules?\b"
        r"|\btransfers? or suppl|\b(?:made|manufactured|produced) abroad\b|\bthird countr(?:y"
        r"|ies)\b[^.]{0,40}\btransfer|\bWiederausfuhr|\bréexport"
        r"|再出口|再輸出|再转移|再移転|转移(?:、|或者?)?提供|转移或者?提供|转移给|轉運"
        r"|外国直接产品|直接製品ルール|原产于?(?:中华人民共和国|中国)的[^。]{0,40}(?:转移|提供"
        r"|出口)|最低含量|デミニミス"
        r"|中国原産の[^。]{0,40}(?:移転|提供|渡し)|境外[^。]{0,20}(?:转移|提供)",
        re.IGNORECASE,
    ),
}

CLAUSE_KINDS: Final = tuple(_CUES)
"""What kinds of sentences are looked for."""


def find_clauses(document: PolicyDocument, kind: str) -> tuple[Fact, ...]:
    """The sentences of one kind, in order: `exceptions`, `penalties` or `reexport`.

    The value of each fact is the whole sentence and its place that of the sentence.
    """
    cue = _CUES[kind]
    return tuple(
        Fact(kind, sentence.text, sentence.start, sentence.end)
        for sentence in document.sentences
        if cue.search(sentence.text[:_LONGEST])
    )
