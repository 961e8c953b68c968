"""What issuers are called in a brief: usual English short name, then English, Chinese, Japanese."""

from typing import Final

from dualuse.screening.brief.country_names import country_name
from dualuse.screening.brief.records import Language

_TABLE: Final = """\
MOFCOM
China's Ministry of Commerce (MOFCOM)
中国商务部
中国商務部

GAC
China's General Administration of Customs
中国海关总署
中国税関総署

State Council
China's State Council
中国国务院
中国国務院

State Council Information Office
China's State Council Information Office
国务院新闻办公室
中国国務院新聞弁公室

MIIT
China's Ministry of Industry and Information Technology
中国工业和信息化部
中国工業情報化部

Ministry of Foreign Affairs (China)
China's Ministry of Foreign Affairs
中国外交部
中国外務省

Unreliable Entity List Working Mechanism
China's Unreliable Entity List Working Mechanism
中国不可靠实体清单工作机制
中国の信頼できないエンティティ・リスト作業メカニズム

METI
Japan's Ministry of Economy, Trade and Industry (METI)
日本经济产业省
経済産業省

MOFA
Japan's Ministry of Foreign Affairs
日本外务省
外務省

Tokyo High Court
the Tokyo High Court
东京高等法院
東京高裁

BIS
the US Bureau of Industry and Security (BIS)
美国商务部工业与安全局（BIS）
米国商務省産業安全保障局（BIS）

OFAC
the US Office of Foreign Assets Control (OFAC)
美国财政部外国资产控制办公室（OFAC）
米国財務省外国資産管理局（OFAC）

DDTC
the US Directorate of Defense Trade Controls (DDTC)
美国国务院国防贸易管制局（DDTC）
米国国務省国防取引管理局（DDTC）

DOJ
the US Department of Justice
美国司法部
米国司法省

White House
the White House
美国白宫
米国大統領府

US Congress
the US Congress
美国国会
米国議会

USTR
the US Trade Representative
美国贸易代表办公室
米国通商代表部

European Commission
the European Commission
欧盟委员会
欧州委員会

Council of the EU
the Council of the EU
欧盟理事会
EU理事会

European Parliament
the European Parliament
欧洲议会
欧州議会

ECJU
the UK Export Control Joint Unit (ECJU)
英国出口管制联合小组（ECJU）
英国輸出管理合同ユニット（ECJU）

OFSI
the UK Office of Financial Sanctions Implementation
英国金融制裁实施办公室
英国金融制裁実施局

Dutch Minister for Foreign Trade
the Dutch Minister for Foreign Trade
荷兰外贸大臣
オランダ貿易相

Minister of Economic Affairs (NL)
the Dutch Minister of Economic Affairs
荷兰经济大臣
オランダ経済相

MOTIE
South Korea's Ministry of Trade, Industry and Energy (MOTIE)
韩国产业通商资源部
韓国産業通商資源部

MOEA
Taiwan's Ministry of Economic Affairs
台湾经济主管部门
台湾経済部

BAFA
Germany's Federal Office for Economic Affairs and Export Control (BAFA)
德国联邦经济和出口管制局（BAFA）
ドイツ連邦経済・輸出管理庁（BAFA）

BMWK
Germany's economy ministry
德国经济部
ドイツ経済省

German Customs
German Customs
德国海关
ドイツ税関

SBDU
France's dual-use goods office (SBDU)
法国两用物项处（SBDU）
フランスのデュアルユース品目局（SBDU）

SECO
Switzerland's State Secretariat for Economic Affairs (SECO)
瑞士国家经济事务秘书处（SECO）
スイス経済管轄庁（SECO）

DGFT
India's Directorate General of Foreign Trade
印度外贸总局
インド外国貿易総局

Singapore Customs
Singapore Customs
新加坡关税局
シンガポール税関

MITI
Malaysia's Ministry of Investment, Trade and Industry
马来西亚投资、贸易及工业部
マレーシア投資貿易産業省

Global Affairs Canada
Global Affairs Canada
加拿大全球事务部
カナダ国際関係省

DEC
Australia's Defence Export Controls
澳大利亚国防出口管制局
オーストラリア国防輸出管理局

MFAT
New Zealand's Ministry of Foreign Affairs and Trade
新西兰外交贸易部
ニュージーランド外務貿易省

UN Security Council
the UN Security Council
联合国安理会
国連安全保障理事会

Wassenaar Arrangement
the Wassenaar Arrangement
瓦森纳安排
ワッセナー・アレンジメント

Nuclear Suppliers Group
the Nuclear Suppliers Group
核供应国集团
原子力供給国グループ

MTCR
the Missile Technology Control Regime
导弹及其技术控制制度
ミサイル技術管理レジーム

Australia Group
the Australia Group
澳大利亚集团
オーストラリア・グループ
"""
_NAMES: Final = {name: names for name, *names in map(str.splitlines, _TABLE.split("\n\n"))}
_SOMEBODY: Final = {"en": "an authority of {}", "zh": "{}主管机关", "ja": "{}の当局"}


def issuer_name(issuer: str | None, country: str | None, language: Language) -> str | None:
    """What an issuer is called in a language of briefs, or None where nothing is known of it.

    One without a name of its own is an authority of its country; a name that is in no table stands
    as it is.
    """
    if issuer in _NAMES:
        return _NAMES[issuer][("en", "zh", "ja").index(language)]
    if issuer is None and country:
        return _SOMEBODY[language].format(country_name(country, language))
    return issuer
