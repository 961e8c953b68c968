import pytest
import torch

from dualuse.training.encoder.losses import QuestionLoss
from dualuse.training.encoder.recipe import Weights

QUESTIONS = ("category:0", "category:1", "relevance:high", "code:0A001", "code:1A002", "label:x")
SILENT = float("nan")


def loss_of(logits: list[float], answers: list[float], weights: Weights | None = None) -> float:
    loss = QuestionLoss(QUESTIONS, weights or Weights())
    return float(loss(torch.tensor([logits]).float(), torch.tensor([answers]).float())[0])


def test_right_answers_cost_little() -> None:
    answers = [1, 0, 1, 1, 0, 1.0]
    assert loss_of([9, -9, 9, 9, -9, 9], answers) < 0.02 < loss_of([0] * 6, answers)
    assert loss_of([-9, 9, -9, -9, 9, -9], answers) > loss_of([0] * 6, answers)


@pytest.mark.parametrize("column", range(5))
def test_a_silent_question_teaches_nothing(column: int) -> None:
    answers = torch.tensor([[1, 0, 1, 1, 0, 1.0]])
    answers[0, column] = SILENT
    if QUESTIONS[column].startswith("code"):
        answers[0, 3:5] = SILENT
    logits = torch.zeros((1, 6), requires_grad=True)
    QuestionLoss(QUESTIONS, Weights(category=0.0))(logits, answers).sum().backward()
    assert logits.grad is not None
    assert logits.grad[0, column] == 0


def test_categories_compete_with_each_other_and_with_none() -> None:
    none = [0, 0, SILENT, SILENT, SILENT, SILENT]
    assert loss_of([-9, -9, 0, 0, 0, 0], none) < loss_of([3, -9, 0, 0, 0, 0], none)


def test_each_text_has_a_loss_of_its_own() -> None:
    answers = [[1, 0, 1, 1, 0, 1.0], [0, 0, SILENT, SILENT, SILENT, SILENT]]
    logits = [[1, -1, 2, 0, 0, 1.0], [3, 0, 0, 0, 0, 0.0]]
    both = QuestionLoss(QUESTIONS, Weights())(torch.tensor(logits), torch.tensor(answers))
    alone = [loss_of(*each) for each in zip(logits, answers, strict=True)]
    assert both.tolist() == pytest.approx(alone)


def with_teacher(logits: list[float], answers: list[float], taught: list[float]) -> float:
    loss = QuestionLoss(QUESTIONS, Weights(), teacher=1.0)
    rows = (torch.tensor([each]).float() for each in (logits, answers, taught))
    return float(loss(*rows)[0])


def test_what_a_teacher_says_is_learnt_as_sure_as_it_is() -> None:
    answers = [1, 0, 1, 1, 0, SILENT]
    taught = [1, -2, 0.5, 2, -1, SILENT]
    same = with_teacher([1, -2, 0.5, 2, -1, 0], answers, taught)
    assert same == pytest.approx(0, abs=1e-5)
    assert with_teacher([9, -9, 9, 9, -9, 0], answers, taught) > 0.5
    assert with_teacher([0, 0, 0, 0, 0, 0], answers, taught) > 0.5


def test_half_a_teacher_lies_between_it_and_the_answer() -> None:
    rows = [[1, 0, 2, 1, 0, 0], [1, 0, 1, 1, 0, SILENT], [2, -2, 1, 2, -1, SILENT]]
    slopes = []
    for share in (0.0, 0.5, 1.0):
        logits, answers, taught = (torch.tensor([each]).float() for each in rows)
        logits.requires_grad_()
        QuestionLoss(QUESTIONS, Weights(), share)(logits, answers, taught).sum().backward()
        assert logits.grad is not None
        slopes.append(logits.grad)
    assert torch.allclose(slopes[1], (slopes[0] + slopes[2]) / 2, atol=1e-6)


def test_where_a_teacher_is_silent_the_answer_alone_is_learnt() -> None:
    answers = [1, 0, 1, 1, 0, 1.0]
    for logits in ([0.0] * 6, [1.0, 2, -1, 0, 3, 1]):
        assert with_teacher(logits, answers, [SILENT] * 6) == pytest.approx(
            loss_of(logits, answers)
        )


def test_of_a_code_that_the_teacher_does_not_know_the_answer_alone_is_learnt() -> None:
    only_codes = Weights(category=0, relevance=0, listed=0, group=0, measure=0)
    answers = torch.tensor([[1, 0, 1, 0, 1, SILENT]])
    taught = torch.tensor([[2, -2, 1, 2, SILENT, SILENT]])
    slopes = []
    for told in (taught, None):
        logits = torch.zeros((1, 6), requires_grad=True)
        QuestionLoss(QUESTIONS, only_codes, 1.0)(logits, answers, told).sum().backward()
        assert logits.grad is not None
        slopes.append(logits.grad[0, 3:5])
    assert torch.equal(*slopes)
    assert slopes[0].abs().min() > 0


@pytest.mark.parametrize("answer", [0.0, 1.0, SILENT])
@pytest.mark.parametrize("told", [-60.0, 0.0, 60.0, SILENT])
def test_slopes_are_finite_whatever_is_known(answer: float, told: float) -> None:
    logits = torch.tensor([[40.0, -40, 0, 1, -1, 0]], requires_grad=True)
    loss = QuestionLoss(QUESTIONS, Weights(), 0.7)
    loss(logits, torch.full((1, 6), answer), torch.full((1, 6), told)).sum().backward()
    assert logits.grad is not None
    assert torch.isfinite(logits.grad).all()
