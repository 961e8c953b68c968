"""Authorities of Asia, Australia and New Zealand."""

from typing import Final

from dualuse.models.facts.issuers.authorities import Authority, authority

# The ministries of commerce of China and of the United States have one name in Chinese and
# Japanese; what stands before and after it tells them apart.
ASIA: Final[tuple[Authority, ...]] = (
    authority(
        "MOFCOM",
        "CN",
        r"\bMOFCOM\b|\bMofcom\b|Chin(?:a's|ese) (?:[Cc]ommerce [Mm]inistry|Ministry of Commerce)"
        r"|\b[Mm]inistry of [Cc]ommerce\b(?!,? Industry| and Industry| of Thailand)"
        r"|\b[Cc]ommerce [Mm]inistry\b"
        r"|(?<!美国)(?<!美國)(?<!美)(?<!国)商务部|(?<=中国)商务部|(?<=共和国)商务部|中国商務部"
        r"|(?<!米国)(?<!米)(?<!美国)(?<!美國)(?<!美)商務部"
        r"|(?<!米国)(?<!米)商務省(?!産業安全|工業安全|BIS|\(BIS)"
        r"|Handelsministerium (?:Chinas|in Peking)|chinesische[ns]? Handelsministerium"
        r"|(?:[Mm]inistère )?chinois du Commerce|[Mm]inistère du Commerce de Chine",
        r"\bBeijing\b|\bPeking\b|\bPékin\b|\bChina(?= (?:lifts|bans|bars|halts|suspends|tightens"
        r"|adds|extends|put|has put|to |will|restrict|licen|pause|stops|places|controls|requires))"
        r"|北京(?=[がはの])|中国政府|中国が|中方(?=决定|公布|宣布)"
        r"|管控名单|关注名单|不可靠实体清单|出口管制法|两用物项(?:和技术)?(?:出口)?(?:管制|许可)"
        r"|(?<![0-9])公告(?:20[0-9]{2}年)?第[0-9]{1,2}号|[0-9]{1,2}号公告"
        r"|\bAnnouncements? (?:Nos?\.? ?)?[0-9]{1,2}\b|第[0-9]{1,2}号公告|公告第[0-9]{1,2}号"
        r"|provincial (?:commerce|department)|省(?:级)?商务"
        r"|Chinese (?:export|licen|rule|control|list)|chinesische Ausfuhr|\b[Aa]nnonce n°"
        r"|Chinese (?:dual-use|catalogue)|中国の(?:輸出|両用|規制|許可)|中国商务"
        r"|[Uu]nreliable [Ee]ntity [Ll]ist|[Rr]are[- ]earth licen",
    ),
    authority(
        "Unreliable Entity List Working Mechanism",
        "CN",
        r"不可靠实体清单工作机制|[Uu]nreliable [Ee]ntity [Ll]ist [Ww]orking [Mm]echanism"
        r"|[Ww]orking mechanism (?:for|of|on) the [Uu]nreliable"
        r"|不 可 靠 实 体 清 单 工 作 机 制|信頼できないエンティティ・?リスト作業",
        r"不可靠实体清单|[Uu]nreliable [Ee]ntity [Ll]ist|信頼できないエンティティ",
    ),
    authority(
        "GAC",
        "CN",
        r"海关总署|海關總署|海関総署|General Administration of Customs|(?:海关|关)缉私局"
        r"|中华人民共和国[一-鿿]{2,4}海关|税関総署|海关行政处罚|我关认为",
        r"缉私|海关统计|Chinese customs|中国の税関|customs (?:data|figures|statistics)",
    ),
    authority(
        "State Council Information Office",
        "CN",
        r"国务院新闻办|国新办|国務院新聞弁公室|State Council Information Office",
        r"白皮书|[Ww]hite [Pp]aper|白書",
    ),
    authority(
        "State Council",
        "CN",
        r"国务院令|中华人民共和国国务院|国务院(?=公布|发布|印发|第|总理)|State Council\b(?! Info)"
        r"|China's State Council|中国国務院|(?<!副)国务院(?!办公厅)"
        # A statute that is printed has its own name for a heading: the State Council's
        # regulations, the standing committee's laws.
        r"|(?m:^)中华人民共和国[一-鿿]{2,24}条例(?m:$)",
        r"第7[0-9]{2}号令|第8[0-9]{2}号令|Decree (?:No\. )?[78][0-9]{2}|两用物项出口管制条例"
        r"|国务院令第"
        r"|Regulations on (?:the )?Export Control of Dual-Use",
    ),
    authority(
        "NPC Standing Committee",
        "CN",
        r"全国人大常委会|全国人民代表大会常务委员会|National People's Congress|\bNPC\b|全人代常務"
        r"|(?m:^)中华人民共和国[一-鿿]{2,24}法(?m:$)",
        r"主席令|Export Control Law|Cryptography Law|出口管制法|表决通过",
    ),
    authority(
        "MIIT",
        "CN",
        r"工业和信息化部|工信部|Ministry of Industry and Information Technology|\bMIIT\b"
        r"|工業情報化部",
    ),
    authority(
        "Ministry of Finance",
        "CN",
        r"(?<![国國美印])财政部(?!海外|长|長|门)|(?<=中国)财政部|(?<=共和国)财政部"
        r"|China's (?:[Ff]inance [Mm]inistry|Ministry of Finance)",
    ),
    authority("State Taxation Administration", "CN", r"国家税务总局"),
    authority(
        "Ministry of Agriculture and Rural Affairs",
        "CN",
        r"农业农村部|農業農村部|Ministry of Agriculture and Rural Affairs",
    ),
    authority(
        "MFA",
        "CN",
        r"(?<=中国)外交部|(?<=共和国)外交部|(?<![一-鿿])外交部(?!長)|(?<=[由经据])外交部"
        r"|(?<!台湾)外交部发言人|China's (?:[Ff]oreign [Mm]inistry|Ministry of Foreign Affairs)"
        r"|外交部例行"
        # How the ministry calls its own briefings in English.
        r"|(?<![a-z] )(?<!'s )Foreign Ministry Spokes(?:person|man|woman)(?: [A-Z][a-z]+){0,3}'s"
        r" (?:[A-Z][a-z]+ )?(?:[Rr]egular [Pp]ress|[Rr]emarks|[Pp]ress [Cc]onference)"
        r"|Chinese [Ff]oreign [Mm]inistry|中国外務省",
    ),
    authority(
        "Ministry of National Defense",
        "CN",
        r"(?<!台)国防部(?:新闻)?发言人|吴谦"
        r"|中国国防部",
    ),
    authority(
        "METI",
        "JP",
        r"\bMETI\b|経済産業省|経産省|经济产业省|经产省|經濟產業省|日本内阁|Japan's (?:trade"
        r"|economy|industry) ministry|経済産業大臣|経産相"
        r"|Ministry of Economy, Trade and Industry|Japan's Ministry of Economy"
        r"|japanische[ns]? Wirtschaftsministerium|ministère japonais de l'Économie"
        r"|(?:外国為替令|輸出貿易管理令)の一部を改正",
        r"\bTokyo\b|\bTokio\b|輸出貿易管理令|外国為替令|外為法|外国貿易法|貨物等省令|日本政府"
        r"|政府は|別表第"
        r"|(?<![一-鿿])輸出令|政省令|政令|日本(?:经产|的出口|公布|内阁|拟|将|对)|キャッチオール"
        r"|外国ユーザーリスト|安全保障貿易|グループ[AＡ]|包括許可"
        r"|Export Trade Control Order|Foreign Exchange and Foreign Trade|\bFEFA\b|Japan(?:'s|ese)"
        r"(?: Cabinet| export| list| control| ordinance| rule)|Foreign End User List|閣議決定"
        r"|外为法|出口贸易管理令|外国用户名单|Cabinet Order|Group A\b",
    ),
    authority(
        "MOFA",
        "JP",
        r"(?<!中国)(?<!韓国)(?<!米国)(?<!英)外務省|日本外务省|日本外務省|アジア大洋州局長"
        r"|Japan's [Ff]oreign [Mm]inistry|Ministry of Foreign Affairs of Japan",
    ),
    authority("MAFF", "JP", r"農林水産省|農水省|\bMAFF\b|农林水产省"),
    authority(
        "Ministry of Finance",
        "JP",
        r"(?<![国米])財務省|日本财务省|Japan's (?:[Ff]inance [Mm]inistry|Ministry of Finance)",
    ),
    authority("CISTEC", "JP", r"\bCISTEC\b|安全保障貿易情報センター"),
    authority(
        "Tokyo High Court",
        "JP",
        r"Tokyo [Hh]igh [Cc]ourt|東京高裁|東京高等裁判所|东京高等法院|二審|控訴審|東京高",
        r"大川原|噴霧乾燥機|[Ss]pray dryer",
    ),
    authority("Cabinet of Japan", "JP", r"答弁書|Cabinet of Japan", r"質問主意書"),
    authority(None, "JP", r"地検|県警|警視庁公安部|税関が告発|警視庁|書類送検|官房長官"),
    authority(
        "MOTIE",
        "KR",
        r"\bMOTIE\b|Ministry of Trade, Industry and (?:Energy|Resources)|산업통상자원부"
        r"|Korea's (?:trade|industry) ministry|韩国产业部|韓国産業部"
        r"|产业通商资源部|産業通商資源[部省]|産業通商部|产业通商部",
        r"\bSeoul\b|韓国政府|韩国政府|状況許可|情况许可|戦略物資|战略物资进出口|situational"
        r"|韩国(?=拟|将)"
        r"|Public Notice on Trade of Strategic|Korea (?:to |adds|floats|proposes|widens)|韓国、",
    ),
    authority("KOSTI", "KR", r"\bKOSTI\b|Korean Security Agency of Trade", r"Yestrade"),
    authority("Korea Customs Service", "KR", r"Korea Customs|Customs in (?:Busan|Seoul)"),
    authority(
        "MOEA",
        "TW",
        r"經濟部|(?:台湾|台灣)(?:地区)?经济部(?:门)?|Taiwan's (?:economy|economic|trade) ministry"
        r"|Ministry of Economic Affairs(?=.{0,30}Taiwan)|\bMOEA\b|台湾経済部|台湾の?経済部"
        r"|国際貿易署|國際貿易署|国际贸易署|貿易署|国際貿易局|國際貿易局"
        r"|International Trade Administration|\bTITA\b|Taiwan's (?:Trade|ITA)",
        r"\bTaipei\b|Taiwan (?:puts|adds|widens|lists|to)|戰略性高科技|战略性高科技|戦略性ハイテク"
        r"|\bSHTC\b|(?<!国)貿易法|我國|台湾(?:が|当局|地区更新)|Taiwan's|輸出許可證",
    ),
    authority(None, "TW", r"地檢署|調查局"),
    authority(
        "TID",
        "HK",
        r"工業貿易署|工业贸易署|Trade and Industry Department|\bTID\b",
        r"戰略物品|Strategic Commodities|Import and Export \(Strategic|刊憲",
    ),
    authority(
        "Hong Kong Customs",
        "HK",
        r"Hong Kong Customs|Customs and Excise Department"
        r"|香港海關",
    ),
    authority(
        "DGFT",
        "IN",
        r"\bDGFT\b|Directorate General of Foreign Trade|印度外贸总局|インド外国貿易総局",
        r"SCOMET|Appendix 3|New Delhi|Foreign Trade Policy",
    ),
    authority(
        "Singapore Customs",
        "SG",
        r"Singapore Customs|新加坡关税局|新加坡海关|シンガポール税関|关税局",
        r"Strategic Goods \(Control\)|战略物品|SGCO|\bSingapore to\b",
    ),
    authority(
        "MFA Singapore",
        "SG",
        r"Singapore's (?:foreign|Foreign) [Mm]inist|Foreign Minister (?:Vivian )?Balakrishnan"
        r"|(?<=新加坡)外交部|维文",
        r"Singapore (?:to restrict|will|bans)|我国将",
    ),
    authority(
        "Singapore Police Force",
        "SG",
        r"Singapore Police|\bthe dock\b|警方",
        r"fraud by "
        r"false",
    ),
    authority(
        "MITI",
        "MY",
        r"\bMITI\b|Ministry of Investment, Trade and Industry|马来西亚(?:投资、)?贸易(?:和|及"
        r"|与)?工业部|マレーシア投資貿易産業省|(?<![一-鿿])贸工部|投资、?贸易及工业部",
        r"Strategic Trade Act|战略物资准证|战略贸易法|戦略貿易法|Kuala Lumpur|马来西亚",
    ),
    authority(
        "STMO",
        "PH",
        r"\bSTMO\b|Strategic Trade Management Office",
        r"Manila|Philippine",
        by_name=True,
    ),
    authority(
        "MOIT Viet Nam",
        "VN",
        r"\bMOIT\b|Ministry of Industry and Trade",
        r"Hanoi"
        r"|Viet ?Nam",
        by_name=True,
    ),
    authority(
        "DFT Thailand",
        "TH",
        r"Department of Foreign Trade|\bDFT\b",
        r"Thailand|Bangkok",
        by_name=True,
    ),
    authority(
        "SECDIV",
        "PK",
        r"\bSECDIV\b|Strategic Export Control Division",
        r"Pakistan",
        by_name=True,
    ),
    authority(
        "DEC", "AU", r"Defence Export Controls(?! Agency)", r"\bDSGL\b|Defence Trade Controls"
    ),
    authority(
        "DFAT",
        "AU",
        r"\bDFAT\b|Department of Foreign Affairs and Trade|Foreign Minister Wong",
        r"[Aa]utonomous [Ss]anctions|Canberra|Australia (?:bans|prohibits)",
    ),
    authority(
        "MFAT",
        "NZ",
        r"\bMFAT\b|新西兰外交贸易部|New Zealand.s Ministry of Foreign Affairs"
        r"|Ministry of Foreign Affairs and Trade",
        r"新西兰|Wellington|Customs and Excise Act 2018|Strategic Goods List|New Zealand"
        r"|Russia Sanctions Act",
    ),
)
