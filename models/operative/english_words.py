"""What English clauses about export control are made of: regular expressions."""

from typing import Final

PERMIT: Final = r"(?:licen[cs]es?|permits?|authori[sz]ations?|permission)\b"
A_PERMIT: Final = r"(?:an? |the |any |prior |its |his |their )?(?:[a-z0-9-]+ ){0,3}?" + PERMIT
NEEDS: Final = (
    r"(?:needs?|requires?|wants?|demands?|must (?:now |first |also )?(?:have|obtain|hold|get"
    r"|seek|apply for|ask for|carry)|ha(?:s|ve) to (?:now )?(?:have|hold|obtain|get|apply for"
    r"|ask for)|shall (?:need|require|obtain|apply for|be subject to))"
)
MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
DAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|midnight"
    r"|new year|receipt|that day|\d{1,2}|" + MONTH + r" \d)"
)
FROM: Final = (
    r"\b(?:from|since|as of|as from|effective|starting|beginning|with effect from"
    r"|until) (?:the )?" + DAY
)
PARTIES: Final = (
    r"(?:entit(?:y|ies)|compan(?:y|ies)|firms?|organi[sz]ations?|part(?:y|ies)|institut(?:e"
    r"|ion)s?|universit(?:y|ies)|bodies|subsidiaries|affiliates|suppliers|businesses|addresses"
    r"|customers|end users|operators|operations|persons|traders)"
)
PARTY_LIST: Final = (
    r"(?:(?:[a-z]+ )?entit(?:y|ies)[ -]list|unverified list|export control list|control list"
    r"|watch ?list|concern list|military end[ -]user list|MEU list|foreign (?:end[ -])?user list"
    r"|denied persons list|list of (?:[a-z-]+ ){0,3}(?:entities|end[ -]users|companies|parties))"
)
CONTROLS: Final = (
    r"(?:requirements?|rules?|announcements?|controls?|restrictions?|provisions?|measures?|bans?"
    r"|amendments?|curbs?|prohibitions?|embargo|licensing|framework|notification|Nos?\.? ?\d+)"
)
GENERAL_LICENCE: Final = (
    r"(?:(?:open |temporary |union |new |global |national )*general (?:export |transfer |trade "
    r"control |import )*(?:licen[cs]es?|authori[sz]ations?|permits?)|OGELs?|OGLs?|TGLs?"
    r"|GAE[A-Z]{1,2}\b|(?:open|bulk) (?:export )?licen[cs]es?|licen[cs]e exceptions? [A-Z]{3}\b)"
)
ABOUT_EXPORTS: Final = (
    r"(?=[\s\S]{0,250}\b(?:exports?|exporters?|dual[- ]use|ECCNs?|end[- ]us|sanctions|strategic "
    r"goods|re-?exports?))"
)
NUMBER: Final = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{2,6}teen|twenty"
    r"|thirty|forty|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-[a-z]{2,6})"
)
PLACE: Final = (
    r"(?:russia|belarus|iran|north korea|dprk|syria|china|chinese|japan|japanese|myanmar"
    r"|venezuela|israel|turkey|türkiye|georgia|ethiopia|hong kong|military|any of (?:them|the)"
    r"|these|those|there|anyone|them|crimea|taiwan|the (?:US|united states)|american)"
)
