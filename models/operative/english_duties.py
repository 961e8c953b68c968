"""Clauses in which an English text imposes a duty or a ban; some in German and French."""

from collections.abc import Mapping
from typing import Final

from dualuse.models.operative.english_words import (
    A_PERMIT,
    FROM,
    NEEDS,
    PERMIT,
    PLACE,
)

CLAUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "licence_requirement": (
        (r"\bnow (?:also |only )?(?:needs?|requires?|requiring|subject to) " + A_PERMIT),
        (
            r"(?<!\bno )(?<!\bif a )(?<!when a )(?<!ther a )(?<!port )\b(?:export |transit "
            r"|transhipment |individual )?(?:licen[cs]e|permit|authori[sz]ation) (?:is (?:now"
            r"|also|therefore|henceforth|then)|becomes?|will be|has become) (?:needed|required"
            r"|necessary|compulsory|mandatory|obligatory)"
        ),
        (
            r"(?<!\bno )(?<!\bif a )(?<!when a )(?<!ther a )\b(?:licen[cs]e|permit"
            r"|authori[sz]ation) (?:is|are|shall be) (?:needed|required|necessary) (?:for|to"
            r"|before|from|under)[^.]{0,120}?\b(?:exports?|exported|reexport|destinations?"
            r"|countr(?:y|ies)|items?|ECCN|transfer|tranship\w*)\b"
        ),
        (
            FROM
            + r"\b[^.]{0,170}?\b(?<!no longer )(?<!will not )(?<!neither will )(?<!not )"
            + NEEDS
            + r" (?!no )"
            + A_PERMIT
        ),
        (r"\b" + NEEDS + r" (?!no )" + A_PERMIT + r"[^.]{0,120}?" + FROM),
        (
            r"(?<!no )\bwill (?:also |now )?(?:need|require|have to (?:have|obtain|apply for"
            r"|seek)|be subject to|be required to (?:obtain|apply for)) (?!no )" + A_PERMIT
        ),
        (
            r"\b(?:shall|must|are to|is to) (?:first |also |now )?(?:obtain|apply for|seek|ask "
            r"for|get|hold) "
            + A_PERMIT
            + r"[^.]{0,60}?\b(?:before|to export|for (?:export|ship|any|every|each)|prior to"
            r"|from|in order)\b"
        ),
        (
            FROM + r"[^.]{0,170}?\b(?:under (?:an? )?(?:export )?(?:licen[cs]e|licen[cs]ing"
            r"|permit)|licen[cs]ing requirement)\b"
        ),
        (
            r"\b(?:leaves?|exported|shipped|sold|go|sent|supplied)\b[^.]{0,50}?\b(?:only (?:with"
            r"|under|on|against|after|upon) (?:an? )?(?:[a-z-]+ ){0,3}?"
            + PERMIT
            + r"|under (?:an? )?(?:export )?licen[cs]e only)"
        ),
        (
            r"\b(?:impos|introduc|extend|expand|tighten|widen)(?:es|ed|ing|s)?\b "
            r"(?!to )[^.]{0,80}?\b(?:licen[cs]e|licen[cs]ing|permit|authori[sz]ation) "
            r"(?:requirement|obligation|duty)"
        ),
        (
            r"\bmak(?:es?|ing) (?:an? )?(?:export )?(?:licen[cs]e|permit|authori[sz]ation)s? "
            r"(?:compulsory|mandatory|obligatory)"
        ),
        (
            r"\b(?:may|can|shall|must) (?:not|no longer) (?:be )?(?:export|ship|sold|sell"
            r"|suppl|transfer|sent|leave|go|releas|deliver)\w*[^.]{0,90}?\bwithout " + A_PERMIT
        ),
        (
            r"\b(?:no|nothing|none|nobody) [^.]{0,120}?\bmay (?:be )?(?:leave|go|sent|suppl\w+"
            r"|export\w*|ship\w*)\b[^.]{0,90}?\bwithout (?:an? )?(?:[a-z-]+ ){0,2}?(?:licen[cs]e"
            r"|permit|authori[sz]ation|written permission)"
        ),
        (
            r"\b(?:licen[cs]e|licen[cs]ing|permit|authori[sz]ation) requirements? (?:appl(?:y"
            r"|ies) (?:to|from)|takes? effect|is imposed|are imposed|is extended|for (?:all "
            r"items|exports|the export|NS|national|the destination)|now)"
        ),
        (
            r"\b(?:NS|RS|CB|NP|MT|CC) Column [123]\b|\bcontrolled for (?:NS|RS|CB|AT|national "
            r"security|regional stability|chemical and biological|anti-terrorism)\b"
        ),
        (
            r"\b(?:carr(?:y|ies)|add(?:s|ed)?|impos(?:es?|ed|ing)|a new|new) (?:a |an "
            r"|the )?(?:worldwide |export )?(?:licen[cs]e|licen[cs]ing|permit) requirements?\b"
        ),
        (
            r"\bsuspend(?:s|ed|ing)? (?:the )?(?:open |temporary )*general "
            r"(?:export )?(?:licen[cs]e|authori[sz]ation)|\b(?:open )?general "
            r"(?:export )?(?:licen[cs]e|authori[sz]ation)[^.]{0,60}?\b(?:is|are|has been|have "
            r"been) (?:hereby |now )?(?:revoked|withdrawn|suspended|closed)|\b(?:revoked"
            r"|withdrawn) the open general|\bmay no longer be used for (?:exports?|deliver|ship)"
            r"|\bno longer (?:permits?|authori[sz]es?|covers?|allows?) exports?"
            r"|\bleaves? the OGEL\b"
        ),
        (
            r"\b(?:an? )(?:individual|specific|standard individual|global) "
            r"(?:export )?(?:licen[cs]e|authori[sz]ation|permit) (?:has to be|must be|is to be"
            r"|shall be|will be) (?:obtained|required|needed|applied for|sought)|\bshall "
            r"require an (?:individual|export|authori[sz]ation)|\bshall apply for a specific "
            r"licen[cs]e"
        ),
        (
            r"\b(?:to require|requires?|imposes?|demands?|put|puts|brings? in|introduces?"
            r"|sets?) (?:an? )?(?:export )?(?:licen[cs]es?|permits?|licen[cs]ing) (?:for|on"
            r"|to) (?:exports? of |the export of |exporting |certain |all |any |some |a range "
            r"of )?(?!.{0,40}\b(?:general|vessels|ships)\b)"
        ),
        (
            r"\b(?:licen[cs]e|permit|authori[sz]ation) for (?:all|every|each|any) (?:items?"
            r"|export|shipment|consignment) (?:subject to|to|of|on|under)"
        ),
        (
            r"\ball items subject to the EAR (?:require|need)|\b(?:everything|any(?:thing)?"
            r"|whatever|each|every|all)[^.]{0,50}?subject to the (?:EAR|export administration "
            r"regulations)[^.]{0,40}?\b(?:needs?|requires?) (?:an? )?(?:US )?licen[cs]e"
        ),
        (
            r"\b(?:Genehmigungspflicht (?:eingeführt|gilt)|genehmigungspflichtig (?:wird|werden)"
            r"|bedarf (?:ab|künftig|nunmehr)[^.]{0,60}?Genehmigung|(?:est|sont) "
            r"(?:désormais )?(?:soumis|soumise|soumises|subordonnée|subordonnées) à (?:une "
            r"|l')?autorisation)"
        ),
    ),
    "ban": (
        (
            r"\b(?:may|can|must|shall)(?:n't| no longer| not) (?:be )?(?:exported|sold|supplied"
            r"|shipped|sent|delivered|transferred|export|sell|supply|ship|send|transfer|go"
            r"|leave)\b[^.]{0,90}?\bto (?:the |any |these |anyone in )*"
            + PLACE
            + r"(?![^.]{0,120}\b(?:without|unless|until)\b)"
        ),
        (
            r"\b(?:prohibit|forbid|ban|outlaw|halt|stop)(?:s|ned|ed|ning|ing|den|bidding|ped)? "
            r"(?:the |all |any |further )?(?:direct |indirect )?(?:exports?|sales?|supply"
            r"|shipments?|deliver\w+|transfer|sell\w*|supplying|exporting) (?:of|to|and|and "
            r"supply)\b(?![^.]{0,140}\b(?:without|unless)\b)"
        ),
        (r"\b(?:forbade|prohibits|bans|forbids|outlawed) (?:the )?(?:sale|export|supply)\w*"),
        (
            r"\b(?:is|are|it's|its|isn't|be) (?:now |hereby |strictly |also )?(?:prohibited"
            r"|forbidden|banned|outlawed|illegal|not permitted) (?:to (?:sell|export|supply|send"
            r"|ship|lend)|from (?:selling|exporting|supplying))|\bisn't permitted to (?:sell"
            r"|export|supply|send|ship)"
        ),
        (
            r"\b(?:sell|sale|suppl|export)\w*\b[^.]{0,100}?\b(?:to|for) "
            + PLACE
            + r"\b[^.]{0,40}?\b(?:is|are) (?:now |also )?(?:prohibited|forbidden|banned|outlawed"
            r"|illegal)"
        ),
        (
            r"\b(?:ban|prohibition)s?\b[^.]{0,60}?\b(?:in force|takes? effect|took (?:hold"
            r"|effect)|applies from|widened|extended|takes? in|comes? into force)\b"
            r"(?=[\s\S]{0,200}\b(?:export|suppl|sell|sale|goods))|\bjoin(?:s|ed)? the "
            r"(?:export )?(?:ban|goods which may not)"
        ),
        (
            r"\b(?:permits?|licen[cs]es?)\b[^.]{0,70}?\b(?:will not|will no longer|shall not|no "
            r"longer|not) (?:be )?(?:granted|issued|given) ?(?:for|,|\.|if|to)|\bblock all "
            r"permits|\bno (?:new )?(?:permits|licen[cs]es) (?:will|shall) be (?:granted|issued)"
            r"|\bmay no longer grant an authori[sz]ation|\bpermits for [a-z ]{1,30}(?:are "
            r"cancelled|under)"
        ),
        (
            r"\b(?:list of (?:forbidden|banned|prohibited) exports?|forbidden to (?:be )?export"
            r"|shut out of chinese trade|closed to (?:russia|belarus)|shut to (?:russia|belarus)"
            r"|will not allow [^.]{0,60}to be exported|may engage in imports or exports|can't "
            r"go to russia|nothing whatever)\b"
        ),
        (
            r"\bwrites? into [^.]{0,80}policy of denial|\bpolicy of denial (?:for|is extended"
            r"|now applies|is introduced|applies to (?:all )?(?:exports|licen))|\bpresumed "
            r"refused"
        ),
        (
            r"\bmay (?:no longer|not) (?:export|ship|sell|supply|send|transfer) "
            r"(?:[a-z-]+ ){0,3}(?:dual-use|items? (?:to|that))"
        ),
        (
            r"\b(?:Ausfuhrverbot (?:gilt|für)|ist (?:es )?(?:verboten|untersagt),|il est "
            r"interdit de (?:vendre|fournir|exporter))"
        ),
    ),
    "end_use_control": (
        (
            r"\b(?:licen[cs]|permit|authori[sz]|permission|apply|may not|need|prohibit"
            r"|forbid)\w*\b[^.]{0,130}?\b(?:if|where|when|whoever|who|provided|that "
            r"they)\b[^.]{0,60}?\b(?:knows?|aware|has been (?:told|informed)|have been (?:told"
            r"|informed)|is informed|suspects?|reason to (?:know|believe|suspect)|suspicion)"
        ),
        (
            r"\b(?:whoever|who|exporter|if|where)\b[^.]{0,40}?\b(?:knows?|is aware|has been "
            r"(?:told|informed)|been informed)\b[^.]{0,140}?\b(?:licen[cs]e|permit"
            r"|authori[sz]ation|may not|must (?:tell|notify|apply|inform))"
        ),
        (
            r"\b(?:is|are|been) or may be intended\b|\bmay be (?:intended|meant) (?:for|,|in "
            r"whole|to be)"
        ),
        (
            r"\bis[- ]informed (?:letter|notice)|\binform (?:notice|letter)|\b(?:informs?"
            r"|informed|told|notified) (?:the (?:company|partnership|exporter|firm|undersigned)"
            r"|us|all exporters|you|them|exporters|it|four makers|makers)\b[^.]{0,160}?\b"
            r"(?:licen[cs]e|permit|authori[sz]ation|may leave)"
        ),
        (
            r"\bcatch-all\b[^.]{0,50}?\b(?:extended|widened|changes?|revised|amended|applies "
            r"from|rebuil\w+|tightened|now (?:covers|reaches|applies))|\b(?:new|revised|widened"
            r"|extended|amended|expanded|tighter) (?:[a-z-]+ ){0,2}catch-all"
        ),
        (
            r"\bunacceptable risk of (?:use|diversion|being|military)|\brisk of diversion to a "
            r"military"
        ),
        (
            r"\b(?:must|shall|has to|have to|obliged to|required to|will have to) (?:also |now "
            r"|in addition |himself )?(?:examine|check|test|verify|provide|obtain|lodge|submit"
            r"|get|sign|produce|keep|give|furnish|hand over|ask)\b[^.]{0,70}?\bend[- ]us"
        ),
        (
            r"\b(?:goods|items?|anything|electronic publications),? (?:whether )?(?:listed"
            r"|controlled|on any list) or (?:not|none)\b|\bwhether or not (?:they are |it "
            r"is )?(?:listed|controlled)|\bnot (?:on|in) the (?:schedule|control list) (?:to|of"
            r"|but)|\bnone of them on the|\b(?:spare parts|goods|bearings|items) on no list\b"
            r"|\bcaught even if they fall below"
        ),
        (
            r"\bend[- ]us(?:e|er)(?:'s)? (?:statement|assurance|certificate|undertaking"
            r"|declaration)s?\b[^.]{0,40}?\b(?:must|shall|is (?:now )?required|are required"
            r"|will be required|becomes|has to|have to)"
        ),
        r"\bmust provide an end-use\b|\bsituational (?:licen[cs]e|permit)s?\b",
        (
            r"\b(?:no[- ]re-?(?:export|sale)|no[- ]russia) clause[^.]{0,60}?\b(?:becomes|is "
            r"extended|extended|compulsory|mandatory|must)|\bunder section 112BA"
            r"|\bsection 744\.(?:6|21|22|23)\b[^.]{0,80}?\b(?:license is|now|required|amend"
            r"|extend)"
        ),
        (
            r"\bmilitary[- ](?:end[- ]us(?:e|er)|intelligence)\b[^.]{0,40}?\b(?:rules?"
            r"|controls?) (?:are|is|now|have been|has been) (?:extended|expanded|widened|cover"
            r"|amended|revised|appl)|\bnew end[- ]us(?:e|er) (?:control|restriction|rule)s?\b"
            r"|\bextension (?:of|to) [^.]{0,30}end[- ]us"
        ),
        (
            r"\bnotice under section [^.]{0,80}\bno one may supply|\bin accordance with "
            r"article 4\(1\)|\bunder article 4 of regulation \(EU\) 2021/821|\bfor military "
            r"(?:users|purposes|ends)[^.]{0,60}?\b(?:prohibited|forbid|outlaw|are banned)"
        ),
    ),
}
"""By measure, regular expressions; whoever proposes, recalls or denies is not meant."""
