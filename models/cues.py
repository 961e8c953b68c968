"""Words that speak of a measure or a field in a policy document, in English, Chinese, Japanese.

Some also in German and French. A cue alone decides nothing: it goes into a regression beside the
text model's answer, which learns how far either can be trusted.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import CODE, code_category
from dualuse.models.questions import CATEGORY, MEASURE

_LONGEST_TITLE: Final = 300
_HEADLINE: Final = 150  # characters, of a text without a line break
_HEAD: Final = 400
_SATURATION: Final = 5.0

_CUES: Final = {
    MEASURE + "ban": (
        r"禁止(?:向|对|出口|輸出|提供|任何)|不得(?:向|出口|转)|一律不|不予许可|全面禁|禁輸"
        r"|輸出(?:の)?禁止|輸出を(?:禁|認め)|承認(?:し|を)ない"
        r"|\bprohibit\w*|\bban(?:s|ned|ning)?\b|\bembargo\w*|(?:policy|presumption) of denial"
        r"|shall not (?:be )?(?:export|sell|suppl)|Ausfuhrverbot|verboten|interdi\w+"
    ),
    MEASURE + "licence_requirement": (
        r"出口许可|输出许可|輸出許可|许可证|申请许可|许可申请|事先核准|許可(?:が|を|申請|制)"
        r"|未经许可|实施出口管制|licen[cs](?:e|es|ing) (?:is |are |was )?requir\w+"
        r"|\brequir\w+ (?:an? |prior |export )*(?:licen[cs]e|authori[sz]ation)"
        r"|licen[cs]e requirement|authori[sz]ation requirement|Genehmigung(?:spflicht)?"
        r"|autorisation"
    ),
    MEASURE + "list_amendment": (
        r"管制清单|管理目录|清单.{0,12}(?:增加|调整|新增|列入|公布)|别表|別表第一|リスト規制"
        r"|品目.{0,8}追加|省令.{0,12}改正|政令.{0,16}改正|Annex I\b|control list|new ECCN"
        r"|Commerce Control List|Schedule \d|control entr(?:y|ies)|Anhang I\b"
    ),
    MEASURE + "entity_listing": (
        r"管控名单|不可靠实体清单|关注名单|实体清单|實體(?:清單|名單)|ユーザーリスト"
        r"|エンティティ・?リスト|注視リスト|Entity List|[Uu]nreliable [Ee]ntit\w+"
        r"|(?:control|watch|concern) list.{0,40}(?:entit|compan|firm)|blacklist\w*"
    ),
    MEASURE + "end_use_control": (
        r"最终用(?:户|途)|最終(?:用途|需要者|使用者)|军事(?:用户|用途|最终)|军方|大规模杀伤|兜底"
        r"|軍事(?:用途|エンドユーザー|利用)|大量破壊兵器|迂回|懸念|キャッチオール|補完的輸出規制"
        r"|需要者要件|インフォーム|转(?:移|让|运|用)"
        r"|end[- ]us(?:e|er)s?\b|catch-all|military[- ](?:end|use|intelligence)"
        r"|diver(?:t|ted|sion)\b|red flags?|is[- ]informed|weapons of mass|due diligence"
        r"|Endverwend\w+|utilisa(?:tion|teur) finale?|Article [49]\b"
    ),
    MEASURE + "suspension_or_relief": (
        r"暂停(?:实施|执行|适用)|停止(?:实施|執行|适用)|取消|豁免|免于|免除|移出|解除|放宽|暫緩|延长"
        r"|延期|不再(?:实施|适用|列)|便利|一時停止|停止する|緩和|撤回|除外|包括許可|延長|猶予|廃止"
        r"|\bsuspen(?:d|ds|ded|ding|sion)\b|\brescind\w*|\brescission|\brelief\b|\bwaive[rds]*\b"
        r"|licen[cs]e exceptions?|\blift(?:s|ed|ing)?\b|\beas(?:e|es|ed|ing)\b|\bexempt\w*"
        r"|general (?:export )?(?:licen[cs]e|authori[sz]ation)|\brevok\w+"
        r"|\bremov(?:e|es|ed|al|ing)\b|\bextend(?:s|ed|ing)?\b|no longer (?:require|need|subject)"
        r"|Aussetz\w+|Allgemeine Genehmigung|aufgehoben|suspension|dérog\w+|levée"
    ),
    MEASURE + "enforcement": (
        r"处罚|走私|起诉|被告|判处|罚款|查处|案件|立案|违法|刑事|刑罰|罰金|書類送検|起訴|逮捕|行政処分"
        r"|輸出禁止処分|違反|摘発|有罪|\bpenalt\w+|\bindict\w+|\bsettle(?:ment|d)\b|\bguilty\b"
        r"|denial order|temporary denial|\bsentenc(?:ed|ing)\b|\bviolat\w+|\bfined?\b|charged\b"
        r"|\bconvict\w*|\bBußgeld|Verstoß|amende\b|infraction"
    ),
    MEASURE + "consultation": (
        r"征求意见|公开征求|征集意见|反馈意见|意见稿|草案|預告|パブリック・?コメント|パブコメ|改正案"
        r"|意見(?:募集|公募|提出|照会)|審議会|\bcomments?\b|comment period|\bproposed\b"
        r"|consult(?:ation|s|ing)\b|\bbill\b|draft (?:rule|law|order)|call for evidence"
        r"|request for information|inquiry|Konsultation|Entwurf|Referentenentwurf"
        r"|projet de (?:loi|règlement)"
    ),
    MEASURE + "guidance": (
        r"指南|指引|问答|解读|培训|须知|手册|说明会|答记者问|ガイダンス|ガイドライン|手引|説明会"
        r"|セミナー|よくある質問|Q&A|留意|ご注意|御案内"
        r"|\bguid(?:ance|e|elines?)\b|\bFAQs?\b|frequently asked|best practices?|\bseminars?\b"
        r"|\bwebinars?\b|\badvisory\b|\bhandbook\b|\bmanual\b|how to|questions and answers"
        r"|compliance note|notice to exporters|\btraining\b|Leitfaden|Merkblatt"
    ),
    CATEGORY + "0": (r"核材料|核电|核反应堆|原子炉|原子力|核燃料|\bnuclear\b|uranium|reactor"),
    CATEGORY + "1": (
        r"稀土|石墨|钨|碲|铋|铟|钼|锑|超硬|碳纤维|化学品|前体|毒素|レアアース|黒鉛|炭素繊維"
        r"|化学(?:物質|兵器)|タングステン|rare[- ]earths?|graphite|tungsten|carbon fib"
        r"|precursor|chemicals?\b|toxin|superhard|battery"
    ),
    CATEGORY + "2": (
        r"机床|数控|工作機械|machine tools?|five-axis|五軸|五轴|3D打印|additive manufactur\w+"
        r"|bearings?"
    ),
    CATEGORY + "3": (
        r"半导体|半導體|半導体|芯片|晶片|集成电路|積體電路|集積回路|光刻|露光|镓|锗|锑"
        r"|ガリウム|ゲルマニウム|semiconductors?|\bchips?\b|integrated circuits?|lithograph\w+"
        r"|gallium|germanium|antimony|\bHBM\b"
    ),
    CATEGORY + "4": (
        r"超算|超级计算|高性能计算|人工智能|量子计算|スーパーコンピュータ|量子コンピュータ"
        r"|AI半導体|supercomput\w+|quantum comput\w+|advanced computing"
        r"|artificial intelligence|\bAI chips?|\bGPUs?\b"
    ),
    CATEGORY + "5.1": (
        r"通信设备|电信|電信|通信機器|干扰器|telecom\w*|radio|jamm(?:er|ing)|interception"
    ),
    CATEGORY + "5.2": (r"密码|加密|暗号|encrypt\w+|cryptograph\w+|information security"),
    CATEGORY + "6": (
        r"激光|雷达|红外|声呐|传感器|レーザー|レーダー|赤外線|センサー|\blasers?\b|radar"
        r"|infrared|thermal (?:imag|camera)\w*|sonar|sensors?\b"
    ),
    CATEGORY + "7": (r"惯性|导航|陀螺|慣性|航法|ジャイロ|inertial|navigation|gyro\w*|avionics"),
    CATEGORY + "8": (r"船舶|潜航|水下|海洋工程|潜水|水中|submersible|underwater|vessel|\bmarine\b"),
    CATEGORY + "9": (
        r"无人机|無人機|无人驾驶航空器|ドローン|航空航天|航空発動機|燃气轮机|卫星|衛星|火箭"
        r"|导弹|ロケット|drones?\b|\bUAVs?\b|unmanned aer\w+|aerospace|aero-?engine"
        r"|satellites?|spacecraft|rockets?|missiles?"
    ),
}
CUED: Final = tuple(_CUES)
"""The questions that have cues, in the order of `cue_features`."""

_PATTERNS: Final = tuple(re.compile(cue, re.IGNORECASE) for cue in _CUES.values())


def speaks_of(question: str, text: str) -> bool:
    """Whether a cue for a question of `CUED` is in the text."""
    return _PATTERNS[CUED.index(question)].search(text) is not None


def cue_features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cues found in each text, shape (n, questions, 3), each 0 to 1.

    Whether one is in the title, which is the first line; near the head; and how often there is
    one. A control code in the text counts as a cue for its category.
    """
    return np.array([_features(text) for text in texts], np.float32).reshape(-1, len(CUED), 3)


def title_end(text: str) -> int:
    """Where the title of a text ends: its first line, or as much as a headline has."""
    line = text.find("\n", 0, _LONGEST_TITLE)
    return line if line >= 0 else _HEADLINE


def _features(text: str) -> list[tuple[float, float, float]]:
    coded = {CATEGORY + code_category(match.group("code")) for match in CODE.finditer(text)}
    title = title_end(text)
    return [
        _strength(pattern, text, title, coded=question in coded)
        for question, pattern in zip(CUED, _PATTERNS, strict=True)
    ]


def _strength(
    pattern: re.Pattern[str], text: str, title: int, *, coded: bool
) -> tuple[float, float, float]:
    # More say no more, and a long text has thousands.
    count = sum(1 for _ in islice(pattern.finditer(text), int(_SATURATION))) + (2 if coded else 0)
    first = pattern.search(text, 0, max(title, _HEAD))
    in_title = first is not None and first.start() < title
    in_head = first is not None and first.start() < _HEAD
    return float(in_title), float(in_head), min(count / _SATURATION, 1.0)
