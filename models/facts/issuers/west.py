"""Authorities of America and Europe, the United Nations and the regimes."""

from typing import Final

from dualuse.models.facts.issuers.authorities import Authority, authority

_AMERICA: Final[tuple[Authority, ...]] = (
    authority(
        "BIS",
        "US",
        r"\bBIS\b|Bureau of Industry and Security|(?<!and )(?:US |U\.S\. )?Commerce Department"
        r"|(?:U\.S\. )?Department of Commerce|\bCommerce Dept\b"
        r"|美国商务部|美國商務部|美商务部|美商務部|工业(?:和|与)安全局|产业(?:和|与)?安全局"
        r"|工業(?:和|與)安全局|産業安全保障局|米国?商務省|米国商務部"
        r"|Office of Export Enforcement|(?<![A-Za-z] of )(?<!and )\bCommerce(?= (?:adds|to"
        r"|today|put"
        r"|added|said|says|proposes|seeks|has|wants|will|issued|published|entered|removed|rescinds"
        r"|takes|gave|asked|began|is|lets|named|again|on|lists|sent|had|did|would|may|relaxes))"
        r"|US-Handelsministerium|amerikanische[ns]? Handelsministerium"
        r"|(?:département|secrétariat) (?:américain )?(?:au|du) Commerce|Commerce Secretary"
        r"|\b[Tt]he Bureau\b",
        r"(?<!nreliable )(?:\bEntity List\b|\bentity list\b)|(?<!不可靠)实体清单|實體清單"
        r"|エンティティ・?リスト|\b[Uu]nverified [Ll]ist|\bECCNs?\b|\bEAR99\b|\bEAR\b"
        r"|(?<![品进核国物术件])出口管理条例|(?<=美国)出口管理条例"
        r"|[Ll]icense [Ee]xception|Export Administration Regulations|15 CFR|\b[0-9]{2} FR [0-9]"
        r"|Federal Register|is-informed|[Ii]s informed|US government|U\.S\. government"
        r"|American rule"
        r"|美国政府|美方|米政府|米国政府|米国の(?:輸出|規制|半導体)|[Dd]enial [Oo]rder|\bTDO\b"
        r"|Washington"
        r"|Military End.User List|foreign direct product|外国直接产品|直接製品|affiliates rule"
        r"|Affiliates Rule|Validated End.User|\bVEU\b|Country Group|Advisory Committee|华盛顿"
        r"|ワシントン|US(?:-| )(?:rule|licen|export)|American licen|3A090|对华(?:芯片|新规|出口)"
        r"|US-Ausfuhr|interim final rule|(?<![对向往])美国(?=对|将|新|出口|拟|扩|修)"
        r"|Supplement No\.",
    ),
    authority(
        "OFAC",
        "US",
        r"\bOFAC\b|Office of Foreign Assets Control|外国资产控制办公室|外国資産管理室"
        r"|外国資産管理局|\bTreasury\b(?= published| opens| issued| said)|财政部(?=海外)",
        r"General License [A-Z0-9]|\bGL ?[0-9]|31 CFR|\bSDN\b|the Treasury",
    ),
    authority(
        "DDTC",
        "US",
        r"\bDDTC\b|Directorate of Defense Trade Controls|Department of State\b|State Department"
        r"|Secretary of State"
        r"|(?<=美国)国务院|国防贸易管制|国防取引管理局|米国務省",
        r"\bITAR\b|22 CFR|\bUSML\b|Munitions List|[Dd]efense articles|AECA|军品清单",
    ),
    authority(
        "DOJ",
        "US",
        r"\bDOJ\b|Department of Justice|Justice Department|United States Attorney"
        r"|U\.S\. Attorney|US [Aa]ttorney|美国司法部|米司法省|米国司法省|Justice\b(?= said"
        r"| unsealed)",
        r"[Ss]entenced|pleaded guilty|indict|认罪",
    ),
    authority(
        "White House",
        "US",
        r"White House|The President\b|the President signed|白宫|ホワイトハウス"
        r"|Maison Blanche|Weißes Haus|Weiße Haus",
        r"fact sheet|ファクトシート|Executive Order|Proclamation",
    ),
    authority(
        "US Congress",
        "US",
        r"\bUS Congress|in the (?:US )?(?:House|Senate)\b|美国国会|米議会|House joins Senate"
        r"|米国議会|美众议院|(?:参|众)议院|参议员|上院|下院",
        r"\bH\.R\. [0-9]|\bS\. [0-9]{3,4}\b|法案|\bbill\b",
    ),
    authority("USTR", "US", r"\bUSTR\b|Trade Representative|贸易代表办公室|通商代表部"),
    authority("NRC", "US", r"\bNRC\b|(?i:Nuclear Regulatory Commission)", r"10 CFR|Part 110"),
    authority("Department of Energy", "US", r"Department of Energy|\bDOE\b", r"Part 810"),
    authority("DHS", "US", r"\bDHS\b|Department of Homeland Security", r"UFLPA|Forced Labor"),
    authority("Census Bureau", "US", r"Census Bureau", r"Foreign Trade Regulations"),
    authority("GAO", "US", r"\bGAO\b|Government Accountability Office"),
    authority(
        "Global Affairs Canada",
        "CA",
        r"Global Affairs Canada|加拿大全球事务部|カナダ国際関係省|Affaires mondiales Canada"
        r"|\bGAC\b",
        r"\bOttawa\b|Export and Import Permits Act|Area Control List|\bSOR/|\bDORS/"
        r"|Canada (?:closes"
        r"|cancels|bans|to)|Canadian permits|licences? d'exportation et d'importation",
    ),
)
_EUROPE: Final[tuple[Authority, ...]] = (
    authority(
        "European Commission",
        "EU",
        r"European Commission|\bthe Commission\b|\bThe Commission\b|欧盟委员会|欧委会"
        r"|委员会授权条例|欧州委員会|欧委員会|Europäischen? Kommission|EU-Kommission"
        r"|\b[Dd]ie Kommission"
        r"|Commission européenne|[Ll]a Commission\b|EU Commission|Commission Delegated Regulation"
        r"|THE EUROPEAN COMMISSION|COMMISSION (?=DELEGATED|IMPLEMENTING|RECOMMENDATION|REGULATION)"
        r"|EUROPÄISCHE KOMMISSION|COMMISSION EUROPÉENNE"
        r"|Delegated Regulation \(EU\)|委任規則|Kommission (?=gibt|legt)",
        r"[Dd]elegated [Rr]egulation|[Dd]elegierten? Verordnung|règlement délégué|授权条例|委任規則"
        r"|Annex I\b|Anhang I\b|annexe I\b|附件一|附属書I(?![IV])|\bBrussels\b|Brüssel|Bruxelles"
        r"|布鲁塞尔|Recommendation \(EU\)",
    ),
    authority(
        "Council of the EU",
        "EU",
        r"Council of the (?:EU|European Union)|European Council|\b[Tt]he Council\b(?! of)"
        r"|Council (?=agrees|adopts|adopted|Regulation|Decision|Implementing)"
        r"|欧盟理事会|EU理事会|欧州連合理事会|Rat der Europäischen Union|\bdes Rates\b"
        r"|THE COUNCIL OF THE EUROPEAN UNION|DER RAT DER EUROPÄISCHEN UNION|\bDES RATES\b"
        r"|LE CONSEIL DE L'UNION EUROPÉENNE|\bDU CONSEIL\b|COUNCIL (?=REGULATION|DECISION)"
        r"|\b[Dd]er Rat\b"
        r"|Conseil de l'Union européenne|\b[Ll]e Conseil\b(?! fédéral| d)|du Conseil\b",
        r"833/2014|765/2006|269/2014|36/2012|267/2012|sanctions? package|\b[a-z]{2,14}th package"
        r"|Sanktionspaket|(?:\b[a-z]{3,16}ième|[0-9]{1,2}e) paquet|轮制裁|制裁パッケージ|次制裁"
        r"|\(CFSP\)"
        r"|\(GASP\)"
        r"|\(PESC\)|Regulation \(EU\)|Verordnung \(EU\)|[Rr]èglement \(UE\)|EU sanctions"
        r"|\bBrussels\b"
        r"|EU-Sanktion|Annex (?:VII|XXIII|IV|XL)\b|Anhang (?:VII|XXIII|IV|XL)\b|annexe (?:VII"
        r"|XXIII|IV|XL)\b|embargo|l'Union\b|欧盟",
    ),
    authority(
        "European Parliament and Council of the EU",
        "EU",
        r"European Parliament and (?:of )?the Council|Europäischen Parlaments und des Rates",
        r"428/2009|EU00[1-8]|2021/821",
    ),
    authority(
        "European Parliament", "EU", r"European Parliament|欧洲议会|欧州議会|Europäisches Parlament"
    ),
    authority(
        "Court of Justice of the EU",
        "EU",
        r"Court of Justice|\bEuGH\b|\bCJUE\b|Gerichtshof|欧盟法院|\bC-[0-9]{2,3}/[0-9]{2}\b",
    ),
    authority(
        "ECJU",
        "GB",
        r"Export Control Joint Unit|\bECJU\b|Department for Business and Trade|\bDBT\b"
        r"|Department for International Trade|\bDIT\b|the joint unit"
        r"|英国出口管制联合|輸出管理合同ユニット|Export Control \(Amendment\)",
        r"[Nn]otices? to [Ee]xporters|\bNTE\b|\bOGELs?\b|\bSPIRE\b|\bLITE\b|Export Control Order"
        r"|\bLondon\b|UK strategic|\bUK (?:licen|export|control)|UK list|Whitehall|Schedule 3"
        r"|英国(?=出口|政府)|British licen|S\.?I\.? 20[0-9]{2}/|\bSIEL",
    ),
    authority(
        "FCDO",
        "GB",
        r"\bFCDO\b|Foreign, Commonwealth|Foreign Secretary|Foreign Office",
        r"\(Sanctions\)|\(EU Exit\)|UK sanctions|regs\b",
    ),
    authority("OFSI", "GB", r"\bOFSI\b|Office of Financial Sanctions Implementation"),
    authority("OTSI", "GB", r"\bOTSI\b|Office of Trade Sanctions Implementation"),
    authority("HMRC", "GB", r"\bHMRC\b|HM Revenue", r"compound|settlement"),
    authority(
        "Minister for Foreign Trade (NL)",
        "NL",
        r"Minister for Foreign Trade|Dutch (?:trade|foreign trade) minister|荷兰外贸|荷兰政府"
        r"|オランダ(?:外国)?貿易|オランダの貿易相|オランダ政府|Minister voor Buitenlandse Handel",
        r"Regeling|The Hague|Den Haag|海牙|Dutch (?:government|licen|rule|national|order)"
        r"|Staatscourant"
        r"|荷兰(?=光刻|条例)|オランダ、|Netherlands:",
    ),
    authority(
        "Minister of Economic Affairs (NL)",
        "NL",
        r"荷兰经济(?:事务)?(?:大臣|部)|Dutch (?:minister of economic affairs|economy minister)"
        r"|オランダの?経済相|Minister of Economic Affairs",
    ),
    authority(
        "BAFA",
        "DE",
        r"\bBAFA\b|Bundesamt für Wirtschaft und Ausfuhrkontrolle|联邦经济和出口管制局",
        r"Nullbescheid|Allgemeine Genehmigung|\bAGG\b",
    ),
    authority(
        "BMWK",
        "DE",
        r"\bBMWK\b|\bBMWE\b|\bBMWi\b|Bundesministerium für Wirtschaft|Bundeswirtschaftsministerium",
        r"Außenwirtschafts(?:verordnung|gesetz)|\bAWV\b|\bAWG\b|Ausfuhrliste|Referentenentwurf",
    ),
    authority(
        "German Customs",
        "DE",
        r"Zollkriminalamt|Zollfahndung|German customs|\bZoll\b(?=.{0,20}(?:mitteilt|stellt"
        r"|ermittel))",
    ),
    authority("SBDU", "FR", r"\bSBDU\b|Service des biens à double usage"),
    authority(
        "SECO",
        "CH",
        r"\bSECO\b|Staatssekretariat für Wirtschaft|State Secretariat for Economic Affairs"
        r"|Secrétariat d'État à l'économie|スイス経済",
        r"\bElic\b|Güterkontroll|contrôle des biens|Goods Control",
    ),
    authority(
        "Federal Council",
        "CH",
        r"Swiss Federal Council|\b[Tt]he Federal Council\b|Conseil fédéral|\bBundesrats?\b"
        r"|瑞士联邦委员会",
        r"\bBERN\b|\bBern\b|\bBerne\b|Swiss ordinance|ordonnance suisse|Schweiz"
        r"|Switzerland (?:takes"
        r"|adopts)|Swiss",
    ),
    authority(
        "EAER",
        "CH",
        r"\bEAER\b|Federal Department of Economic Affairs|\bWBF\b|\bDEFR\b"
        r"|Departement für Wirtschaft, Bildung|Département fédéral de l'économie",
    ),
    authority(
        "Walloon Government",
        "BE",
        r"Ministre-Président wallon|(?:[Gg]ouvernement|[Mm]inistre) wallon(?:ne)?|Région wallonne"
        r"|Walloon (?:[Gg]overnment|[Rr]egion|[Mm]inister)|wallonische[nr]? Regierung",
    ),
    authority(
        "Flemish Government",
        "BE",
        r"Vlaamse [Rr]egering|Flemish (?:[Gg]overnment|[Mm]inister)|[Gg]ouvernement flamand"
        r"|flämische[nr]? Regierung",
    ),
    authority("DGCCRF", "FR", r"\bDGCCRF\b"),
    authority("UAMA", "IT", r"\bUAMA\b"),
    authority(
        "Turkish Ministry of Trade", "TR", r"Turkish Ministry of Trade|Turkey's trade ministry"
    ),
    authority("DECA", "IL", r"\bDECA\b|Defen[cs]e Export Controls? Agency"),
    authority("DEKSA", "NO", r"\bDEKSA\b"),
)
_WORLD: Final[tuple[Authority, ...]] = (
    authority(
        "UN Security Council",
        "UN",
        r"UN Security Council|Security Council|联合国安全理事会|联合国安理会|国連安全保障理事会"
        r"|国連安保理|安理会",
        r"[Rr]esolution [12][0-9]{3}|1718|1540|第[12][0-9]{3}号决议",
    ),
    authority("Wassenaar Arrangement", None, r"Wassenaar|瓦森纳|ワッセナー"),
    authority(
        "Nuclear Suppliers Group",
        None,
        r"Nuclear [Ss]uppliers(?: Group)?|\bNSG\b(?!ガイド)|核供应国集团|原子力供給国グループ",
    ),
    authority(
        "MTCR",
        None,
        r"\bMTCR\b|Missile Technology Control Regime|导弹及其技术控制制度|ミサイル技術管理レジーム",
    ),
    authority("Australia Group", None, r"Australia Group|澳大利亚集团|オーストラリア・?グループ"),
    authority(
        "OPCW",
        None,
        r"\bOPCW\b|Prohibition of Chemical Weapons"
        r"|Chemical Weapons Convention",
    ),
)

WEST: Final = (*_AMERICA, *_EUROPE, *_WORLD)
