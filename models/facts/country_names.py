"""Names of countries in the languages of the toolkit, by ISO 3166 code.

Generated from the territory names of the Unicode CLDR, as Babel 2.18 ships them: English, Chinese
in simplified and traditional characters, Japanese, German, French; names that are alike stand once.
Some remote islands are left out. Short forms and adjectives are in `countries`.
"""

from functools import cache
from typing import Final

_TABLE: Final = """\
AD|Andorra|安道尔|安道爾|アンドラ|Andorre
AE|United Arab Emirates|阿拉伯联合酋长国|阿拉伯聯合大公國|アラブ首長国連邦
AE|Vereinigte Arabische Emirate|Émirats arabes unis
AF|Afghanistan|阿富汗|アフガニスタン
AG|Antigua & Barbuda|安提瓜和巴布达|安地卡及巴布達|アンティグア・バーブーダ|Antigua und Barbuda
AG|Antigua-et-Barbuda
AI|Anguilla|安圭拉|安奎拉|アンギラ
AL|Albania|阿尔巴尼亚|阿爾巴尼亞|アルバニア|Albanien|Albanie
AM|Armenia|亚美尼亚|亞美尼亞|アルメニア|Armenien|Arménie
AO|Angola|安哥拉|アンゴラ
AR|Argentina|阿根廷|アルゼンチン|Argentinien|Argentine
AS|American Samoa|美属萨摩亚|美屬薩摩亞|米領サモア|Amerikanisch-Samoa|Samoa américaines
AT|Austria|奥地利|奧地利|オーストリア|Österreich|Autriche
AU|Australia|澳大利亚|澳洲|オーストラリア|Australien|Australie
AW|Aruba|阿鲁巴|荷屬阿魯巴|アルバ
AZ|Azerbaijan|阿塞拜疆|亞塞拜然|アゼルバイジャン|Aserbaidschan|Azerbaïdjan
BA|Bosnia & Herzegovina|波斯尼亚和黑塞哥维那|波士尼亞與赫塞哥維納|ボスニア・ヘルツェゴビナ
BA|Bosnien und Herzegowina|Bosnie-Herzégovine
BB|Barbados|巴巴多斯|巴貝多|バルバドス|Barbade
BD|Bangladesh|孟加拉国|孟加拉|バングラデシュ|Bangladesch
BE|Belgium|比利时|比利時|ベルギー|Belgien|Belgique
BF|Burkina Faso|布基纳法索|布吉納法索|ブルキナファソ
BG|Bulgaria|保加利亚|保加利亞|ブルガリア|Bulgarien|Bulgarie
BH|Bahrain|巴林|バーレーン|Bahreïn
BI|Burundi|布隆迪|蒲隆地|ブルンジ
BJ|Benin|贝宁|貝南|ベナン|Bénin
BM|Bermuda|百慕大|百慕達|バミューダ|Bermudes
BN|Brunei|文莱|汶萊|ブルネイ|Brunei Darussalam
BO|Bolivia|玻利维亚|玻利維亞|ボリビア|Bolivien|Bolivie
BQ|Caribbean Netherlands|荷属加勒比区|荷蘭加勒比區|オランダ領カリブ|Karibische Niederlande
BQ|Pays-Bas caribéens
BR|Brazil|巴西|ブラジル|Brasilien|Brésil
BS|Bahamas|巴哈马|巴哈馬|バハマ
BT|Bhutan|不丹|ブータン|Bhoutan
BW|Botswana|博茨瓦纳|波札那|ボツワナ|Botsuana
BY|Belarus|白俄罗斯|白俄羅斯|ベラルーシ|Biélorussie
BZ|Belize|伯利兹|貝里斯|ベリーズ
CA|Canada|加拿大|カナダ|Kanada
CD|Congo - Kinshasa|刚果|剛果|コンゴ民主共和国|Kongo-Kinshasa|Congo-Kinshasa
CF|Central African Republic|中非共和国|中非共和國|中央アフリカ共和国
CF|Zentralafrikanische Republik|République centrafricaine
CG|Congo - Brazzaville|コンゴ共和国|Kongo-Brazzaville|Congo-Brazzaville
CH|Switzerland|瑞士|スイス|Schweiz|Suisse
CI|Côte d'Ivoire|科特迪瓦|象牙海岸|コートジボワール
CK|Cook Islands|库克群岛|庫克群島|クック諸島|Cookinseln|Îles Cook
CL|Chile|智利|チリ|Chili
CM|Cameroon|喀麦隆|喀麥隆|カメルーン|Kamerun|Cameroun
CN|China|中国|中國|Chine
CO|Colombia|哥伦比亚|哥倫比亞|コロンビア|Kolumbien|Colombie
CR|Costa Rica|哥斯达黎加|哥斯大黎加|コスタリカ
CU|Cuba|古巴|キューバ|Kuba
CV|Cape Verde|佛得角|維德角|カーボベルデ|Cabo Verde|Cap-Vert
CW|Curaçao|库拉索|庫拉索|キュラソー
CY|Cyprus|塞浦路斯|賽普勒斯|キプロス|Zypern|Chypre
CZ|Czechia|捷克|チェコ|Tschechien|Tchéquie
DE|Germany|德国|德國|ドイツ|Deutschland|Allemagne
DJ|Djibouti|吉布提|吉布地|ジブチ|Dschibuti
DK|Denmark|丹麦|丹麥|デンマーク|Dänemark|Danemark
DM|Dominica|多米尼克|ドミニカ国|Dominique
DO|Dominican Republic|多米尼加共和国|多明尼加共和國|ドミニカ共和国|Dominikanische Republik
DO|République dominicaine
DZ|Algeria|阿尔及利亚|阿爾及利亞|アルジェリア|Algerien|Algérie
EC|Ecuador|厄瓜多尔|厄瓜多|エクアドル|Équateur
EE|Estonia|爱沙尼亚|愛沙尼亞|エストニア|Estland|Estonie
EG|Egypt|埃及|エジプト|Ägypten|Égypte
EH|Western Sahara|西撒哈拉|西サハラ|Westsahara|Sahara occidental
ER|Eritrea|厄立特里亚|厄利垂亞|エリトリア|Érythrée
ES|Spain|西班牙|スペイン|Spanien|Espagne
ET|Ethiopia|埃塞俄比亚|衣索比亞|エチオピア|Äthiopien|Éthiopie
FI|Finland|芬兰|芬蘭|フィンランド|Finnland|Finlande
FJ|Fiji|斐济|斐濟|フィジー|Fidschi|Fidji
FM|Micronesia|密克罗尼西亚|密克羅尼西亞|ミクロネシア連邦|Mikronesien|Micronésie
FO|Faroe Islands|法罗群岛|法羅群島|フェロー諸島|Färöer|Îles Féroé
FR|France|法国|法國|フランス|Frankreich
GA|Gabon|加蓬|加彭|ガボン|Gabun
GB|United Kingdom|英国|英國|イギリス|Vereinigtes Königreich|Royaume-Uni
GD|Grenada|格林纳达|格瑞那達|グレナダ|Grenade
GE|Georgia|格鲁吉亚|喬治亞|ジョージア|Georgien|Géorgie
GF|French Guiana|法属圭亚那|法屬圭亞那|仏領ギアナ|Französisch-Guayana|Guyane française
GG|Guernsey|根西岛|根息|ガーンジー|Guernesey
GH|Ghana|加纳|迦納|ガーナ
GI|Gibraltar|直布罗陀|直布羅陀|ジブラルタル
GL|Greenland|格陵兰|格陵蘭|グリーンランド|Grönland|Groenland
GM|Gambia|冈比亚|甘比亞|ガンビア|Gambie
GN|Guinea|几内亚|幾內亞|ギニア|Guinée
GP|Guadeloupe|瓜德罗普|瓜地洛普|グアドループ
GQ|Equatorial Guinea|赤道几内亚|赤道幾內亞|赤道ギニア|Äquatorialguinea|Guinée équatoriale
GR|Greece|希腊|希臘|ギリシャ|Griechenland|Grèce
GT|Guatemala|危地马拉|瓜地馬拉|グアテマラ
GU|Guam|关岛|關島|グアム
GW|Guinea-Bissau|几内亚比绍|幾內亞比索|ギニアビサウ|Guinée-Bissau
GY|Guyana|圭亚那|蓋亞那|ガイアナ
HK|Hong Kong|香港|Hongkong
HN|Honduras|洪都拉斯|宏都拉斯|ホンジュラス
HR|Croatia|克罗地亚|克羅埃西亞|クロアチア|Kroatien|Croatie
HT|Haiti|海地|ハイチ|Haïti
HU|Hungary|匈牙利|ハンガリー|Ungarn|Hongrie
ID|Indonesia|印度尼西亚|印尼|インドネシア|Indonesien|Indonésie
IE|Ireland|爱尔兰|愛爾蘭|アイルランド|Irland|Irlande
IL|Israel|以色列|イスラエル|Israël
IM|Isle of Man|马恩岛|曼島|マン島|Île de Man
IN|India|印度|インド|Indien|Inde
IQ|Iraq|伊拉克|イラク|Irak
IR|Iran|伊朗|イラン
IS|Iceland|冰岛|冰島|アイスランド|Island|Islande
IT|Italy|意大利|義大利|イタリア|Italien|Italie
JE|Jersey|泽西岛|澤西島|ジャージー
JM|Jamaica|牙买加|牙買加|ジャマイカ|Jamaika|Jamaïque
JO|Jordan|约旦|約旦|ヨルダン|Jordanien|Jordanie
JP|Japan|日本|Japon
KE|Kenya|肯尼亚|肯亞|ケニア|Kenia
KG|Kyrgyzstan|吉尔吉斯斯坦|吉爾吉斯|キルギス|Kirgisistan|Kirghizstan
KH|Cambodia|柬埔寨|カンボジア|Kambodscha|Cambodge
KI|Kiribati|基里巴斯|吉里巴斯|キリバス
KM|Comoros|科摩罗|葛摩|コモロ|Komoren|Comores
KN|St. Kitts & Nevis|圣基茨和尼维斯|聖克里斯多福及尼維斯|セントクリストファー・ネーヴィス
KN|St. Kitts und Nevis|Saint-Christophe-et-Niévès
KP|North Korea|朝鲜|北韓|北朝鮮|Nordkorea|Corée du Nord
KR|South Korea|韩国|南韓|韓国|Südkorea|Corée du Sud
KW|Kuwait|科威特|クウェート|Koweït
KY|Cayman Islands|开曼群岛|開曼群島|ケイマン諸島|Kaimaninseln|Îles Caïmans
KZ|Kazakhstan|哈萨克斯坦|哈薩克|カザフスタン|Kasachstan
LA|Laos|老挝|寮國|ラオス
LB|Lebanon|黎巴嫩|レバノン|Libanon|Liban
LC|St. Lucia|圣卢西亚|聖露西亞|セントルシア|Sainte-Lucie
LI|Liechtenstein|列支敦士登|列支敦斯登|リヒテンシュタイン
LK|Sri Lanka|斯里兰卡|斯里蘭卡|スリランカ
LR|Liberia|利比里亚|賴比瑞亞|リベリア
LS|Lesotho|莱索托|賴索托|レソト
LT|Lithuania|立陶宛|リトアニア|Litauen|Lituanie
LU|Luxembourg|卢森堡|盧森堡|ルクセンブルク|Luxemburg
LV|Latvia|拉脱维亚|拉脫維亞|ラトビア|Lettland|Lettonie
LY|Libya|利比亚|利比亞|リビア|Libyen|Libye
MA|Morocco|摩洛哥|モロッコ|Marokko|Maroc
MC|Monaco|摩纳哥|摩納哥|モナコ
MD|Moldova|摩尔多瓦|摩爾多瓦|モルドバ|Republik Moldau|Moldavie
ME|Montenegro|黑山|蒙特內哥羅|モンテネグロ|Monténégro
MG|Madagascar|马达加斯加|馬達加斯加|マダガスカル|Madagaskar
MH|Marshall Islands|马绍尔群岛|馬紹爾群島|マーシャル諸島|Marshallinseln|Îles Marshall
MK|North Macedonia|北马其顿|北馬其頓|北マケドニア|Nordmazedonien|Macédoine du Nord
ML|Mali|马里|馬利|マリ
MM|Myanmar|缅甸|緬甸|ミャンマー
MN|Mongolia|蒙古|モンゴル|Mongolei|Mongolie
MO|Macao|澳门|澳門|マカオ|Macau
MP|Northern Mariana Islands|北马里亚纳群岛|北馬利安納群島|北マリアナ諸島|Nördliche Marianen
MP|Îles Mariannes du Nord
MQ|Martinique|马提尼克|馬丁尼克|マルティニーク
MR|Mauritania|毛里塔尼亚|茅利塔尼亞|モーリタニア|Mauretanien|Mauritanie
MS|Montserrat|蒙特塞拉特|蒙哲臘|モントセラト
MT|Malta|马耳他|馬爾他|マルタ|Malte
MU|Mauritius|毛里求斯|模里西斯|モーリシャス|Maurice
MV|Maldives|马尔代夫|馬爾地夫|モルディブ|Malediven
MW|Malawi|马拉维|馬拉威|マラウイ
MX|Mexico|墨西哥|メキシコ|Mexiko|Mexique
MY|Malaysia|马来西亚|馬來西亞|マレーシア|Malaisie
MZ|Mozambique|莫桑比克|莫三比克|モザンビーク|Mosambik
NA|Namibia|纳米比亚|納米比亞|ナミビア|Namibie
NC|New Caledonia|新喀里多尼亚|新喀里多尼亞|ニューカレドニア|Neukaledonien|Nouvelle-Calédonie
NE|Niger|尼日尔|尼日|ニジェール
NG|Nigeria|尼日利亚|奈及利亞|ナイジェリア
NI|Nicaragua|尼加拉瓜|ニカラグア
NL|Netherlands|荷兰|荷蘭|オランダ|Niederlande|Pays-Bas
NO|Norway|挪威|ノルウェー|Norwegen|Norvège
NP|Nepal|尼泊尔|尼泊爾|ネパール|Népal
NR|Nauru|瑙鲁|諾魯|ナウル
NU|Niue|纽埃|紐埃島|ニウエ
NZ|New Zealand|新西兰|紐西蘭|ニュージーランド|Neuseeland|Nouvelle-Zélande
OM|Oman|阿曼|オマーン
PA|Panama|巴拿马|巴拿馬|パナマ
PE|Peru|秘鲁|秘魯|ペルー|Pérou
PF|French Polynesia|法属波利尼西亚|法屬玻里尼西亞|仏領ポリネシア|Französisch-Polynesien
PF|Polynésie française
PG|Papua New Guinea|巴布亚新几内亚|巴布亞紐幾內亞|パプアニューギニア|Papua-Neuguinea
PG|Papouasie-Nouvelle-Guinée
PH|Philippines|菲律宾|菲律賓|フィリピン|Philippinen
PK|Pakistan|巴基斯坦|パキスタン
PL|Poland|波兰|波蘭|ポーランド|Polen|Pologne
PR|Puerto Rico|波多黎各|プエルトリコ|Porto Rico
PS|Palestinian Territories|巴勒斯坦领土|巴勒斯坦自治區|パレスチナ自治区
PS|Palästinensische Autonomiegebiete|Territoires palestiniens
PT|Portugal|葡萄牙|ポルトガル
PW|Palau|帕劳|帛琉|パラオ|Palaos
PY|Paraguay|巴拉圭|パラグアイ
QA|Qatar|卡塔尔|卡達|カタール|Katar
RE|Réunion|留尼汪|留尼旺|レユニオン|La Réunion
RO|Romania|罗马尼亚|羅馬尼亞|ルーマニア|Rumänien|Roumanie
RS|Serbia|塞尔维亚|塞爾維亞|セルビア|Serbien|Serbie
RU|Russia|俄罗斯|俄羅斯|ロシア|Russland|Russie
RW|Rwanda|卢旺达|盧安達|ルワンダ|Ruanda
SA|Saudi Arabia|沙特阿拉伯|沙烏地阿拉伯|サウジアラビア|Saudi-Arabien|Arabie saoudite
SB|Solomon Islands|所罗门群岛|索羅門群島|ソロモン諸島|Salomonen|Îles Salomon
SC|Seychelles|塞舌尔|塞席爾|セーシェル|Seychellen
SD|Sudan|苏丹|蘇丹|スーダン|Soudan
SE|Sweden|瑞典|スウェーデン|Schweden|Suède
SG|Singapore|新加坡|シンガポール|Singapur|Singapour
SI|Slovenia|斯洛文尼亚|斯洛維尼亞|スロベニア|Slowenien|Slovénie
SK|Slovakia|斯洛伐克|スロバキア|Slowakei|Slovaquie
SL|Sierra Leone|塞拉利昂|獅子山|シエラレオネ
SM|San Marino|圣马力诺|聖馬利諾|サンマリノ|Saint-Marin
SN|Senegal|塞内加尔|塞內加爾|セネガル|Sénégal
SO|Somalia|索马里|索馬利亞|ソマリア|Somalie
SR|Suriname|苏里南|蘇利南|スリナム
SS|South Sudan|南苏丹|南蘇丹|南スーダン|Südsudan|Soudan du Sud
ST|São Tomé & Príncipe|圣多美和普林西比|聖多美普林西比|サントメ・プリンシペ
ST|São Tomé und Príncipe|Sao Tomé-et-Principe
SV|El Salvador|萨尔瓦多|薩爾瓦多|エルサルバドル|Salvador
SX|Sint Maarten|荷属圣马丁|荷屬聖馬丁|シント・マールテン|Saint-Martin
SY|Syria|叙利亚|敘利亞|シリア|Syrien|Syrie
SZ|Eswatini|斯威士兰|史瓦帝尼|エスワティニ
TD|Chad|乍得|查德|チャド|Tschad|Tchad
TG|Togo|多哥|トーゴ
TH|Thailand|泰国|泰國|タイ|Thaïlande
TJ|Tajikistan|塔吉克斯坦|塔吉克|タジキスタン|Tadschikistan|Tadjikistan
TL|Timor-Leste|东帝汶|東帝汶|東ティモール|Timor oriental
TM|Turkmenistan|土库曼斯坦|土庫曼|トルクメニスタン|Turkménistan
TN|Tunisia|突尼斯|突尼西亞|チュニジア|Tunesien|Tunisie
TO|Tonga|汤加|東加|トンガ
TR|Türkiye|土耳其|トルコ|Türkei|Turquie
TT|Trinidad & Tobago|特立尼达和多巴哥|千里達及托巴哥|トリニダード・トバゴ|Trinidad und Tobago
TT|Trinité-et-Tobago
TV|Tuvalu|图瓦卢|吐瓦魯|ツバル
TW|Taiwan|台湾|台灣|Taïwan
TZ|Tanzania|坦桑尼亚|坦尚尼亞|タンザニア|Tansania|Tanzanie
UA|Ukraine|乌克兰|烏克蘭|ウクライナ
UG|Uganda|乌干达|烏干達|ウガンダ|Ouganda
US|United States|美国|美國|アメリカ合衆国|Vereinigte Staaten|États-Unis
UY|Uruguay|乌拉圭|烏拉圭|ウルグアイ
UZ|Uzbekistan|乌兹别克斯坦|烏茲別克|ウズベキスタン|Usbekistan|Ouzbékistan
VA|Vatican City|梵蒂冈|梵蒂岡|バチカン市国|Vatikanstadt|État de la Cité du Vatican
VC|St. Vincent & Grenadines|圣文森特和格林纳丁斯|聖文森及格瑞那丁
VC|セントビンセント及びグレナディーン諸島|St. Vincent und die Grenadinen
VC|Saint-Vincent-et-les Grenadines
VE|Venezuela|委内瑞拉|委內瑞拉|ベネズエラ
VN|Vietnam|越南|ベトナム|Viêt Nam
VU|Vanuatu|瓦努阿图|萬那杜|バヌアツ
WS|Samoa|萨摩亚|薩摩亞|サモア
XK|Kosovo|科索沃|コソボ
YE|Yemen|也门|葉門|イエメン|Jemen|Yémen
ZA|South Africa|南非|南アフリカ|Südafrika|Afrique du Sud
ZM|Zambia|赞比亚|尚比亞|ザンビア|Sambia|Zambie
ZW|Zimbabwe|津巴布韦|辛巴威|ジンバブエ|Simbabwe
"""


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """The names of each country, by its ISO code, the English one first."""
    names: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.splitlines():
        code, *row = line.split("|")
        names[code] = names.get(code, ()) + tuple(row)
    return names
