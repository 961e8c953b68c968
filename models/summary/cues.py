"""Words by which a key sentence is known, and a sentence that nobody needs.

In English, Chinese, Japanese, German and French. A cue alone decides nothing: the ranker learns
how far each can be trusted.
"""

import re
from typing import Final


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


CUES: Final = {
    # What a clause does.
    "obliges": _pattern(
        r"\b(?:must|shall|may not|not be exported|requir\w+|prohibit\w*|ban(?:s|ned|ning)?"
        r"|forbid\w*|forbad\w*|restrict\w*|hereby|halt\w*|barred"
        r"|needs? (?:a |an |no )?(?:export )?(?:licen[cs]e|permit|permission|authori[sz]ation))\b"
        r"|不得|禁止|须|須|应当|應|需要?申请|取得许可|许可证|实施(?:出口)?管制"
        r"|必要(?:です|とな|があ)|許可(?:が|を)|しなければならない|てはならない|禁じ|義務"
        r"|\b(?:verbiet\w*|verboten|muss|müssen|bedarf|genehmigungspflicht\w*|untersagt"
        r"|interdit\w*|doi(?:t|vent)|soumis\w*|autorisation)\b"
    ),
    "takes effect": _pattern(
        r"\b(?:effective|takes? effect|took effect|in force|into force|come into|as of"
        r"|with effect|from (?:today|now)|applies from|immediate(?:ly)?|until|through|expires?"
        r"|since)\b|施行|生效|起实施|起执行|之日起|自.{1,14}日起|即日|発効|適用(?:され|開始|し)"
        r"|から(?:実施|施行)|まで|截止|至.{1,12}[日月年]"
        r"|\b(?:in Kraft|ab dem|gilt|seit|bis zum|entrée? en vigueur|à compter|jusqu'au|depuis)\b"
    ),
    "acts": _pattern(
        r"\b(?:announc\w+|publish\w*|issued?|adopt\w*|add(?:s|ed|ing)?|amend\w*|suspend\w*"
        r"|lift\w*|remov\w*|impos\w*|introduc\w*|plac(?:es|ed)|list(?:s|ed|ing)?|revis\w*"
        r"|propos\w*|open(?:s|ed)?|sign(?:s|ed)?|grant\w*|authori[sz]\w*|extend\w*)\b"
        r"|公告|公布|发布|發布|宣布|列入|纳入|增列|修改|修订|暂停|移出|取消|決定|决定|公表|発表"
        r"|追加|改正|告示|停止|指定|掲載"
        r"|\b(?:angekündigt|veröffentlicht|beschlossen|erlassen|aufgenommen|aufgehoben|ausgesetzt"
        r"|annonc\w+|publi\w+|ajout\w+|levé\w*)\b"
    ),
    "licence": _pattern(
        r"\b(?:licen[cs]\w+|permit\w*|authori[sz]ation\w*|approval)\b|许可|許可|Genehmigung"
        r"|autorisation"
    ),
    "exempts": _pattern(
        r"\b(?:except\w*|exempt\w*|does not apply|do not apply|not apply|unless|outside|unaffected"
        r"|not affected|not cover\w*|not mean)\b|除外|豁免|例外|不受影响|不适用|無需|无需|不在"
        r"|対象外|除く|かからない|\b(?:ausgenommen|Ausnahme\w*|gilt nicht|sauf|excepté\w*)\b"
    ),
    "deadline": _pattern(
        r"\b(?:comments?|deadline|by \d|before \d|within \d+|days|no later)\b|意见|意見|期限|之前"
        r"|以前|以内|截止|締め切|期日|Frist|Stellungnahme\w*|délai|avant le|observations"
    ),
    "penalty": _pattern(
        r"\b(?:penalt\w+|fine[ds]?|liable|prosecut\w+|sentenced|guilty|denial|violat\w+|million)\b"
        r"|处罚|罚款|追究|法律责任|判处|違反|罰|违反|Bußgeld|Strafe\w*|amende\w*"
    ),
    "end use": _pattern(
        r"\b(?:end[- ]us\w+|military|weapons?|defen[cs]e|re-?export\w*|transfer\w*)\b|最终用|最終"
        r"|军事|軍事|转移|转让|再出口|移転|再輸出|军|武器|Endverwend\w+|militär\w*|militaire\w*"
    ),
    "to do": _pattern(
        r"\b(?:stop|hold|check|screen|review|apply|submit|freeze|classify"
        r"|before (?:shipping|export))\b|停止|核查|筛查|自查|申请|確認|申請|判定|prüfen|vérifi\w+"
    ),
    "in sum": _pattern(
        r"\b(?:therefore|thus|means that|in short|in sum|summary|key points?|important"
        r"|bottom line)\b|因此|意味着|要点|总之|つまり|要するに|ポイント|wichtig|en résumé|donc"
    ),
    # Whom and what it names.
    "authority": _pattern(
        r"\b(?:MOFCOM|BIS|METI|OFAC|Commerce|Ministry|Bureau|Commission|Council|Department"
        r"|Treasury|Directorate|Customs|Government|Regulation|Order|Rule|Notice|Announcement"
        r"|Decree|Act)\b|商务部|商務部|海关总署|海關|国务院|经济产业省|経済産業省|商務省|委员会"
        r"|委員会|条例|政令|省令|法律|规则|規則|令|BAFA|Verordnung|Ministerium|Bundes\w+"
        r"|règlement|ministère|décret|arrêté"
    ),
    "list": _pattern(
        r"\b(?:control list|entity list|unreliable|annex|schedule|supplement|appendix|ECCN"
        r"|entries|categories|items?|goods|products?|software|technology|equipment)\b"
        r"|清单|清單|名单|名單|目录|附件|物项|物項|リスト|別表|品目|貨物|技術|名簿|両用|Güter"
        r"|Waren|Anhang|biens|annexe|liste"
    ),
    "country": _pattern(
        r"\b(?:China|Chinese|Japan\w*|Russia\w*|Iran\w*|US|U\.S\.|United States|American|EU"
        r"|Taiwan|Korea\w*|Netherlands|Dutch)\b|中国|日本|美国|美國|俄罗斯|米国|ロシア|イラン|台湾"
        r"|韓国|欧盟|EU"
    ),
    "figure": _pattern(r"\d"),
    "year": _pattern(r"(?:19|20)\d\d|令和|平成"),
    "day": _pattern(
        r"\d{1,2}\.? (?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février"
        r"|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
        r"|(?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}|\d{1,2}月\d{1,2}日"
        r"|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d\.\d{1,2}\.(?:19|20)\d\d"
    ),
    # What is said around it.
    "contact": _pattern(
        r"\b(?:contact|tel|phone|fax|e-?mail|questions?|enquir\w+|helpdesk|press office|webinar"
        r"|register|subscribe|newsletter|copyright|all rights)\b|https?:|www\.|@|电话|電話|联系"
        r"|聯絡|邮箱|传真|問い合わせ|問合せ|連絡先|担当|内線|咨询|编辑|記者|记者|责编|来源|文責"
        r"|配布|\b(?:Ansprechpartner\w*|Rückfragen|Kontakt|Telefon|Auskünfte|téléphone|courriel"
        r"|rédaction)\b"
    ),
    "disclaimer": _pattern(
        r"\b(?:not legal advice|general information|for information only|no liability|disclaimer"
        r"|without guarantee)\b|仅供参考|不构成|法律意见|一般的な情報|助言では"
        r"|\b(?:keine Rechtsberatung|ohne Gewähr|ne constitue pas)\b"
    ),
    "greeting": _pattern(
        r"^(?:dear|hi|hello|colleagues|sehr geehrte|liebe|madame|monsieur|bonjour|各位|敬启|尊敬"
        r"|拝啓|お客様各位|関係各位|平素)|(?:regards|sincerely|敬上|敬具|此致|grüße\w*|cordialement)"
    ),
    "we": _pattern(
        r"\b(?:I|we|our|us|my)\b|我们|我們|本公司|我司|弊社|当社|私たち|われわれ"
        r"|\b(?:wir|unser\w*|ich|nous|notre|nos|je)\b"
    ),
    "you": _pattern(
        r"\b(?:you|your|please)\b|请|請|贵司|您|お客様|ください|下さい"
        r"|\b(?:Sie|bitte|vous|votre|veuillez)\b"
    ),
    "quotation": _pattern(r"[“”「」\"„«»‘]"),
    "says": _pattern(
        r"\b(?:said|says|told|asked|according to|thinks?|believes?|wrote)\b|表示|称|认为|指出|说"
        r"|說|述べ|語っ|話す|話し|という|\b(?:sagte|sagt|laut|zufolge|déclar\w*|selon|affirm\w*)\b"
    ),
    "background": _pattern(
        r"\b(?:last year|in 20[01]\d|years ago|until now|previously|earlier|meanwhile|since then"
        r"|history|background)\b|此前|去年|以来|背景|当时|過去|これまで|昨年|bisher|früher"
        r"|auparavant"
    ),
    "market": _pattern(
        r"\b(?:prices?|shares|percent|per cent|market|analysts?|sales|tonnes|revenue)\b|价格|股价"
        r"|市场|分析|吨|相場|株価|市場|アナリスト|Preis\w*|prix|marché"
    ),
    "meeting": _pattern(
        r"\b(?:meeting|agenda|minutes|present|apologies|chair|coffee|lunch|parking|holiday|staff"
        r"|canteen)\b|会议|出席|纪要|記録|出席者|議事|Sitzung|Protokoll|réunion"
    ),
    # Its form.
    "asks": _pattern(r"[?？]\s*$|^(?:问|問|Q\d*[:：.]|Ｑ)"),
    "answers": _pattern(r"^(?:答|A\d*[:：.]|Ａ|Answer)"),
    "opens a list": _pattern(r"[:：]\s*$"),
    "no full stop": _pattern(r"[^.!?。！？…”」』)）\"'»:：;；]\s*$"),
    "list item": _pattern(
        r"^\s*(?:[-*•·–—▪●○■□◆※►✓]|[(（]?[0-9a-z一二三四五六七八九十]{1,3}[)）.、．])"
    ),
    "heading": _pattern(r"^\s*(?:#|【|《|\|)"),
    "comma": _pattern(r"[,，、;；]"),
}
"""By what it is called in the weights: a pattern that is looked for in a sentence."""

COUNTED: Final = ("obliges", "takes effect", "acts", "list", "licence", "figure", "comma")
"""Cues of which it also matters how often they stand in a sentence."""
