"""What tells that a named authority issues nothing: a denied headline, a firm's letter, a reply."""

import re
from typing import Final

_DENIED: Final = re.compile(
    r"[^?\n]{3,200}\? ?(?:(?:No|Nein|Non|Not so)\b|不是|并非|并不|否|いいえ)[ :,。、]{0,3}"
)
_LETTER: Final = re.compile(
    r"(?:\b(?:dear|to (?:all )?our|to all) (?:valued |all )?(?:suppliers?|customers?|vendors"
    r"|business partners?|colleagues)\b"
    r"|\bour (?:trade compliance|purchasing|procurement) department\b|\bterms of purchase\b"
    r"|sehr geehrte (?:lieferanten|kunden|geschäftspartner)|an (?:alle|unsere) lieferanten"
    r"|chers? (?:fournisseurs?|clients?)"
    r"|(?:尊敬的|致)(?:各位)?(?:供应商|客户)|各位供应商|(?:お取引先|取引先|仕入先|お客様)各位)",
    re.IGNORECASE,
)
_REPLY: Final = re.compile(
    r"(?:中方|商务部|外交部|商務部)(?::|回应|回應|称|表示)|中国(?:側|政府)?(?:は|、)?(?:反発|歓迎|抗議)"
    r"|(?:China|Beijing) (?:responds|reacts|welcomes|protests|objects)"
)
_HEAD: Final = 300


def asserted(title: str) -> str:
    """The title without a question that it answers with no."""
    denied = _DENIED.match(title)
    return title[denied.end() :] if denied else title


def is_letter(title: str, text: str) -> bool:
    """Whether a firm writes to its suppliers or customers, who read of laws that others made."""
    return _LETTER.search(title) is not None or _LETTER.search(text, 0, _HEAD) is not None


def reply_begins(title: str) -> int:
    """Where a headline goes on to tell how China takes another's act; -1 where it does not."""
    reply = _REPLY.search(title)
    return reply.start() if reply else -1
