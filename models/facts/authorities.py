"""Who issues export control measures: official names, abbreviations and short forms."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority: its usual English short name, its country (None for a regime), its names.

    `names` matches any of its names in text of single width. `issuer` is None where a kind of
    authority is meant (a district prosecutor) that has no usual English name.
    """

    issuer: str | None
    country: str | None
    names: re.Pattern[str]


def _authority(issuer: str | None, country: str | None, names: str) -> Authority:
    return Authority(issuer, country, re.compile(names, re.ASCII))


# The ministries of commerce of China and of the United States have one name in Chinese and
# Japanese; what stands before and after it tells them apart.
AUTHORITIES: Final = (
    _authority(
        "MOFCOM",
        "CN",
        r"\bMOFCOM\b|Chin(?:a's|ese) (?:[Cc]ommerce [Mm]inistry|Ministry of Commerce)"
        r"|\b[Mm]inistry of [Cc]ommerce\b(?!,? Industry| and Industry)|\b[Cc]ommerce [Mm]inistry\b"
        r"|(?<!美国)(?<!美國)(?<!美)(?<!国)商务部|(?<=中国)商务部|(?<=共和国)商务部|中国商務部"
        r"|(?<!米国)(?<!米)(?<!美国)商務部"
        r"|(?<!米国)(?<!米)商務省(?!産業安全|工業安全|BIS|\(BIS)|Handelsministerium Chinas"
        r"|chinesische[ns]? Handelsministerium"
        r"|ministère chinois du Commerce|(?:Beijing|China)(?= (?:lifts|bans|halts|suspends"
        r"|tightens|adds|extends))",
    ),
    _authority(
        "Unreliable Entity List Working Mechanism",
        "CN",
        r"不可靠实体清单工作机制|[Uu]nreliable [Ee]ntity [Ll]ist [Ww]orking [Mm]echanism"
        r"|不 可 靠 实 体 清 单 工 作 机 制|信頼できないエンティティ・?リスト作業",
    ),
    _authority(
        "GAC",
        "CN",
        r"海关总署|海關總署|海関総署|General Administration of Customs|(?:海关|关)缉私局"
        r"|中华人民共和国[一-鿿]{2,4}海关|税関総署|海关行政处罚|我关认为",
    ),
    _authority(
        "State Council Information Office",
        "CN",
        r"国务院新闻办|国新办|国務院新聞弁公室|State Council Information Office",
    ),
    _authority(
        "State Council",
        "CN",
        r"国务院令|中华人民共和国国务院|国务院(?=公布|发布|印发|第)|State Council of"
        r"|China's State Council|中国国務院",
    ),
    _authority(
        "MIIT",
        "CN",
        r"工业和信息化部|工信部|Ministry of Industry and Information Technology|\bMIIT\b"
        r"|工業情報化部",
    ),
    _authority(
        "Ministry of Foreign Affairs (China)",
        "CN",
        r"中国外交部|(?<!台湾)外交部发言人|China's foreign ministry"
        r"|Chinese [Ff]oreign [Mm]inistry|中国外務省",
    ),
    _authority(
        "METI",
        "JP",
        r"\bMETI\b|経済産業省|経産省|经济产业省|经产省|經濟產業省|日本内阁|Japan's (?:trade"
        r"|economy|industry) ministry"
        r"|Ministry of Economy, Trade and Industry|Japan's Ministry of Economy"
        r"|japanische[ns]? Wirtschaftsministerium"
        r"|(?:Japan|Tokyo)(?= (?:to license|lifts|bans|adds|tightens|restricts))|(?:外国為替令"
        r"|輸出貿易管理令)の一部を改正",
    ),
    _authority(
        "MOFA",
        "JP",
        r"(?<!中国)(?<!韓国)外務省|日本外务省|日本外務省|Japan's [Ff]oreign [Mm]inistry"
        r"|Ministry of Foreign Affairs of Japan",
    ),
    _authority("Tokyo High Court", "JP", r"Tokyo High Court|東京高裁|東京高等裁判所|东京高等法院"),
    _authority(None, "JP", r"地検|県警|警視庁公安部|税関が告発"),
    _authority(
        "BIS",
        "US",
        r"\bBIS\b|Bureau of Industry and Security|(?<!and )(?:US |U\.S\. )?Commerce Department"
        r"|(?:U\.S\. )?Department of Commerce"
        r"|美国商务部|美國商務部|美商务部|工业(?:和|与)安全局|产业(?:和|与)?安全局|工業(?:和"
        r"|與)安全局|産業安全保障局|米国?商務省"
        r"|Office of Export Enforcement|Commerce(?= adds| Department| to rescind)",
    ),
    _authority(
        "OFAC",
        "US",
        r"\bOFAC\b|Office of Foreign Assets Control|外国资产控制办公室|外国資産管理室"
        r"|外国資産管理局",
    ),
    _authority(
        "DDTC",
        "US",
        r"\bDDTC\b|Directorate of Defense Trade Controls|Department of State\b"
        r"|国务院国防贸易管制局|国防取引管理局",
    ),
    _authority(
        "DOJ",
        "US",
        r"\bDOJ\b|Department of Justice|Justice Department|United States Attorney"
        r"|U\.S\. Attorney|美国司法部|米司法省|米国司法省",
    ),
    _authority(
        "White House",
        "US",
        r"White House|Executive Order|The President\b|白宫|ホワイトハウス|Maison Blanche"
        r"|Weißes Haus|Weiße Haus",
    ),
    _authority(
        "US Congress",
        "US",
        r"\bUS Congress|in the (?:US )?(?:House|Senate)\b|美国国会|米議会"
        r"|米国議会|美众议院",
    ),
    _authority("USTR", "US", r"\bUSTR\b|Trade Representative|贸易代表办公室|通商代表部"),
    _authority(
        "European Commission",
        "EU",
        r"European Commission|\bthe Commission\b|\bThe Commission\b|欧盟委员会|欧委会"
        r"|委员会授权条例|欧州委員会|Europäischen? Kommission"
        r"|Commission européenne|EU Commission|Commission Delegated Regulation"
        r"|Delegated Regulation \(EU\)|委任規則",
    ),
    _authority(
        "Council of the EU",
        "EU",
        r"Council of the (?:EU|European Union)|European Council|\b[Tt]he Council\b(?! of)"
        r"|Council (?=agrees|adopts|Regulation|Decision)"
        r"|欧盟理事会|EU理事会|欧州連合理事会|Rat der Europäischen Union"
        r"|Conseil de l'Union européenne",
    ),
    _authority(
        "European Parliament", "EU", r"European Parliament|欧洲议会|欧州議会|Europäisches Parlament"
    ),
    _authority(
        "ECJU",
        "GB",
        r"Export Control Joint Unit|\bECJU\b|Department for Business and Trade|\bDBT\b"
        r"|英国出口管制联合|輸出管理合同ユニット|Export Control \(Amendment\)",
    ),
    _authority("OFSI", "GB", r"\bOFSI\b|Office of Financial Sanctions Implementation"),
    _authority(
        "Dutch Minister for Foreign Trade",
        "NL",
        r"Minister for Foreign Trade|Dutch (?:trade|foreign trade) minister|荷兰外贸"
        r"|オランダ(?:外国)?貿易|オランダの貿易相|Minister voor Buitenlandse Handel",
    ),
    _authority(
        "Minister of Economic Affairs (NL)",
        "NL",
        r"荷兰经济(?:事务)?(?:大臣|部)|Dutch (?:minister of economic affairs|economy minister)"
        r"|オランダの?経済相|Minister of Economic Affairs",
    ),
    _authority(
        "MOTIE",
        "KR",
        r"\bMOTIE\b|Ministry of Trade, Industry and (?:Energy|Resources)|산업통상자원부"
        r"|产业通商资源部|産業通商資源部|産業通商部|产业通商部",
    ),
    _authority(
        "MOEA",
        "TW",
        r"經濟部|(?:台湾|台灣)经济部|国際貿易署|國際貿易署|国际贸易署|Taiwan's (?:economy"
        r"|economic) ministry|Ministry of Economic Affairs(?=.{0,30}Taiwan)|\bMOEA\b"
        r"|International Trade Administration \(TITA\)",
    ),
    _authority(None, "TW", r"地檢署"),
    _authority(
        "BAFA", "DE", r"\bBAFA\b|Bundesamt für Wirtschaft und Ausfuhrkontrolle|联邦经济和出口管制局"
    ),
    _authority("BMWK", "DE", r"\bBMWK\b|\bBMWE\b|Bundesministerium für Wirtschaft"),
    _authority(
        "German Customs",
        "DE",
        r"Zollkriminalamt|Zollfahndung|German customs|\bZoll\b(?=.{0,20}(?:mitteilt|stellt"
        r"|ermittel))",
    ),
    _authority("SBDU", "FR", r"\bSBDU\b|Service des biens à double usage"),
    _authority(
        "SECO",
        "CH",
        r"\bSECO\b|Staatssekretariat für Wirtschaft|State Secretariat for Economic Affairs"
        r"|瑞士联邦委员会|Swiss Federal Council|スイス経済",
    ),
    _authority(
        "DGFT",
        "IN",
        r"\bDGFT\b|Directorate General of Foreign Trade|印度外贸总局|インド外国貿易総局",
    ),
    _authority("Singapore Customs", "SG", r"Singapore Customs|新加坡关税局|シンガポール税関"),
    _authority(
        "MITI",
        "MY",
        r"\bMITI\b|Ministry of Investment, Trade and Industry|马来西亚(?:投资、)?贸易(?:和|及"
        r"|与)?工业部|マレーシア投資貿易産業省",
    ),
    _authority(
        "Global Affairs Canada", "CA", r"Global Affairs Canada|加拿大全球事务部|カナダ国際関係省"
    ),
    _authority("DEC", "AU", r"Defence Export Controls|澳大利亚国防部"),
    _authority(
        "MFAT", "NZ", r"\bMFAT\b|新西兰外交贸易部|New Zealand.s Ministry of Foreign Affairs"
    ),
    _authority(
        "UN Security Council",
        "UN",
        r"UN Security Council|Security Council|联合国安全理事会|联合国安理会|国連安全保障理事会"
        r"|国連安保理",
    ),
    _authority("Wassenaar Arrangement", None, r"Wassenaar|瓦森纳|ワッセナー"),
    _authority(
        "Nuclear Suppliers Group",
        None,
        r"Nuclear Suppliers Group|\bNSG\b(?!ガイド)|核供应国集团|原子力供給国グループ",
    ),
    _authority(
        "MTCR",
        None,
        r"\bMTCR\b|Missile Technology Control Regime|导弹及其技术控制制度|ミサイル技術管理レジーム",
    ),
    _authority("Australia Group", None, r"Australia Group|澳大利亚集团|オーストラリア・?グループ"),
)
