"""One check of the whole corpus: records, repeats, leakage, balance, and the freeze."""

from dataclasses import dataclass
from pathlib import Path

from dualuse.corpus import store
from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.balance import BalanceTable, policy_balance, product_balance
from dualuse.corpus.quality.coverage import coverage_table
from dualuse.corpus.quality.findings import Finding
from dualuse.corpus.quality.frozen import check_frozen
from dualuse.corpus.quality.leakage import check_groups, check_repeats, reserved_events
from dualuse.corpus.quality.policy import check_policy
from dualuse.corpus.quality.products import check_products
from dualuse.corpus.quality.repetition import check_runs, distinct_table


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """What a check found: faults (none in a sound corpus), tables of the texts, and the version."""

    findings: tuple[Finding, ...]
    balance: tuple[BalanceTable, ...]
    records: int
    digest: str


def check_corpus(folder: Path | None = None) -> CorpusReport:
    """The report on a corpus folder (default: the shipped corpus).

    Raises:
        DualuseError: the folder holds no corpus, or a line is no record of the format.
    """
    place = folder or store.corpus_folder()
    files = corpus_files(place)
    if not files:
        raise DualuseError(f"{place} holds no corpus: products/*.jsonl or policy/*.jsonl is needed")
    products = store.load_products(place)
    tests = store.load_products(place, evaluation=True)
    documents = store.load_policy(place)
    policy_tests = store.load_policy(place, evaluation=True)
    findings = [
        *check_products([*products, *tests]),
        *check_policy([*documents, *policy_tests]),
        *check_repeats(products, tests),
        *check_repeats(documents, policy_tests),
        *check_runs(products),
        *check_runs(documents),
        *check_groups(products, tests),
        *check_groups(documents, policy_tests, reserved_events(place)),
        *check_frozen(place, len(tests), len(policy_tests)),
    ]
    return CorpusReport(
        findings=tuple(findings),
        balance=(
            product_balance(products),
            coverage_table(products, load_entries()),
            distinct_table("distinct, products", products),
            *policy_balance(documents),
            distinct_table("distinct, documents", documents),
        ),
        records=len(products) + len(tests) + len(documents) + len(policy_tests),
        digest=store.corpus_digest(files),
    )


def corpus_files(folder: Path) -> list[Path]:
    """All record files of a corpus folder, training before evaluation."""
    return [
        file
        for evaluation in (False, True)
        for task in store.TASKS
        for file in store.task_files(folder, task, evaluation=evaluation)
    ]
