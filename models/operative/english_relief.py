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
            r"(?<!not )\b(?:suspend|stay|paus|shelv)(?:s|ed|es|ing)?\b "
            r"(?:for [a-z0-9 ]{1,16} )?(?:the |its |those |that |these |this |all "
            r"|six |until |from |part of |such |\"|with immediate effect,? )*(?:[a-z0-9.%-]+"
            r" ){0,4}?" + CONTROLS + r"(?! of (?:licen|permit))"
        ),
        (
            r"\b"
            + CONTROLS
            + r"\b[^.]{0,60}?\b(?:is|are|has been|have been|been|be) (?:hereby |now |also "
            r"|therefore |formally )?(?:suspended|stayed|put on hold|paused|put off|postponed"
            r"|deferred|lifted|rescinded|repealed|waived|eased|relaxed)\b(?! (?:for (?:two"
            r"|three|five) years|without))"
        ),
        (
            r"\bsuspen(?:ds?|sion|ded)\b[^.]{0,120}?\b(?:until"
            r"|through) (?:the end of )?(?:\d|" + MONTH + r" \d)"
        ),
        (r"\b(?:one-year|temporary|year-long|six-month|ninety-day) (?:suspension|pause) of\b"),
        (
            r"\b(?:no longer|not|neither will|nor) (?:need|require|be required|needs|requires) "
            r"(?:to (?:have|obtain|apply for|hold) )?"
            + A_PERMIT
            + r"|\bneed no longer (?:declare|apply|obtain|have|report)|\bno longer (?:subject to"
            r"|required|needed|requires?|needs?)\b[^.]{0,50}?\b(?:licen[cs]|permit|authori[sz]"
            r"|control)"
        ),
        (
            r"(?<!not )\b(?:allow|let|permit|enabl|authori[sz])(?:s|ed|es"
            r"|ing)?\b[^.]{0,140}?\bwithout (?:an? |any |the |needing )?(?:individual |single "
            r"|separate |specific |further |prior |export |US )*(?:licen[cs]e|permit"
            r"|authori[sz]ation)\b"
        ),
        (
            r"\b(?:items|goods|exporters?|technology|parts|products|cameras|software|who|they"
            r"|you|members|companies|machines|compan(?:y|ies)|EAR99|residents?[^.]{0,10}) "
            r"(?:[a-z0-9.,-]+ ){0,10}?(?:may|can|will be able to)(?:,? [^.,]{0,50},)? (?!not\b"
            r"|only\b|no\b|any of)[^.]{0,90}?\bwithout (?:an? |any )?(?:individual |single "
            r"|separate |specific |further |prior |export )*(?:licen[cs]e|permit"
            r"|authori[sz]ation)\b"
        ),
        (
            r"\b(?:new|creat(?:es|ed|ing)|add(?:s|ed)|establish(?:es|ed)|introduc(?:es|ed)|open"
            r"(?:s|ed)|publish(?:es|ed)|issu(?:es?|ed)|brings? in)\b (?:an? |the |its "
            r"|new |called )*(?:" + GENERAL_LICENCE + r"|licen[cs]e exception)"
        ),
        (
            r"(?<!no )\b"
            + GENERAL_LICENCE
            + r"\b[^.]{0,90}?\b(?:allows? (?:exports?|exporters|companies|shipments)|permits the"
            r"|authori[sz]es|may (?:now |from [a-z0-9 ]+ )?be used|can (?:now )?be used"
            r"|becomes (?:available|usable)|is now available|will be in place|now available"
            r"|is extended|has been extended|enters? into force|comes into force|takes effect)"
        ),
        (
            r"\bgeneral licen[cs]e (?:no\. )?[A-Z]?-?\d+[^.]{0,40}?\b(?:under which|allow"
            r"|authori[sz])|\bgenerally authori[sz]ed\b|\b(?:temporary )?general licen[cs]e,? "
            r"(?:good|valid) (?:from|until|through)"
        ),
        (
            r"\b(?:takes?|took|remov(?:e|es|ed)|struck|strikes?|delet(?:es?|ed)|dropp?(?:s"
            r"|ed)?)\b[^.]{0,80}?\b(?:off|from) (?:the |its |China's |BIS's )?(?:entity list"
            r"|unverified list|unreliable|control list|annex I\b|export control list|SCOMET list"
            r"|schedule \d|list of controlled)"
        ),
        (
            r"\b(?:removals?|deletion) (?:from|of)\b[^.]{0,40}?\b(?:entity list|unverified list)"
            r"|\b(?:entity|unverified) list removals?\b|\b(?:entity"
            r"|unverified) list:[^.\n]{0,40}removal|\boff the (?:entity |unverified )list\b"
        ),
        (
            r"\bexempt(?:s|ed|ing)?\b[^.]{0,80}?\bfrom (?:the |its |an? "
            r"|any )?(?:[a-z-]+ ){0,3}?(?:licen[cs]\w+|permit|export control|ban on)"
        ),
        (r"\b(?:will grant|grants|to grant) (?:[a-z-]+ ){0,2}(?:exemptions?|waivers?|relief)"),
        (
            r"\b(?:eas|relax|loosen|soften|simplif)(?:es|ed|ing|ies|ied|s)\b (?:the |its |some "
            r"|certain |export |of )*(?:[a-z-]+ ){0,4}?(?:controls?|curbs?|rules?|restrictions?"
            r"|licen[cs]\w+|requirements?|exports?|permits?|terms|ban)\b|\b(?:export controls?"
            r"|curbs?|licen[cs]\w+ requirements?) (?:are |is |have been )?(?:eased|relaxed"
            r"|loosened)"
        ),
        (
            r"\blift(?:s|ed|ing) (?:the |its |a |an |export |all |some )*"
            r"(?:[a-z-]+ ){0,4}?(?:ban|bans|controls?|curbs?|restrictions?|requirements?|embargo"
            r"|block|prohibition|moratorium) (?:on|for|to|of)\b|\bmoratorium (?:ends|lifted|is "
            r"over)"
        ),
        (
            r"\b(?:rescind|repeal|abolish|scrap|drop|revok)(?:s|ped|ed|es|ing)?\b (?:the |its "
            r"|that |an? |this )*(?:[a-z0-9-]+ ){0,4}?(?:rule|requirements?|ban|controls?"
            r"|announcement|framework|restrictions?|embargo|encryption order)\b|\brescission of\b"
        ),
        (
            r"\b(?:will|does|shall) not (?:be )?enforced?\b[^.]{0,60}?\b(?:rule|requirement"
            r"|framework|provision)|\bnon-?enforcement\b|\bnot to enforce\b"
        ),
        (
            r"\b(?:requirement|control|rule|licen[cs]\w+|permits?|date"
            r"|announcement)s?\b[^.]{0,80}?\b(?:postponed|deferred|put off|delayed|pushed back"
            r"|in abeyance|put back) (?:until|till|to|from|by)|\bcompliance date\b[^.]{0,50}?\b"
            r"(?:extended|postponed|delayed|moved)|\bdelay of (?:effective|compliance) date"
            r"|\bdeferment of\b"
        ),
        (
            r"\b(?:move[sd]?|lift(?:ed|s)|took|takes|put back|restor\w+)\b[^.]{0,60}?\b"
            r"(?:country group A|group A\b|white ?list|A:5)|\bdecontrol(?:s|led|ling)?\b"
        ),
        (
            r"\b(?:is|are) (?:no longer) (?:listed|controlled|caught|restricted|banned)\b|\b"
            r"(?:list|annex|schedule|order|notification|rule) (?:deletes|drops|releases|frees)\b"
        ),
        (
            r"\b(?:exception|general licen[cs]e|general authori[sz]ation"
            r"|GAE[A-Z]+)\b[^.]{0,60}?\bin (?:place|stead) of\b|\bin place of (?:the "
            r"|an? )?(?:case-by-case |individual |single |SCOMET )+(?:licen[cs]e|permit"
            r"|authori[sz]ation)"
        ),
        (
            r"\b(?:general licen[cs]e|TGL|exemption|suspension|waiver|authori[sz]ation|general "
            r"authori[sz]ation)\b[^.]{0,50}?\b(?:is|are|has been|was) (?:extended|prolonged"
            r"|renewed) (?:until|to|for|by|through)|\bextend(?:s|ed) "
            r"(?:the )?(?:temporary )?(?:general licen[cs]e|suspension|exemption|waiver)"
        ),
        (
            r"\b(?:falls away|fall away|comes? back (?:by itself |into force )?on|relief "
            r"(?:applies|lasts|stops)|can (?:again )?use licen[cs]e exceptions again|sleeps for"
            r"|put to sleep|on hold until|will again review)\b"
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
            r"\b(?:comments?|submissions?|views) (?:are |is |must be |should be |may be |can be "
            r"|will be |have to )?(?:due|close[sd]?|received|invited|sought|wanted|requested"
            r"|open until|accepted until|reach)\b"
        ),
        (
            r"\b(?:targeted|public|second round of) consultation\b|\bconsultation (?:paper"
            r"|closes|runs|opens|is open|ends)\b"
        ),
        (
            r"\b(?:request|open call|call|calls|asks?|seeks|invit(?:es|ed)|wants?) "
            r"(?:for )?(?:the )?(?:public )?(?:comments?|evidence|views"
            r"|the public)\b" + ABOUT_EXPORTS
        ),
        (r"\bpropos(?:es|ing) (?:to |that |a |an |the |new )" + ABOUT_EXPORTS),
        (
            r"\b(?:proposed|draft) (?:rules?|decree|law|order|regulations?|list|amendment"
            r"|controls)\b" + ABOUT_EXPORTS
        ),
        (
            r"\bnotice of inquiry|\badvance notice of proposed|\bproposal for a (?:regulation"
            r"|council)|\bcall for evidence|\bhave your say|\bdiscussion paper|\bcall for views"
            r"|\bpaper for discussion"
        ),
        (
            r"\bunder (?:the (?:draft|proposal)|(?:the (?:first|second|third) )?option [A-D]?)\b"
            r"|\boption [A-D] would\b|\b(?:has|have) taken no decision|\bnothing (?:has been"
            r"|is) decided|\bnothing in this paper\b|\bECCN [0-9][A-E]\d{3} would\b"
        ),
        (
            r"\b(?:Referentenentwurf|Konsultation|Stellungnahmen? (?:bis|können)|consultation "
            r"publique)\b"
        ),
    ),
}
"""By measure, regular expressions; whoever proposes, recalls or denies is not meant."""
