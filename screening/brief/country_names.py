"""What countries are called in a brief, by ISO 3166 code: English, Chinese, Japanese.

Generated from the territory names of the Unicode CLDR, as Babel 2.19 ships them, with the usual
short form where the CLDR has a long one; English names have their article.
"""

from functools import cache
from typing import Final

_TABLE: Final = """\
AD|Andorra|安道尔|アンドラ
AE|the United Arab Emirates|阿联酋|アラブ首長国連邦
AF|Afghanistan|阿富汗|アフガニスタン
AG|Antigua and Barbuda|安提瓜和巴布达|アンティグア・バーブーダ
AI|Anguilla|安圭拉|アンギラ
AL|Albania|阿尔巴尼亚|アルバニア
AM|Armenia|亚美尼亚|アルメニア
AO|Angola|安哥拉|アンゴラ
AR|Argentina|阿根廷|アルゼンチン
AS|American Samoa|美属萨摩亚|米領サモア
AT|Austria|奥地利|オーストリア
AU|Australia|澳大利亚|オーストラリア
AW|Aruba|阿鲁巴|アルバ
AZ|Azerbaijan|阿塞拜疆|アゼルバイジャン
BA|Bosnia and Herzegovina|波斯尼亚和黑塞哥维那|ボスニア・ヘルツェゴビナ
BB|Barbados|巴巴多斯|バルバドス
BD|Bangladesh|孟加拉国|バングラデシュ
BE|Belgium|比利时|ベルギー
BF|Burkina Faso|布基纳法索|ブルキナファソ
BG|Bulgaria|保加利亚|ブルガリア
BH|Bahrain|巴林|バーレーン
BI|Burundi|布隆迪|ブルンジ
BJ|Benin|贝宁|ベナン
BM|Bermuda|百慕大|バミューダ
BN|Brunei|文莱|ブルネイ
BO|Bolivia|玻利维亚|ボリビア
BQ|Caribbean Netherlands|荷属加勒比区|オランダ領カリブ
BR|Brazil|巴西|ブラジル
BS|the Bahamas|巴哈马|バハマ
BT|Bhutan|不丹|ブータン
BW|Botswana|博茨瓦纳|ボツワナ
BY|Belarus|白俄罗斯|ベラルーシ
BZ|Belize|伯利兹|ベリーズ
CA|Canada|加拿大|カナダ
CD|DR Congo|刚果（金）|コンゴ民主共和国
CF|the Central African Republic|中非共和国|中央アフリカ共和国
CG|the Republic of the Congo|刚果（布）|コンゴ共和国
CH|Switzerland|瑞士|スイス
CI|Côte d'Ivoire|科特迪瓦|コートジボワール
CK|Cook Islands|库克群岛|クック諸島
CL|Chile|智利|チリ
CM|Cameroon|喀麦隆|カメルーン
CN|China|中国|中国
CO|Colombia|哥伦比亚|コロンビア
CR|Costa Rica|哥斯达黎加|コスタリカ
CU|Cuba|古巴|キューバ
CV|Cape Verde|佛得角|カーボベルデ
CW|Curaçao|库拉索|キュラソー
CY|Cyprus|塞浦路斯|キプロス
CZ|Czechia|捷克|チェコ
DE|Germany|德国|ドイツ
DJ|Djibouti|吉布提|ジブチ
DK|Denmark|丹麦|デンマーク
DM|Dominica|多米尼克|ドミニカ国
DO|the Dominican Republic|多米尼加共和国|ドミニカ共和国
DZ|Algeria|阿尔及利亚|アルジェリア
EC|Ecuador|厄瓜多尔|エクアドル
EE|Estonia|爱沙尼亚|エストニア
EG|Egypt|埃及|エジプト
EH|Western Sahara|西撒哈拉|西サハラ
ER|Eritrea|厄立特里亚|エリトリア
ES|Spain|西班牙|スペイン
ET|Ethiopia|埃塞俄比亚|エチオピア
EU|the European Union|欧盟|EU
FI|Finland|芬兰|フィンランド
FJ|Fiji|斐济|フィジー
FM|Micronesia|密克罗尼西亚|ミクロネシア連邦
FO|the Faroe Islands|法罗群岛|フェロー諸島
FR|France|法国|フランス
GA|Gabon|加蓬|ガボン
GB|the United Kingdom|英国|英国
GD|Grenada|格林纳达|グレナダ
GE|Georgia|格鲁吉亚|ジョージア
GF|French Guiana|法属圭亚那|仏領ギアナ
GG|Guernsey|根西岛|ガーンジー
GH|Ghana|加纳|ガーナ
GI|Gibraltar|直布罗陀|ジブラルタル
GL|Greenland|格陵兰|グリーンランド
GM|the Gambia|冈比亚|ガンビア
GN|Guinea|几内亚|ギニア
GP|Guadeloupe|瓜德罗普|グアドループ
GQ|Equatorial Guinea|赤道几内亚|赤道ギニア
GR|Greece|希腊|ギリシャ
GT|Guatemala|危地马拉|グアテマラ
GU|Guam|关岛|グアム
GW|Guinea-Bissau|几内亚比绍|ギニアビサウ
GY|Guyana|圭亚那|ガイアナ
HK|Hong Kong|香港|香港
HN|Honduras|洪都拉斯|ホンジュラス
HR|Croatia|克罗地亚|クロアチア
HT|Haiti|海地|ハイチ
HU|Hungary|匈牙利|ハンガリー
ID|Indonesia|印度尼西亚|インドネシア
IE|Ireland|爱尔兰|アイルランド
IL|Israel|以色列|イスラエル
IM|Isle of Man|马恩岛|マン島
IN|India|印度|インド
IQ|Iraq|伊拉克|イラク
IR|Iran|伊朗|イラン
IS|Iceland|冰岛|アイスランド
IT|Italy|意大利|イタリア
JE|Jersey|泽西岛|ジャージー
JM|Jamaica|牙买加|ジャマイカ
JO|Jordan|约旦|ヨルダン
JP|Japan|日本|日本
KE|Kenya|肯尼亚|ケニア
KG|Kyrgyzstan|吉尔吉斯斯坦|キルギス
KH|Cambodia|柬埔寨|カンボジア
KI|Kiribati|基里巴斯|キリバス
KM|the Comoros|科摩罗|コモロ
KN|St. Kitts and Nevis|圣基茨和尼维斯|セントクリストファー・ネーヴィス
KP|North Korea|朝鲜|北朝鮮
KR|South Korea|韩国|韓国
KW|Kuwait|科威特|クウェート
KY|the Cayman Islands|开曼群岛|ケイマン諸島
KZ|Kazakhstan|哈萨克斯坦|カザフスタン
LA|Laos|老挝|ラオス
LB|Lebanon|黎巴嫩|レバノン
LC|St. Lucia|圣卢西亚|セントルシア
LI|Liechtenstein|列支敦士登|リヒテンシュタイン
LK|Sri Lanka|斯里兰卡|スリランカ
LR|Liberia|利比里亚|リベリア
LS|Lesotho|莱索托|レソト
LT|Lithuania|立陶宛|リトアニア
LU|Luxembourg|卢森堡|ルクセンブルク
LV|Latvia|拉脱维亚|ラトビア
LY|Libya|利比亚|リビア
MA|Morocco|摩洛哥|モロッコ
MC|Monaco|摩纳哥|モナコ
MD|Moldova|摩尔多瓦|モルドバ
ME|Montenegro|黑山|モンテネグロ
MG|Madagascar|马达加斯加|マダガスカル
MH|the Marshall Islands|马绍尔群岛|マーシャル諸島
MK|North Macedonia|北马其顿|北マケドニア
ML|Mali|马里|マリ
MM|Myanmar|缅甸|ミャンマー
MN|Mongolia|蒙古|モンゴル
MO|Macao|澳门|マカオ
MP|Northern Mariana Islands|北马里亚纳群岛|北マリアナ諸島
MQ|Martinique|马提尼克|マルティニーク
MR|Mauritania|毛里塔尼亚|モーリタニア
MS|Montserrat|蒙特塞拉特|モントセラト
MT|Malta|马耳他|マルタ
MU|Mauritius|毛里求斯|モーリシャス
MV|the Maldives|马尔代夫|モルディブ
MW|Malawi|马拉维|マラウイ
MX|Mexico|墨西哥|メキシコ
MY|Malaysia|马来西亚|マレーシア
MZ|Mozambique|莫桑比克|モザンビーク
NA|Namibia|纳米比亚|ナミビア
NC|New Caledonia|新喀里多尼亚|ニューカレドニア
NE|Niger|尼日尔|ニジェール
NG|Nigeria|尼日利亚|ナイジェリア
NI|Nicaragua|尼加拉瓜|ニカラグア
NL|the Netherlands|荷兰|オランダ
NO|Norway|挪威|ノルウェー
NP|Nepal|尼泊尔|ネパール
NR|Nauru|瑙鲁|ナウル
NU|Niue|纽埃|ニウエ
NZ|New Zealand|新西兰|ニュージーランド
OM|Oman|阿曼|オマーン
PA|Panama|巴拿马|パナマ
PE|Peru|秘鲁|ペルー
PF|French Polynesia|法属波利尼西亚|仏領ポリネシア
PG|Papua New Guinea|巴布亚新几内亚|パプアニューギニア
PH|the Philippines|菲律宾|フィリピン
PK|Pakistan|巴基斯坦|パキスタン
PL|Poland|波兰|ポーランド
PR|Puerto Rico|波多黎各|プエルトリコ
PS|Palestine|巴勒斯坦|パレスチナ
PT|Portugal|葡萄牙|ポルトガル
PW|Palau|帕劳|パラオ
PY|Paraguay|巴拉圭|パラグアイ
QA|Qatar|卡塔尔|カタール
RE|Réunion|留尼汪|レユニオン
RO|Romania|罗马尼亚|ルーマニア
RS|Serbia|塞尔维亚|セルビア
RU|Russia|俄罗斯|ロシア
RW|Rwanda|卢旺达|ルワンダ
SA|Saudi Arabia|沙特阿拉伯|サウジアラビア
SB|the Solomon Islands|所罗门群岛|ソロモン諸島
SC|the Seychelles|塞舌尔|セーシェル
SD|Sudan|苏丹|スーダン
SE|Sweden|瑞典|スウェーデン
SG|Singapore|新加坡|シンガポール
SI|Slovenia|斯洛文尼亚|スロベニア
SK|Slovakia|斯洛伐克|スロバキア
SL|Sierra Leone|塞拉利昂|シエラレオネ
SM|San Marino|圣马力诺|サンマリノ
SN|Senegal|塞内加尔|セネガル
SO|Somalia|索马里|ソマリア
SR|Suriname|苏里南|スリナム
SS|South Sudan|南苏丹|南スーダン
ST|São Tomé and Príncipe|圣多美和普林西比|サントメ・プリンシペ
SV|El Salvador|萨尔瓦多|エルサルバドル
SX|Sint Maarten|荷属圣马丁|シント・マールテン
SY|Syria|叙利亚|シリア
SZ|Eswatini|斯威士兰|エスワティニ
TD|Chad|乍得|チャド
TG|Togo|多哥|トーゴ
TH|Thailand|泰国|タイ
TJ|Tajikistan|塔吉克斯坦|タジキスタン
TL|Timor-Leste|东帝汶|東ティモール
TM|Turkmenistan|土库曼斯坦|トルクメニスタン
TN|Tunisia|突尼斯|チュニジア
TO|Tonga|汤加|トンガ
TR|Türkiye|土耳其|トルコ
TT|Trinidad and Tobago|特立尼达和多巴哥|トリニダード・トバゴ
TV|Tuvalu|图瓦卢|ツバル
TW|Taiwan|台湾|台湾
TZ|Tanzania|坦桑尼亚|タンザニア
UA|Ukraine|乌克兰|ウクライナ
UG|Uganda|乌干达|ウガンダ
UN|the United Nations|联合国|国連
US|the United States|美国|米国
UY|Uruguay|乌拉圭|ウルグアイ
UZ|Uzbekistan|乌兹别克斯坦|ウズベキスタン
VA|Vatican City|梵蒂冈|バチカン市国
VC|St. Vincent and Grenadines|圣文森特和格林纳丁斯|セントビンセント及びグレナディーン諸島
VE|Venezuela|委内瑞拉|ベネズエラ
VN|Vietnam|越南|ベトナム
VU|Vanuatu|瓦努阿图|バヌアツ
WS|Samoa|萨摩亚|サモア
XK|Kosovo|科索沃|コソボ
YE|Yemen|也门|イエメン
ZA|South Africa|南非|南アフリカ
ZM|Zambia|赞比亚|ザンビア
ZW|Zimbabwe|津巴布韦|ジンバブエ
"""

_LANGUAGES: Final = ("en", "zh", "ja")


def country_name(code: str, language: str) -> str:
    """The name of a country in a language of briefs; of an unknown code the code itself."""
    names = _names().get(code)
    return names[_LANGUAGES.index(language)] if names else code


@cache
def _names() -> dict[str, list[str]]:
    rows = (line.split("|") for line in _TABLE.splitlines())
    return {code: names for code, *names in rows}
