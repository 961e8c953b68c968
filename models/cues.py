"""Words that speak of a measure or a field in a policy document, in English, Chinese, Japanese.

Some also in German and French. A cue alone decides nothing: it goes into a regression beside the
text model's answer, which learns how far either can be trusted.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from dualuse.corpus.labels import CODE, code_category
from dualuse.models.calibration import logits
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.questions import CATEGORY, MEASURE

_STRENGTH: Final = 3.0
_FEWEST_POSITIVES: Final = 3
_HEAD: Final = 400
_SATURATION: Final = 5.0

_CUES: Final = {
    MEASURE + "ban": (
        r"禁止(?:向|对|出口|輸出|提供)|不得(?:向|出口)|一律不|全面禁|禁輸|輸出(?:の)?禁止"
        r"|輸出を禁|\bprohibit\w*|\bban(?:s|ned|ning)?\b|\bembargo\w*|Ausfuhrverbot"
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
        r"最终用(?:户|途)|最終(?:用途|需要者)|军事(?:用户|用途)|軍事(?:用途|エンドユーザー)"
        r"|キャッチオール|需要者要件|end[- ]us(?:e|er)s?\b|catch-all|military (?:end|use)"
        r"|Endverwend\w+"
    ),
    MEASURE + "suspension_or_relief": (
        r"暂停(?:实施|执行|适用)?|停止(?:实施|執行|适用)|恢复|取消.{0,8}许可|免于|移出|暫緩"
        r"|一時停止|適用を停止|緩和|撤回|除外|包括許可の対象|\bsuspen\w+|\brescind\w*"
        r"|\brescission|\brelief\b|\bwaiv\w+|licen[cs]e exception|\blift(?:s|ed|ing)?\b"
        r"|general licen[cs]e|Aussetz\w+"
    ),
    MEASURE + "enforcement": (
        r"处罚|行政处罚|走私|起诉|被告|判处|罚款|刑事|書類送検|起訴|逮捕|行政処分|輸出禁止処分"
        r"|外為法違反|\bpenalt\w+|\bindict\w+|\bsettle(?:ment|d)\b|plead\w* guilty"
        r"|denial order|\bsentenc(?:ed|ing)\b|\bviolation\w*|\bfined?\b"
    ),
    MEASURE + "consultation": (
        r"征求意见|公开征求|反馈意见|預告|パブリック・?コメント|意見(?:募集|公募|提出)|審議会"
        r"|public comment|comment period|proposed rule|consult(?:ation|s|ing)\b|\bbill\b"
        r"|draft (?:rule|law|order)|call for evidence|Konsultation|projet de (?:loi|règlement)"
    ),
    MEASURE + "guidance": (
        r"指南|指引|问答|解读|培训|须知|ガイダンス|手引|説明会|セミナー|よくある質問|Q&A"
        r"|\bguidance\b|\bFAQ|frequently asked|best practice|\bseminar\b|\bwebinar\b"
        r"|\btraining\b"
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


def cue_features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cues found in each text, shape (n, questions, 2): 1 if near the head, and how often, 0 to 1.

    A control code in the text counts as a cue for its category.
    """
    return np.array([_features(text) for text in texts], np.float32).reshape(-1, len(CUED), 2)


def _features(text: str) -> list[tuple[float, float]]:
    coded = {CATEGORY + code_category(match.group("code")) for match in CODE.finditer(text)}
    return [
        _strength(pattern, text, coded=question in coded)
        for question, pattern in zip(CUED, _PATTERNS, strict=True)
    ]


def _strength(pattern: re.Pattern[str], text: str, *, coded: bool) -> tuple[float, float]:
    count = sum(1 for _ in pattern.finditer(text)) + (2 if coded else 0)
    head = pattern.search(text, 0, _HEAD) is not None
    return float(head), min(count / _SATURATION, 1.0)


def fit_cues(
    texts: Sequence[str], probabilities: Probabilities, answers: Answers, questions: Sequence[str]
) -> NDArray[np.float32]:
    """The weights of cue in the head, cue count, the model's logit and a constant, shape (cued, 4).

    `probabilities` are the text model's for texts that it had not seen. A question with hardly a
    yes keeps the model's answer as it is.
    """
    features = cue_features(texts)
    weights = no_cues()
    for place, question in enumerate(CUED):
        column = questions.index(question)
        known = ~np.isnan(answers[:, column])
        truth = answers[known, column] > 0
        if min(truth.sum(), (~truth).sum()) < _FEWEST_POSITIVES:
            continue
        inputs = np.column_stack([features[:, place], logits(probabilities[:, column])])[known]
        regression = LogisticRegression(C=_STRENGTH).fit(inputs, truth)
        weights[place] = [*regression.coef_[0], regression.intercept_[0]]
    return weights


def no_cues() -> NDArray[np.float32]:
    """The weights under which cues change nothing, shape (cued, 4)."""
    return np.tile(np.array([0, 0, 1, 0], np.float32), (len(CUED), 1))


def with_cues(
    texts: Sequence[str],
    probabilities: Probabilities,
    questions: Sequence[str],
    weights: NDArray[np.float32],
) -> Probabilities:
    """The model's probabilities, those of cued questions corrected by the cues in the texts."""
    features = cue_features(texts)
    corrected = probabilities.copy()
    for place, question in enumerate(CUED):
        column = questions.index(question)
        head, count, logit, constant = weights[place]
        scores = (
            head * features[:, place, 0]
            + count * features[:, place, 1]
            + logit * logits(probabilities[:, column])
            + constant
        )
        corrected[:, column] = 1 / (1 + np.exp(-scores))
    return corrected
