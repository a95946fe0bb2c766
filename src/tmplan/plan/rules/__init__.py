"""What must be true of a plan beyond the shape of its parts, one file per rule."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from tmplan.plan.index import Index
from tmplan.plan.problem import Code, Fault, Problem, Severity
from tmplan.plan.rules import (
    backward_dependency,
    band_gap,
    band_order,
    bands_for_answers,
    deadline_conflict,
    duplicate_id,
    duplicate_phase,
    empty_phase,
    event_without_level,
    event_without_response,
    evidence_without_choices,
    first_step_condition,
    foreign_step,
    group_cycle,
    id_clash,
    if_failed_without_fallback,
    lead_outside_group,
    level_order,
    level_without_levels,
    misplaced_gate,
    missing_phase,
    mixed_levels,
    notice_without_approver,
    parts_not_yet,
    phase_order,
    placeholder_person,
    question_without_answers,
    raise_cause,
    recover_without_gate,
    reserved_id,
    same_person,
    several_with_bands,
    skipped_phase,
    step_cycle,
    two_scopes,
    unasked_question,
    undefined_answer,
    undefined_event,
    undefined_evidence,
    undefined_group,
    undefined_level,
    undefined_notice,
    undefined_obligation,
    undefined_person,
    undefined_phase,
    undefined_placeholder,
    undefined_question,
    undefined_role,
    undefined_step,
    unknown_timezone,
    unused_fallback,
    unused_field,
    unused_question,
    vacant_role,
)


class Rule(Protocol):
    """One thing that must be true; its docstring says why and shows a bad and a good example."""

    __name__: str
    __doc__: str | None
    CODE: str
    NAME: str
    SEVERITY: Severity
    MESSAGE: str
    HINT: str

    def check(self, plan: Index) -> Iterator[Fault]:
        """Every place where it is not."""


RULES: Final[Sequence[Rule]] = [
    parts_not_yet,
    duplicate_id,
    undefined_role,
    undefined_event,
    undefined_step,
    undefined_notice,
    undefined_level,
    unused_question,
    undefined_question,
    undefined_answer,
    undefined_obligation,
    undefined_phase,
    undefined_evidence,
    reserved_id,
    id_clash,
    unasked_question,
    lead_outside_group,
    group_cycle,
    undefined_group,
    undefined_person,
    band_gap,
    band_order,
    level_order,
    event_without_level,
    event_without_response,
    level_without_levels,
    mixed_levels,
    question_without_answers,
    several_with_bands,
    two_scopes,
    raise_cause,
    bands_for_answers,
    phase_order,
    missing_phase,
    step_cycle,
    backward_dependency,
    deadline_conflict,
    duplicate_phase,
    skipped_phase,
    foreign_step,
    first_step_condition,
    unused_fallback,
    if_failed_without_fallback,
    evidence_without_choices,
    empty_phase,
    recover_without_gate,
    misplaced_gate,
    same_person,
    undefined_placeholder,
    unused_field,
    vacant_role,
    notice_without_approver,
    placeholder_person,
    unknown_timezone,
]


def lint(plan: Index) -> Iterator[Problem]:
    """Everything the rules find."""
    for rule in RULES:
        code = Code(rule.CODE, rule.NAME, rule.SEVERITY, rule.MESSAGE, rule.HINT)
        for fault in rule.check(plan):
            yield Problem(code, fault.path, fault.params, fault.at_key, related=fault.related)
