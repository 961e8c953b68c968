"""Clauses in which an English text eases a measure, or proposes one."""

from collections.abc import Mapping
from typing import Final

from dualuse.models.operative.english_words import (
    A_PERMIT,
    ABOUT_EXPORTS,
    CONTROLS,
    GENERAL_LICENCE,
    MONTH,
)

CLAUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "suspension_or_relief": (
        (
            r"(?<!not )\b(?:suspend|stay|paus|shelv)(?:s|ed|es"
            r"|ing)?\b (?:for [a-z0-9 ]{1,16} )?(?:the |its |those |that |these |this |all "
            r"|six |until |from |part of |such |\"|with immediate effect,? )*(?:[a-z0-9.%-]+"
            r" ){0,4}?" + CONTROLS + r"(?! of (?:licen|permit))"
        ),
        (
            r"\b"
            + CONTROLS
            + r"\b[^.]{0,60}?\b(?:is|are|has been|have been|been|be) (?:hereby |now |also "
            r"|therefore |formally )?(?:suspended|stayed|put on hold|paused|put off"
            r"|postponed|deferred|lifted|rescinded|repealed|waived|eased"
            r"|relaxed)\b(?! (?:for (?:two|three|five) years|without))"
        ),
        (
            r"\bsuspen(?:ds?|sion|ded)\b[^.]{0,120}?\b(?:until"
            r"|through) (?:the end of )?(?:\d|" + MONTH + r" \d)"
        ),
        (
            r"\b(?:one-year|temporary|year-long|six-month|ninety-day) (?:suspension"
            r"|pause) of\b"
        ),
        (
            r"\b(?:no longer|not|neither will|nor) (?:need|require|be required|needs"
            r"|requires) (?:to (?:have|obtain|apply for|hold) )?"
            + A_PERMIT
            + r"|\bneed no longer (?:declare|apply|obtain|have|report)"
            r"|\bno longer (?:subject to|required|needed|requires?"
            r"|needs?)\b[^.]{0,50}?\b(?:licen[cs]|permit|authori[sz]|control)"
        ),
        (
            r"(?<!not )\b(?:allow|let|permit|enabl|authori[sz])(?:s|ed|es"
            r"|ing)?\b[^.]{0,140}?\bwithout (?:an? |any |the |needing )?(?:individual "
            r"|single |separate |specific |further |prior |export |US )*(?:licen[cs]e"
            r"|permit|authori[sz]ation)\b"
        ),
        (
            r"\b(?:items|goods|exporters?|technology|parts|products|cameras|software|who"
            r"|they|you|members|companies|machines|compan(?:y|ies)|EAR99"
            r"|residents?[^.]{0,10}) (?:[a-z0-9.,-]+ ){0,10}?(?:may|can"
            r"|will be able to)(?:,? [^.,]{0,50},)? (?!not\b|only\b|no\b"
            r"|any of)[^.]{0,90}?\bwithout (?:an? |any )?(?:individual |single |separate "
            r"|specific |further |prior |export )*(?:licen[cs]e|permit|authori[sz]ation)\b"
        ),
        (
            r"\b(?:new|creat(?:es|ed|ing)|add(?:s|ed)|establish(?:es|ed)|introduc(?:es|ed)"
            r"|open(?:s|ed)|publish(?:es|ed)|issu(?:es?|ed)|brings? in)\b (?:an? |the |its "
            r"|new |called )*(?:" + GENERAL_LICENCE + r"|licen[cs]e exception)"
        ),
        (
            r"(?<!no )\b"
            + GENERAL_LICENCE
            + r"\b[^.]{0,90}?\b(?:allows? (?:exports?|exporters|companies|shipments)"
            r"|permits the|authori[sz]es|may (?:now |from [a-z0-9 ]+ )?be used"
            r"|can (?:now )?be used|becomes (?:available|usable)|is now available"
            r"|will be in place|now available|is extended|has been extended"
            r"|enters? into force|comes into force|takes effect)"
        ),
        (
            r"\bgeneral licen[cs]e (?:no\. )?[A-Z]?-?\d+[^.]{0,40}?\b(?:under which|allow"
            r"|authori[sz])|\bgenerally authori[sz]ed\b|\b(?:temporary )?general licen[cs]e,"
            r"? (?:good|valid) (?:from|until|through)"
        ),
        (
            r"\b(?:takes?|took|remov(?:e|es|ed)|struck|strikes?|delet(?:es?|ed)|dropp?(?:s"
            r"|ed)?)\b[^.]{0,80}?\b(?:off|from) (?:the |its |China's "
            r"|BIS's )?(?:entity list|unverified list|unreliable|control list|annex I\b"
            r"|export control list|SCOMET list|schedule \d|list of controlled)"
        ),
        (
            r"\b(?:removals?|deletion) (?:from|of)\b[^.]{0,40}?\b(?:entity list"
            r"|unverified list)|\b(?:entity|unverified) list removals?\b|\b(?:entity"
            r"|unverified) list:[^.\n]{0,40}removal|\boff the (?:entity |unverified )list\b"
        ),
        (
            r"\bexempt(?:s|ed|ing)?\b[^.]{0,80}?\bfrom (?:the |its |an? "
            r"|any )?(?:[a-z-]+ ){0,3}?(?:licen[cs]\w+|permit|export control|ban on)"
        ),
        (
            r"\b(?:will grant|grants|to grant) (?:[a-z-]+ ){0,2}(?:exemptions?|waivers?"
            r"|relief)"
        ),
        (
            r"\b(?:eas|relax|loosen|soften|simplif)(?:es|ed|ing|ies|ied|s)\b (?:the |its "
            r"|some |certain |export |of )*(?:[a-z-]+ ){0,4}?(?:controls?|curbs?|rules?"
            r"|restrictions?|licen[cs]\w+|requirements?|exports?|permits?|terms|ban)\b"
            r"|\b(?:export controls?|curbs?|licen[cs]\w+ requirements?) (?:are |is "
            r"|have been )?(?:eased|relaxed|loosened)"
        ),
        (
            r"\blift(?:s|ed|ing) (?:the |its |a |an |export |all "
            r"|some )*(?:[a-z-]+ ){0,4}?(?:ban|bans|controls?|curbs?|restrictions?"
            r"|requirements?|embargo|block|prohibition|moratorium) (?:on|for|to|of)\b"
            r"|\bmoratorium (?:ends|lifted|is over)"
        ),
        (
            r"\b(?:rescind|repeal|abolish|scrap|drop|revok)(?:s|ped|ed|es|ing)?\b (?:the "
            r"|its |that |an? |this )*(?:[a-z0-9-]+ ){0,4}?(?:rule|requirements?|ban"
            r"|controls?|announcement|framework|restrictions?|embargo|encryption order)\b"
            r"|\brescission of\b"
        ),
        (
            r"\b(?:will|does|shall) not (?:be )?enforced?\b[^.]{0,60}?\b(?:rule|requirement"
            r"|framework|provision)|\bnon-?enforcement\b|\bnot to enforce\b"
        ),
        (
            r"\b(?:requirement|control|rule|licen[cs]\w+|permits?|date"
            r"|announcement)s?\b[^.]{0,80}?\b(?:postponed|deferred|put off|delayed"
            r"|pushed back|in abeyance|put back) (?:until|till|to|from|by)"
            r"|\bcompliance date\b[^.]{0,50}?\b(?:extended|postponed|delayed|moved)"
            r"|\bdelay of (?:effective|compliance) date|\bdeferment of\b"
        ),
        (
            r"\b(?:move[sd]?|lift(?:ed|s)|took|takes|put back"
            r"|restor\w+)\b[^.]{0,60}?\b(?:country group A|group A\b|white ?list|A:5)"
            r"|\bdecontrol(?:s|led|ling)?\b"
        ),
        (
            r"\b(?:is|are) (?:no longer) (?:listed|controlled|caught|restricted|banned)\b"
            r"|\b(?:list|annex|schedule|order|notification|rule) (?:deletes|drops|releases"
            r"|frees)\b"
        ),
        (
            r"\b(?:exception|general licen[cs]e|general authori[sz]ation"
            r"|GAE[A-Z]+)\b[^.]{0,60}?\bin (?:place|stead) of\b|\bin place of (?:the "
            r"|an? )?(?:case-by-case |individual |single |SCOMET )+(?:licen[cs]e|permit"
            r"|authori[sz]ation)"
        ),
        (
            r"\b(?:general licen[cs]e|TGL|exemption|suspension|waiver|authori[sz]ation"
            r"|general authori[sz]ation)\b[^.]{0,50}?\b(?:is|are|has been|was) (?:extended"
            r"|prolonged|renewed) (?:until|to|for|by|through)|\bextend(?:s"
            r"|ed) (?:the )?(?:temporary )?(?:general licen[cs]e|suspension|exemption"
            r"|waiver)"
        ),
        (
            r"\b(?:falls away|fall away|comes? back (?:by itself |into force )?on"
            r"|relief (?:applies|lasts|stops)|can (?:again )?use licen[cs]e exceptions again"
            r"|sleeps for|put to sleep|on hold until|will again review)\b"
        ),
        (
            r"\b(?:licence|permit|controls?|curbs?|ban|rule)s? (?:[a-z-]+ ){0,3}?(?:waived"
            r"|suspended|shelved|scrapped|lifted|eased|on hold)\b[^\n]{0,60}\n"
        ),
        (
            r"\b(?:Allgemeine Genehmigung Nr|Aussetzung der|nicht mehr genehmigungspflichtig"
            r"|(?:est|sont) suspendue?s?|levée de l'(?:interdiction|embargo))\b"
        ),
    ),
    "consultation": (
        (
            r"\b(?:comments?|submissions?|views) (?:are |is |must be |should be |may be "
            r"|can be |will be |have to )?(?:due|close[sd]?|received|invited|sought|wanted"
            r"|requested|open until|accepted until|reach)\b"
        ),
        (
            r"\b(?:targeted|public|second round of) consultation\b|\bconsultation (?:paper"
            r"|closes|runs|opens|is open|ends)\b"
        ),
        (
            r"\b(?:request|open call|call|calls|asks?|seeks|invit(?:es|ed)"
            r"|wants?) (?:for )?(?:the )?(?:public )?(?:comments?|evidence|views"
            r"|the public)\b" + ABOUT_EXPORTS
        ),
        (r"\bpropos(?:es|ing) (?:to |that |a |an |the |new )" + ABOUT_EXPORTS),
        (
            r"\b(?:proposed|draft) (?:rules?|decree|law|order|regulations?|list|amendment"
            r"|controls)\b" + ABOUT_EXPORTS
        ),
        (
            r"\bnotice of inquiry|\badvance notice of proposed"
            r"|\bproposal for a (?:regulation|council)|\bcall for evidence|\bhave your say"
            r"|\bdiscussion paper|\bcall for views|\bpaper for discussion"
        ),
        (
            r"\bunder (?:the (?:draft|proposal)|(?:the (?:first|second"
            r"|third) )?option [A-D]?)\b|\boption [A-D] would\b|\b(?:has"
            r"|have) taken no decision|\bnothing (?:has been|is) decided"
            r"|\bnothing in this paper\b|\bECCN [0-9][A-E]\d{3} would\b"
        ),
        (
            r"\b(?:Referentenentwurf|Konsultation|Stellungnahmen? (?:bis|können)"
            r"|consultation publique)\b"
        ),
    ),
}
"""By measure, regular expressions; whoever proposes, recalls or denies is not meant."""
