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
    assert same < with_teacher([9, -9, 9, 9, -9, 0], answers, taught)
    assert same < with_teacher([0, 0, 0, 0, 0, 0], answers, taught)


def test_half_a_teacher_is_half_of_each_loss() -> None:
    logits, answers, taught = [1, 0, 2, 1, 0, 0], [1, 0, 1, 1, 0, SILENT], [2, -2, 1, 2, -1, SILENT]
    rows = [torch.tensor([each]).float() for each in (logits, answers, taught)]
    half = float(QuestionLoss(QUESTIONS, Weights(), teacher=0.5)(*rows)[0])
    told = with_teacher([*map(float, logits)], [*map(float, answers)], [*map(float, taught)])
    assert half == pytest.approx(
        (loss_of([*map(float, logits)], [*map(float, answers)]) + told) / 2
    )


def test_where_a_teacher_is_silent_the_answer_alone_is_learnt() -> None:
    answers = [1, 0, 1, 1, 0, 1.0]
    for logits in ([0.0] * 6, [1.0, 2, -1, 0, 3, 1]):
        assert with_teacher(logits, answers, [SILENT] * 6) == pytest.approx(
            loss_of(logits, answers)
        )


def test_of_a_code_that_the_teacher_does_not_know_it_says_nothing() -> None:
    answers = [1, 0, 1, 0, 1, SILENT]
    taught = torch.tensor([[2, -2, 1, 2, SILENT, SILENT]])
    logits = torch.zeros((1, 6), requires_grad=True)
    loss = QuestionLoss(QUESTIONS, Weights(), teacher=1.0)
    loss(logits, torch.tensor([answers]), taught).sum().backward()
    assert logits.grad is not None
    assert torch.isfinite(logits.grad).all()
