"""Clauses in which an English text changes a list of goods or of parties."""

from collections.abc import Mapping
from typing import Final

from dualuse.models.operative.english_words import (
    NUMBER,
    PARTIES,
    PARTY_LIST,
)

CLAUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "list_amendment": (
        (
            r"\b(?:replac|amend|updat|revis|recast)(?:es|ed|ing|e|s|ment of)?\b "
            r"(?:the )?(?:whole of |entire |text of |list in |lists? of )?(?:annex I\b"
            r"|schedules? \d|(?:export |commerce |munitions |strategic |dual-use |national "
            r"|military )+(?:goods )?(?:control )?list|list of (?:dual-use|strategic|controlled)"
            r"|SCOMET list)"
        ),
        (
            r"\b(?:annex I|schedules? \d|(?:commerce |export )control list|dual-use list|list "
            r"of dual-use (?:goods|items)|SCOMET list|DSGL)\b[^.]{0,90}?\b(?:is|are|was|were"
            r"|has been|have been) (?:hereby |now )?(?:replaced|amended|updated|revised|recast"
            r"|extended|brought up to date)"
        ),
        (
            r"(?<!proposes a )\b(?:new|own) (?:ECCNs?|(?:export )?control (?:list )?(?:entr(?:y"
            r"|ies)|codes?|numbers?)|entr(?:y|ies) [0-9][A-E]|[0-9][A-E][0-9]{3}|PL\d{4}|entries"
            r"|classification|paragraph,? ECCN)"
        ),
        (
            r"(?<!would )(?<!to )(?<!might )(?<!could )\b(?:add|insert|creat|establish"
            r"|introduc)(?:s|ed|es|ing)?\b (?:an? |the |new |two |three |four |five |six "
            r"|\d+ )*(?:ECCNs?|[0-9][A-E][0-9]{3}|items? \d{4}|PL\d{4}|national control list"
            r"|entr(?:y|ies) (?:PL|[0-9][A-E])|control (?:list )?entr)"
        ),
        (
            r"\b(?:add(?:s|ed)|put|puts|plac(?:es|ed)|bring(?:s)?|brought|go(?:es)?|insert(?:s"
            r"|ed)|moved)\b (?:(?!\b"
            + PARTIES
            + r"\b)[^.]){0,100}?\b(?:to|on|onto|into|under|in) (?:the |its |a |new |US |EU )*"
            r"(?:commerce control list|CCL\b|annex I\b|dual-use list|strategic goods list|DSGL"
            r"|SCOMET list|munitions list|ECCNs? [0-9]|[0-9][A-E][0-9]{3}\b|(?:third|fourth"
            r"|second|first) schedule|list of (?:strategic|dual-use|controlled))"
        ),
        (
            r"\bECCNs? [0-9][A-E][0-9]{3}[^.]{0,50}?\b(?:is|are) (?:added|established|revised"
            r"|created|amended|removed|expanded|inserted)|\b(?:is|are) (?:amended by (?:a "
            r"|adding|a note)|inserted (?:in|into|after) (?:the )?(?:schedule|list|group|ECCN"
            r"|item))"
        ),
        (
            r"\b(?:newly|freshly) (?:listed|controlled)\b|\bnew(?:ly)? controlled (?:items|goods"
            r"|technologies)|\b(?:is|are) now controlled\b"
        ),
        (
            r"\border amending the [a-z ]{0,30}list|\bamendments? (?:of|to|in) "
            r"(?:the )?(?:schedules? \d|SCOMET|export control list|commerce control list"
            r"|strategic goods|annex I\b)|\b(?:list|DSGL|SCOMET|schedule)[a-z ]{0,20} amendment"
        ),
        (
            r"\bdelegated regulation \(EU\) (?:No )?20\d\d/\d+\b[^.]{0,160}?\b(?:annex I\b"
            r"|replac|dual-use list)|\bdelegated (?:regulation|act)\b[^.]{0,120}?\bannex I\b"
        ),
        (
            r"\b(?:adopt|publish|unveil|promulgat|gazett)(?:es|ed|s)?\b (?:an? |its |the |new "
            r"|own |updated |revised |first )*(?:national |dual-use |export |strategic )*"
            r"(?:list of (?:controlled|dual-use|strategic)|control list|catalogue of)"
            r"|\bnational (?:control )?list\b[^.]{0,50}?\b(?:under article 9|in force|from)"
            r"|\bjoins? the national list"
        ),
        (
            r"\b(?:is|are|stands?|appear|come) (?:now |also )?(?:on|in|under) (?:the )?(?:EU "
            r"|US )?(?:dual-use list|annex I\b|entry [0-9]|[0-9][A-E][0-9]{3})[^.]{0,40}?\b"
            r"(?:since|from|now|new)|\bnow (?:on|in|under) (?:the )?(?:[a-z-]+ ){0,3}(?:control "
            r"list|dual-use list|annex I\b|[0-9][A-E][0-9]{3})|\bjoin(?:s|ed)? (?:the )?(?:US "
            r"|EU |national )?(?:commerce )?control list"
        ),
        (
            r"\b(?:on \d|since|from|as of|effective|today|yesterday)\b[^.]{0,140}?\b"
            r"(?:rare[- ]earths?|tungsten|gallium|germanium|antimony|graphite|drones?|lithium"
            r"|batter(?:y|ies)|magnets?|tellurium|superhard|samarium|silver)\b[^.]{0,160}?\b"
            r"(?:under|only with|need|put) (?:an? )?(?:[a-z-]+ )?(?:export )?(?:licen[cs]es?"
            r"|licen[cs]ing|permit)\b"
        ),
        (
            r"\b(?:chemicals|items|goods|entries|technologies|products|toxins|pathogens|codes"
            r"|lines|tools|materials) (?:are|were|have been) (?:newly )?(?:added|inserted"
            r"|listed)\b(?! (?:in schedule b|by schedule b))"
        ),
        (
            r"\b(?:adds?|added|puts?) "
            + NUMBER
            + r" (?:more |new |further |additional |ten-digit |customs |precursor |tariff )*"
            r"(?:items|goods|entries|codes|lines|technologies|chemicals|products|materials)\b"
        ),
        (
            r"\b(?:raises|lowers|rewords|amends|revises|relaxes|gains|adds a "
            r"note)\b[^.]{0,60}?\b(?:in|of|to) (?:ECCN |entry |item )?[0-9][A-E][0-9]{3}|\b"
            r"(?:entry|ECCN|heading) [0-9][A-E][0-9]{3}[^.]{0,30}?\b(?:gains|is reworded|is "
            r"amended|gets|loses)|\bheading of ECCN\b|\badds a note to ECCN"
        ),
        (
            r"\b(?:revised|amended|new|updated) (?:list|annex I|schedule|control list|catalogue"
            r"|SCOMET list|order) (?:adds|deletes|brings|takes in|applies|comes into|enters"
            r"|contains|introduces)|\bwhat is new\b[^.]{0,40}?[0-9a-z]|\bthis (?:final )?rule "
            r"(?:revises|amends|adds|expands) the commerce control list"
        ),
        (
            r"\b(?:Anhang I\b[^.]{0,60}?(?:ersetzt|neu gefasst|geändert)|Neufassung "
            r"(?:des Anhangs|der Ausfuhrliste)|l'annexe I\b[^.]{0,60}?(?:remplacée|modifiée))"
        ),
    ),
    "entity_listing": (
        (
            r"(?<!not itself )(?<!themselves )\b(?:add(?:s|ed|ing)|put|puts|plac(?:es|ed|ing)"
            r"|enter(?:s|ed)|join(?:s|ed)?|list(?:s|ed))\b[^.]{0,110}?\b(?:to|on|onto|in) "
            r"(?:the |its |a |US |U\.S\. |japan's |china's |taiwan's |america's "
            r"|commerce department's |bureau's )*" + PARTY_LIST
        ),
        (r"\b(?:go|goes|went|gone) (?:on|onto) (?:the |its |a |US )*" + PARTY_LIST),
        (
            r"\b(?:US|U\.S\.|china|beijing|washington|taiwan|japan|commerce|tokyo|MOFCOM"
            r"|taipei) (?:adds?|blacklists?|lists|puts|places|sanctions)\b"
        ),
        (
            r"\bblacklist(?:s|ed|ing)\b(?=[^.]{0,120}\b(?:firm|compan|entit|commerce|export"
            r"|chinese|list))"
        ),
        (
            r"\badditions?(?: of [^.]{0,40}?)? to (?:and [a-z]+ (?:of|from) )?(?:the )?(?:entity"
            r"|unverified|MEU|military end|unreliable) |\badditions to, |\badditions: \d+"
        ),
        (
            r"\b"
            + NUMBER
            + r" (?:more |new |further |other |additional |Chinese |Russian |Japanese "
            r"|Hong Kong |US |American |Taiwanese |foreign |forwarding |such )*"
            + PARTIES
            + r"\b[^.]{0,50}?\b(?:(?:are|were|is|was|been|have been) (?:now |yesterday "
            r"|today )?(?:added|placed|listed|put on|entered)|join|go onto|went on|enter annex)"
        ),
        (
            r"\b(?:add(?:s|ed)|list(?:s)|designat(?:es|ed)|puts?|plac(?:es|ed)) "
            + NUMBER
            + r" (?:more |new |further |other |additional |Chinese |Russian |Japanese |US "
            r"|American |Taiwanese |foreign |Hong Kong |defence |names|shippers)*(?:"
            + PARTIES
            + r"|names|shippers)\b"
        ),
        (
            r"\b(?:"
            + PARTY_LIST
            + r")\b[^.]{0,40}?\b(?:grows|gains|now (?:includes|has|names|counts)|is extended"
            r"|swells|takes in|of \d+ (?:entit|organi|compan|parties))"
        ),
        (
            r"\b(?:join|enter|added to|operators in) annex (?:IV|V)\b|\b(?:listed|added) (?:in"
            r"|to) annex (?:IV|V)\b"
        ),
        (
            r"\bend-user review committee (?:determined|decided|\(ERC\))|\bERC (?:determined"
            r"|decided)|\bnew list,? effective|\b"
            + NUMBER
            + r" names (?:were |are )?(?:added|in)\b|\bnames added\b|\bentities (?:added"
            r"|and \w+ addresses are in)\b"
        ),
        (
            r"\b(?:organi[sz]ations|firms|entities|companies)\b[^.]{0,60}?\b(?:get nothing"
            r"|can't be sent anything|may not be supplied)|\bforbids exports to " + NUMBER
        ),
    ),
}
"""By measure, regular expressions; whoever proposes, recalls or denies is not meant."""
