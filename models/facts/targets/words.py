"""The words that say whom a measure is directed against."""

import re
from typing import Final

# Under arms embargoes or comprehensive sanctions of the United Nations, the EU or the US.
EMBARGOED: Final = frozenset({"RU", "BY", "IR", "KP", "SY", "CU", "VE", "MM", "AF", "SD", "SS"})
# Whom the measures of an issuer are mostly directed against.
USUAL: Final = {
    "US": ("CN", "RU", "IR", "HK"),
    "CN": ("US", "JP", "TW"),
    "EU": ("RU", "BY", "IR"),
    "JP": ("RU", "BY", "KP"),
    "GB": ("RU", "IR"),
    "TW": ("CN", "RU"),
    "KR": ("RU", "BY"),
    "CH": ("RU",),
}
# Cities and companies that stand for a country.
HINTS: Final = {
    "CN": "对华|對華|対中|Huawei|SMIC|YMTC|Hikvision|DJI|ZTE|CXMT|Inspur|Sophgo|Zhipu|Beijing"
    "|Peking|Pékin"
    "|Shenzhen"
    "|Shanghai|华为|中芯|華為|ファーウェイ|大疆|北京|长江存储|英伟达对华|浪潮|Wuhan|Xinjiang"
    "|新疆|Quanzhou|Wuxi|Dalian"
    "|Xi'an|Shenyang|Fujian|Jinhua|Phytium|飞腾|无锡|大连|西安|深圳|上海|国内|华强北|昇腾"
    "|Ascend|Guangzhou"
    "|Chengdu|Hefei|Nanjing|Suzhou|Tianjin|国防科大|海光|Hygon|无锡|合肥|Cadence|楷登"
    "|Nexperia China",
    "RU": "Moscow|Moskau|Moscou|Vladivostok|St Petersburg|Murmansk|Kaliningrad|Crimea|Krim|Crimée"
    "|Novosibirsk|Novosibirskaya"
    "|Donetsk|Luhansk|モスクワ|莫斯科|Kremlin|ウラジオストク|北緯|St. Petersburg|Wladiwostok"
    "|对俄|對俄"
    "|対露|対ロ|ロ向け|ロシア産",
    "BY": "对白|Minsk|Belavia|明斯克|ミンスク",
    "IR": "Tehran|Teheran|Téhéran|Isfahan|Mahan Air|德黑兰|テヘラン",
    "KP": "对朝|Pyongyang|平壤|平壌|Hamhung|1718|DPRK|朝核",
    "SY": "Damascus|Damaskus|Damas|Aleppo|大马士革|Assad",
    "VE": "Caracas|PDVSA",
    "AF": "Kabul|Taliban",
    "US": "对美|對美|対米|Washington|Nvidia|Lockheed|Raytheon|Boeing|General Dynamics|Skydio"
    "|Illumina|华盛顿"
    "|洛克希德|雷神|英伟达|PVH|因美纳",
    "JP": "对日|對日|対日|Tokyo|Mitsubishi|Kawasaki|IHI|Subaru|三菱|东京|東京|自卫队|自衛隊|防衛",
    "TW": "Taipei|TSMC|台北|台积电|台積電|漢翔|汉翔|AIDC",
    "NL": "ASML|The Hague|Nexperia|安世|阿斯麦",
    "TR": "Ankara|Istanbul|Türkiye",
    "MM": "Tatmadaw|Yangon|Birmanie|Myanmar",
    "HK": "Kowloon|Hongkong",
    "UA": "Kyiv|Kiev|Kiew",
    "KR": "對韓|対韓|Seoul|Samsung|SK hynix|三星|ソウル|首尔",
}
OPENING: Final = 700
JOIN: Final = re.compile(
    r"(?: |、|,|・|/|;|\(|\)|\(?[0-9]{1,3}(?:社|者|件|团体|団体|家|个)?\)?|和|与|與|及び|及|或"
    r"|や|と|並びに|and|und|et|the|with"
    r"|including|einschließlich|y compris|sowie|ainsi que|包括|含|in die|in den|in der|企业|企業"
    r"|of){1,8}"
)

ONE_LETTER: Final = {
    "日": "JP",
    "美": "US",
    "米": "US",
    "华": "CN",
    "華": "CN",
    "中": "CN",
    "俄": "RU",
    "露": "RU",
    "韩": "KR",
    "韓": "KR",
    "台": "TW",
}
AGAINST_ONE: Final = re.compile(
    r"[对對対](?P<one>[日美米俄露韩韓华華中台])(?P<what>军事|两用|出口|輸出|禁輸|实体|實體|镓"
    r"|先端|半导体|新规|小金属|物项|规制|規制|企業)"
    r"|美国?对(?P<two>华)新规|输(?P<three>[日美华])(?=[^出])"
)
TRADE: Final = (
    r"(?:exports?|exported|exporting|sales?|sell|sold|ships?|shipments?|shipping|supply|supplies"
    r"|supplied|sends?|sending"
    r"|transfers?|goods|items?|licen[cs]es?|destinations?|bans?|curbs?|controls?|restrictions"
    r"|sanctions|measures?|package"
    r"|consignments?|diver[a-z]+|re-?exports?|end users?|entities|parties|firms|companies|names"
    r"|addresses|forbidden|Ausfuhr(?:en)?|exportations?)"
)
BEFORE: Final = (
    (
        4.0,
        re.compile(
            r"(?:[Cc]ountry of all records|[Dd]estinations? of (?:the )?"
            r"|[Dd]estinations?(?: country)?|[Cc]ountries concerned"
            r"|目的国|目的地(?:为|為)|对象国|対象国)[ :]{0,2}$"
        ),
    ),
    (
        3.0,
        re.compile(
            TRADE + r"(?: [^\s.;]{1,20}){0,5} (?:to|against|for|on|in|into|nach|vers|gegen"
            r"|contre) (?:the |mainland |all |la |le |les )?$",
            re.IGNORECASE,
        ),
    ),
    (
        3.0,
        re.compile(
            r"\b(?:against|destined for|bound for|targeting|aimed at|gegen|contre) (?:the )?$",
            re.IGNORECASE,
        ),
    ),
    (2.0, re.compile(r"(?:^|\W)(?:to|for|on|in) (?:the )?$")),
    (
        3.0,
        re.compile(r"(?:向|输往|輸往|销往|出口至|出口到|运往|輸出至|输华|出口给)(?:[^。;,]{0,4})$"),
    ),
    (3.0, re.compile(r"(?:对|對|针对|針對|対)$")),
    (3.0, re.compile(r"(?:[0-9一二三四五六七八九十百]{1,4})(?:家|个|個|社|名)$")),
    (4.0, re.compile(r"(?:分布于|分布於|分布在|所在地为|位于|将|を仕向地とする)$")),
    (2.0, re.compile(r"(?:下列|有关|上述)$")),
)
AFTER: Final = (
    (4.0, re.compile(r"(?:向け|宛て?|を仕向地)")),
    (3.0, re.compile(r"への?(?:輸出|両用|出荷|技術|販売|移転)")),
    (3.0, re.compile(r" ?(?:军事|军队|军方|軍事|实体|企业|公司|军工|两用物项出口)")),
    (3.0, re.compile(r"の(?:軍事|軍需|企業|団体|[0-9]{1,4}の?(?:企業|団体|社)|自衛隊)")),
    (4.0, re.compile(r"を念頭|など?に所在|に所在")),
    (3.0, re.compile(r"(?:企業|団体)")),
    (
        3.0,
        re.compile(
            r",? included|,? (?:now |counts as )?an embargoed| is now an embargoed|, counts as"
        ),
    ),
    (
        3.0,
        re.compile(
            r"(?:'s)? (?:military|defen[cs]e|armed forces|compan|firms?|entit|part(?:y|ies)"
            r"|end.?users?|users|recipients|persons|names|customers|buyers|university)",
            re.IGNORECASE,
        ),
    ),
    (2.5, re.compile(r" (?:firms|companies|entities)")),
)
# Where it is said that all destinations are meant, countries are named for other reasons.
ALL: Final = re.compile(
    r"(?:every|all|any|each) (?:other )?destinations?|[Nn]o (?:single )?country is"
    r"|not distinguish by country|destination makes no difference"
    r"|对所有目的地|所有(?:出口)?目的地|没有列国别|未列(?:具体)?国别|不分(?:国别|目的)"
    r"|不论目的国|仕向国の指定はなく|仕向地(?:による限定|の指定|の限定)はなく|全仕向地"
    r"|すべての地域を仕向地|全地域規制|特定の国を(?:名指し|対象|念頭)|仕向け?先は限定されない"
    r"|any country other than China|管的是境外"
)
PASSING: Final = re.compile(
    r"(?:豁免|除外|适用外|適用外|原产于?|原産|従来|exempt|other than|except|例外|制(?:の|造)"
    r"|made in)$|^(?:原产|原産|籍|製|制造)"
    # Whose voice is heard is not whom the measure is against.
    r"|^(?:企業|企业|勢|側|方|メーカー|政府)?(?:は?「|:“|:「|は、?歓迎)"
)
# Who is said to be left out of the measure, in the clause before the name or right after it.
EXCEPTED_BEFORE: Final = re.compile(
    r"(?:\b(?:ausgenommen|mit Ausnahme|außer|nicht (?:erfasst|betroffen)|gilt nicht|gelten nicht"
    r"|(?<!under )(?<!no )except(?:ed|ing)?(?! (?:under|with|where|if|as))|excluding|excludes?"
    r"|excluded|exempts?|exempted|other than|with the exception|à l'exception|à l'exclusion"
    r"|sauf|hormis|excepté|exclu(?:s|es|t)?|ne s'appliquent? pas)\b"
    r"|(?:\bno|\bneither) (?:bans?|embargo(?:es)?|restrictions?|prohibition)\b"
    r"|\bno (?:export )?licen[cs]es? (?:is|are|was|were) (?:needed|required)"
    r"|\bnot (?:directed|aimed|targeted) (?:against|at)\b|\bnicht gegen\b|\bne vis(?:e|ent) pas\b"
    r"|不包括|不含|豁免|除外|除了|例外|(?:并非|並非|不是|不)针对|無須許可|无需许可)[^.;。\n]{0,60}$",
    re.IGNORECASE,
)
EXCEPTED_AFTER: Final = re.compile(
    r"[^.,;。、\n]{0,12}(?:を除く|を除き|以外|除外|は対象外)"
    r"|[^.;。,\n]{0,24}(?:\b(?:there (?:is|are) none"
    r"|(?:is|are) (?:excluded|exempt|excepted|not (?:affected|covered))"
    r"|(?:ist|sind) (?:ausgenommen|nicht betroffen)|(?:est|sont) (?:exclu|exempté))"
    r"|不适用|除外|不在此限|不受影响)",
    re.IGNORECASE,
)
# Who suffers what a measure answers: it is no more aimed at than the seller's customer is.
_HARM: Final = (
    r"(?:situation|war|krieg|guerre|invasion|aggression|angriffs?krieg|lage|agression|integrit[yé]"
    r"|sovereignty|independence|support|assistance|victory|destabili[sz][a-z]{2,4}"
    r"|undermin[a-z]{2,4})"
)
VICTIM: Final = frozenset({"UA"})
SUFFERS_BEFORE: Final = re.compile(rf"\b{_HARM}\b[^.;\n]{{0,40}}$|侵略$|入侵$", re.IGNORECASE)
SUFFERS_AFTER: Final = re.compile(
    r"(?:局势|局勢|危机|危機|問題|问题|情勢|侵略|への?侵(?:略|攻)|侵攻|を侵|戦争|战争|への支援)"
)
ARMED: Final = frozenset({"TW"})
ARMS_BEFORE: Final = re.compile(
    r"\b(?:arms|weapons?|weaponry|military equipment|Waffen[a-z]{0,12}|armes)\b[^.;\n]{0,30}"
    r" (?:to|for|an|nach|à) $|参与(?:对|向)(?:中国)?$",
    re.IGNORECASE,
)
ARMS_AFTER: Final = re.compile(
    r"(?:地区|方面|当局|當局)?[^。;,、\n]{0,6}(?:军售|軍售|售武|售卖武器|出售武器|提供武器"
    r"|出售军|武器(?:売却|供与|輸出))"
)
FIGURES: Final = re.compile(
    r" ?\(?[0-9]{1,4}(?:社|者|件|团体|団体|家|个)?\)?(?![0-9]| ?(?:days?|weeks|months|%"
    r"|per ?cent|m(?:illio)?n"
    r"|billion|[日天億亿万]))"
)
SHARE: Final = re.compile(
    r"\b(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: [a-z]{2,12}){0,2} (?:under|in|from) (?:the )?$",
    re.IGNORECASE,
)
DESTINATIONS: Final = re.compile(
    r"\b(?:under|for|in) (?:the )?(?:destinations?|countr(?:y|ies)) of (?:the )?$"
    r"|(?:内訳|国別|国・地域別)[^。\n]{0,12}$|(?:分布于|分布在|分别位于|涉及)$",
    re.IGNORECASE,
)


LISTED: Final = re.compile(
    r"one each|registered|\bentit|compan|\bfirms?\b|\bnames\b|address|organi[sz]ation"
    r"|\bpart(?:y|ies)\b"
    r"|bod(?:y|ies)|\bsits? in\b|most(?:ly)? (?:are )?in|countries|destinations|sociétés|établi"
    r"|entreprise"
    r"|Unternehmen|Firmen|Länder|pays|实体|實體|企业|公司|团体|団体|企業|社|内訳|残り|所在|分布"
    r"|国家和地区"
    r"|か国|regimes",
    re.IGNORECASE,
)
READER: Final = {"zh": "CN", "ja": "JP"}
ENOUGH: Final = 12
SUBJECTS: Final = {
    "lists_parties": re.compile(
        r"[Ee]ntity [Ll]ist|实体清单|實體清單|實體名單|管控名单|关注名单|エンティティ・?リスト"
        r"|ユーザーリスト"
        r"|\bentities\b|[Uu]nverified|[Uu]nreliable|End User List|列入|\badded to\b|[Ll]isted part"
    ),
    "sanctions": re.compile(
        r"[Ss]anction|embargo|制裁|package\b|禁輸|禁运|禁輸|Embargo|833/2014|765/2006"
        r"|[Gg]eneral License"
    ),
    "items": re.compile(
        r"Annex I\b|Anhang I\b|annexe I\b|Schedule 3|[Rr]are.earth|稀土|希土|レアアース|gallium"
        r"|镓|ガリウム"
        r"|graphite|石墨|黒鉛|别表第一|別表第[1一]|controlled items|清单所列|control list"
        r"|new entries|統一清单"
        r"|品目|tungsten|锑|アンチモン|antimony|锂电池|lithography|quantum|catalogue|目录"
    ),
    "case": re.compile(
        r"sentenced|pleaded|indict|settle|penalt|fined|convicted|court|判决|判決|处罚|罚款|走私"
        r"|逮捕|送検"
    ),
    "military": re.compile(
        r"military|军事|軍事|軍需|militär|militaire|arms embargo|weapons|war\b|invasion"
        r"|aggression|侵略"
    ),
    "easing": re.compile(
        r"suspend|lift|eas(?:e|ing)\b|relax|remov|general licen[cs]e|exception|停止|暂停|解除"
        r"|緩和|放宽"
    ),
    "chips": re.compile(r"\bchips?\b|semiconductor|芯片|半導体|半导体|晶片|AI\b|3A090|\bHBM\b|H20"),
}
NEAR: Final = 80
# Who is barred is told outright: exports to X are banned, 禁止向X出口, Xへの輸出を禁止する.
BARRED_BEFORE: Final = re.compile(
    r"(?:\bexports?|\bshipments?|\bsales?|\bsupply|\btransfers?|\bship|\bsend|\bAusfuhr(?:en)?"
    r"|\bexportations?)\b[^.;\n]{0,60} (?:to|nach|in den|vers|à|en) (?:the |la |le |les |l')?$"
    r"|(?:禁止|不得|停止)[^。;\n]{0,30}(?:向|对|對)(?:[^。;,\n]{0,3})$",
    re.IGNORECASE,
)
BARRED_AFTER: Final = re.compile(
    r"[^.;\n]{0,40}\b(?:banned|prohibited|forbidden|barred|verboten|untersagt|interdites?)\b"
    r"|(?:[^。;\n]{0,16}出口)",
    re.IGNORECASE,
)
EASTERN_BAN: Final = re.compile(
    r"(?:・[ァ-ヺー]{2,12})?(?:向け|への?)[^。;\n]{0,16}(?:輸出|出荷)[^。;\n]{0,12}(?:禁止|停止"
    r"|認めない)"
)
BAN: Final = re.compile(
    r"\b(?:bans?|banned|prohibit(?:s|ed)?|forbids?|forbidden|bars?|barred)\b|禁止|不得|停止"
)
OPERATIVE: Final = re.compile(
    r"\bexport(?:s|ed|ing|ers?)?\b|\bship|licen[cs]e|permit|\bban|prohibit|restrict|sanction"
    r"|embargo"
    r"|Ausfuhr|Genehmigung|verbiet|verbot|Sanktion|interdi|licence|autorisation"
    r"|出口|许可|許可|禁止|管制|限制|输|輸|制裁|規制|列入|追加",
    re.IGNORECASE,
)
