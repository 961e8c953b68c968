"""The words that tell the parties of a measure from other names."""

import re
from typing import Final

from dualuse.models.facts.parties.names import HAN_MARK

LIST: Final = re.compile(
    r"出口管制管控名单|管控名单|关注名单|不可靠实体清单|反制清单|实体清单|實體(?:管理)?名單"
    r"|未经核实清单"
    r"|军事最终用户清单|最终用户清单|实体管理名单|管控名簿|管控名単|関注名単"
    r"|Military End.User List|MEU List|Entity List|entity list|Unverified List"
    r"|[Uu]nreliable [Ee]ntity"
    r" [Ll]ist|Denied Persons List|[Vv]alidated [Ee]nd.?[Uu]ser"
    r"|[Ee]xport [Cc]ontrol [Ll]ist|Watch List|(?:Foreign )?End User List|SDN List|Annex IV"
    r"|Specially Designated Nationals|外国ユーザーリスト|エンティティー?・?リスト|規制リスト"
    r"|実体管理リスト"
    r"|軍事エンドユーザーリスト|特定団体|control list"
)
MARK: Final = re.compile(
    r"\b(?:Co|Ltd|Limited|Inc|Incorporated|LLC|L\.L\.C|Corp|Corporation|GmbH|S\.A|S\.p\.A|B\.V|N\.V"
    r"|PLC|plc|Pte|AG|OÜ|JSC|OOO|FZE|FZCO|Company|Group|Holdings?|Technolog(?:y|ies)|Systems"
    r"|Industries|University|Institute|Laborator(?:y|ies)|Labs|Academy|Cent(?:er|re)|Foundation"
    r"|Banka?s?"
    r"|Electronics?|Aerospace|Semiconductor|Logistics|Trading|Airlines?|Solutions|Engineering"
    r"|Research"
    r"|Aviation|Microelectronics|Instruments|Photonics|Capital|International|Shipyard|Dynamics)\b"
    rf"|{HAN_MARK}$"
)
NO_PARTY: Final = re.compile(
    r"Bureau of|Department|Ministry|Minist|Entity List|Federal|Commission|Committee|Council"
    r"|End.?User"
    r"|Export|Security Council|Supplement|Country Group|Office|Government|Unreliable|Regulation"
    r"|Register"
    r"|Article|Section|Annex|Notice|Announcement|Order|Act\b|Law\b|Licen[cs]e|Exception|Part\b|Rule"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June"
    r"|July|August|September|October|November|December|Treasury|Commerce|White House|Congress"
    r"|Senate"
    r"|BIS\b|OFAC|DDTC|MOFCOM|METI|ECJU|EAR\b|ITAR|ECCN|\bEU\b|\bUS\b|\bUK\b|\bUN\b|Q\d|FAQ"
    r"|List\b|CEO"
    r"|United States|European|Union|World|Chamber|Association|Newsletter|Bulletin|Weekly|Daily"
    r"|Review"
    r"|商务部|商務部|海关|海關|外交部|委员会|委員会|政府|协会|協會|部门|省$|该公司|各公司"
    r"|本公司"
    r"|我司|总公司|子公司|分公司|贵公司|外国公司|中国公司|美国公司|日本公司"
)
NEVER: Final = re.compile(
    r"\b(?:List|Lists|Group [A-Z]|Country Group|Australia Group|Regulations?|Act|Law|Administration"
    r"|Schedule|Annex|Convention|Licen[cs]e|Register|Court|Items?|Use|Users?|Modifications?"
    r"|Controls?"
    r"|Computing|Region|Task Force|Penalt(?:y|ies)|Million|Billion|Shipments?|Sales|Measures?"
    r"|Restrictions?|Arrangement|IFR|Traffic|Republic|Federation|Policy|Exports)$"
    r"|^[A-Z]{2,8}/[0-9]|^(?:Group|Company|Centre|Center"
    r"|Ltd|Corp|Inc"
    r"|Research|Engineering|Aviation|Electronics|University|EAR99|ECCN|May|March)$|Country Group"
    r"|[一二三四五六七八九十0-9]+[家条处个]$|^(?:该|各|本|两|其|我|同|一|它|也|都)"
    r"|^(?:Russian )?Federation\b|^People's Republic|^(?:Software|Analysis|Automate|Supercomputer"
    r"|Unmanned|Dual-Use|USML|DHS|Bureau of Industry|Department of)\b"
    r"|^(?:跨国)?(?:子|分|总|母)公司$|(?:的|其他)(?:公司|企业|机构|学院|中心)$"
)
LISTING: Final = re.compile(
    r"列入|加入|新增|增列|添加|列单|\badd(?:s|ed)?\b|designat|\blisted\b|\bput on\b|\bnamed?\b"
    r"|names\b"
    r"|respondents?|名单|リスト|名簿|指定|書き加え|\blist\b|in the matter|denied|denial"
    r"|sanction|删除|移除"
    r"|\blisting\b|blacklist|remov|進入|进入|禁止",
    re.IGNORECASE,
)
ACCUSED: Final = re.compile(
    r"\bfined\b|penalt|settle|plead|sentenced|charged|convicted|guilty|indict|apply|applicant"
    r"|agreed to pay"
    r"|Anklage|verurteilt|amende|prévenu|当事人|被告|処分|和解|逮捕|送検|起訴|不正輸出|走私|罚款|伪报|認め|违规|违法",
    re.IGNORECASE,
)
LETTER: Final = re.compile(
    r"\b(?:letter|informed|exempt|licen[cs]e|supply|exports? to"
    r"|shipments? to)\b"
)
CUES: Final = {"listing": LISTING, "accused": ACCUSED, "letter": LETTER, "list": LIST}
NAMING: Final = re.compile(
    r"(?:named are|names? (?:is|are)|are|including|includes?|such as|namely|among them|names"
    r"|against"
    r"|to|supply|put|added|adds|of|with|respondents?|applicant|matter of|who|facts\.?|名单|包括|有"
    r"|：|:)[ :]{0,3}$",
    re.IGNORECASE,
)
# Who is put on a list in so many words: 将…列入, "adds … to the Entity List", …を…に追加.
PUT_BEFORE: Final = re.compile(
    r"(?:将|將|把|\b(?:add(?:s|ed|ing)?|plac(?:es|ed|ing)|put(?:s|ting)?|designat(?:es|ed))\b"
    r"|は|、|。)[^。.;:\n]{0,24}$"
)
PUT_AFTER: Final = re.compile(
    r"(?: ?\([^()\n]{2,60}\))?[^。.;\n]{0,40}?(?:(?:列入|加入|纳入|納入)[^。;\n]{0,20}(?:名单"
    r"|清单|名單"
    r"|清單)| (?:to|on|onto) (?:the|its) [^.;\n]{0,30}[Ll]ist\b|を[^。\n]{0,20}(?:リスト"
    r"|名簿)[^。\n]{0,6}"
    r"(?:追加|掲載|指定|載せ|加え))"
)
# Who is acted on in so many words, with a word for a company in the name or without.
ACTED_ON: Final = (
    (
        re.compile(
            r"\b(?:bans?|sanctions?|freezes?|embargo(?:es)?|restrictions?|penalt(?:y|ies)|fines?) "
            r"(?:is|are|was|were|has been|have been|will be) (?:also )?(?:imposed|placed)"
            r" (?:on|upon|against) [^.;:\n]{0,24}$"
        ),
        re.compile("(?! ?(?:exports?|imports?|goods|products?|trade)\\b)"),
    ),
    (
        re.compile(r"(?:撤销|撤銷|取消|吊销)(?:对)?[^。;:\n]{0,24}$"),
        re.compile(r"[^。;\n]{0,40}?的[^。;\n]{0,24}(?:授权|资格|许可)"),
    ),
    (
        re.compile("(?:商社|会社|メーカー|業者|企業|大手)[「『]$"),
        re.compile(
            "[」』](?:の|と)?(?:元|現|前)?(?:社長|会長|役員|取締役|代表|社員|従業員|幹部|ら|を)"
        ),
    ),
)
LATIN_FORM: Final = re.compile(r" ?\([A-Z][A-Za-z]{2}")
COUNTED: Final = re.compile(r"(?:等)? ?[0-9一二两三四五六七八九十]{1,3} ?(?:家|个|個|名|社|者)")
SHORT: Final = re.compile(
    r"(?P<long>(?:[A-Za-z][\w'-]{0,30} ){1,6})\((?P<short>[A-Z][A-Za-z/&-]{1,9})\)"
)
QUOTED: Final = re.compile(r"[\"“][^\"“”\n]{40,400}[\"”]")
PERSON: Final = re.compile(r"[A-Z][\w'-]+(?: [A-Z]\.)? [A-Z][\w'-]+$")
AROUND: Final = 160
EDGE: Final = 220  # characters in which a letterhead or a signature stands
