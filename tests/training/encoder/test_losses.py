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
