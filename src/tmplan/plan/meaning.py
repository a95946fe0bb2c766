"""What every group of keys and every key of a plan means, in one sentence each.

Editors show these beside the key. They stand apart from the models, so that checking a plan does
not have to read them; a test finds a key without one.
"""

from collections.abc import Mapping
from typing import Final

Meanings = Mapping[str, Mapping[str, str]]
"""By the name of the model and the key as it stands in the file; the empty key is the group."""

NOTE: Final = "A note of your own; keys that begin with `x-` are passed over."

_ID: Final = "Its id: small letters, digits and hyphens."
_NAME: Final = "Its name, in any language."

_WHOLE: Final[Meanings] = {
    "Plan": {
        "": "A contingency plan: who acts, how bad it can be, what is done in which order.",
        "tmplan": "The version of the format; it says that this file is a plan. Write `1`.",
        "id": "The short name of the plan, which stands in every journal.",
        "title": "The name of the plan.",
        "version": "The version of its content, such as `1.0`; raise it with every change.",
        "language": "The language of its text, such as `zh-CN`.",
        "timezone": "Its time zone, such as `Asia/Shanghai`; times are read and counted in it.",
        "parts": "Further files of the plan, inside its folder; each begins with `tmplan-part: 1`.",
        "about": "What the plan is for, since when it holds, and who rules on its meaning.",
        "organisation": "Who acts: groups, roles, people, and the role that acts first.",
        "levels": "How bad it can be, gravest first. They may be left out.",
        "calendar": "Days off and days on, for counting working days.",
        "phases": "The chapters of a response, in order.",
        "questions": "What is asked to classify, by id.",
        "events": "What may happen, by id; at least one event type.",
        "notices": "Texts prepared for audiences, by id.",
        "obligations": "Reports owed to authorities, platforms or persons, by id.",
        "supplies": "What must be at hand, by category; for reading.",
        "drills": "How often each event type is rehearsed, and with which scenarios.",
    },
    "About": {
        "": "What the plan is for, since when it holds, and who rules on its meaning.",
        "purpose": "What the plan is to achieve.",
        "scope": "Where and for what it holds.",
        "interpreted_by": "The id of the group that rules on its meaning.",
        "prevails": "What wins in a conflict: law, orders of authorities, policy.",
        "review": "When the plan itself is looked at again.",
        "effective": "Since when it holds; it can be walked before that day.",
        "approved_by": "Who put it into force.",
        "supersedes": "What it replaces.",
    },
    "PlanReview": {
        "": "When the plan itself is looked at again.",
        "every": "How often the plan is looked at again, such as `12 months`.",
        "last": "When the plan was last looked at.",
        "triggers": "What makes a review due at once.",
    },
    "Calendar": {
        "": "Days off and days on, for counting working days.",
        "holidays": "Working days of the week that are free.",
        "workdays": "Weekend days that are worked.",
    },
    "Rehearsals": {
        "": "How often each event type is rehearsed, and with which scenarios.",
        "every": "How often each event type is rehearsed; for reading.",
        "scenarios": "Scenario files, relative to the plan; those in `drills` are found anyway.",
    },
}

_PEOPLE: Final[Meanings] = {
    "Organisation": {
        "": "Who acts: groups, roles, people, and the role that acts first.",
        "on_duty": "The role that acts first, and leads while there is no level.",
        "groups": "The teams, by id.",
        "roles": "The parts to play, by id.",
        "people": "Who can be called, by id.",
        "contacts": "A file with the key `people`, for people who should not be in git.",
    },
    "Group": {
        "": "People who work together under one lead.",
        "name": _NAME,
        "under": "The group above it; no circles.",
        "lead": "The role that leads it, one of the group.",
        "duties": "What it is for; for reading.",
    },
    "Role": {
        "": "A part to play; held by the first person who can be reached, then by a deputy.",
        "name": _NAME,
        "group": "The group it belongs to.",
        "duties": "What it does; for reading.",
        "held_by": "The people who hold it, in the order they are called.",
        "deputies": "Who stands in, in order.",
    },
    "Person": {
        "": "Somebody who can be called.",
        "name": "The name as it is shown.",
        "phone": "How to reach them; never written into a record.",
        "verified": "When the number was last tried.",
    },
}

_COURSE: Final[Meanings] = {
    "Level": {
        "": "How bad it is, on the plan's own scale; never a statutory grade.",
        "id": "`I` to `IV`, or an id.",
        "name": _NAME,
        "led_by": "The role that leads at this level.",
        "tell": "Who is told when this level is reached, and how soon.",
        "update_every": "How often a notice goes out until recovery.",
    },
    "Tell": {
        "": "Who is told when a level is reached, and how soon.",
        "roles": "The roles that are told.",
        "within": "The time limit, counted from when the level was first reached.",
    },
    "Phase": {
        "": "A chapter of the response.",
        "id": _ID,
        "name": _NAME,
        "kind": "What the engine does in it: report, assess, respond, publish, handle, recover or "
        "review.",
        "role": "Who classifies (assess), who reviews and closes (review); otherwise for reading. "
        "Without it, who leads.",
        "gate": "The safety gate; in the phase of kind `recover`, and there it must stand.",
        "event_steps": "Whether an event type's own steps come before (default) or after the "
        "common ones.",
        "steps": "Steps common to every event type.",
    },
    "Gate": {
        "": "A question that must be confirmed by name before operations resume.",
        "ask": "What is asked before operations resume.",
        "role": "Who may say that it is safe.",
    },
    "Question": {
        "": "One thing to find out; `unknown` is always an answer.",
        "ask": "The question.",
        "help": "How to find out.",
        "unit": "The unit of the number, where it has bands.",
        "bands": "Stretches of a number; instead of `answers`.",
        "answers": "What can be answered.",
        "several": "More than one answer may be true; not with bands.",
        "scope": "This question is the scope of impact; at most one for an event type.",
        "unknown": "The level that `unknown` counts as; default the gravest of its levels.",
    },
    "Answer": {
        "": "One possible answer.",
        "id": _ID,
        "text": "The answer as it is shown.",
        "level": "The level it gives; all answers of a question have one, or none has.",
    },
    "Band": {
        "": "A stretch of numbers; the last one has no upper end.",
        "below": "The upper end, not included; bands rise, and the last has none.",
        "id": "The id for conditions; without one, `band-1`, `band-2` and so on.",
        "level": "The level it gives.",
    },
}

_EVENTS: Final[Meanings] = {
    "EventType": {
        "": "A kind of thing that may happen, and all that was prepared for it.",
        "name": _NAME,
        "signals": "What people notice first; shown when the type is asked for.",
        "first": "Steps to do at once, before classification: save people, stop the bleeding.",
        "classify": "What is asked, and what shifts the level.",
        "prevention": "Recurring measures; for reading.",
        "steps": "The steps of this event type, by the id of the phase.",
        "skip": "Phases that do not apply; only publish, handle and assess can be left out.",
        "recovered_when": "What must be confirmed before it counts as recovered.",
        "watch": "How long to keep an eye on it afterwards; for reading.",
        "mistakes": "What went wrong elsewhere; for reading.",
        "review_questions": "Questions that are shown at the review.",
        "links": "Other event types it may turn into.",
    },
    "Classify": {
        "": "What is asked, and what shifts the level.",
        "ask": "The ids of the questions, in the order they are asked.",
        "bands": "This event type's own bands, by question.",
        "floors": "Conditions under which the level is at least so grave.",
        "raises": "Conditions under which the level is graver.",
    },
    "Floor": {
        "": "While its condition holds, the level is at least this grave.",
        "when": "While this holds, the level is at least so grave.",
        "level": "The level is at least this grave.",
    },
    "Raise": {
        "": "While its condition holds, the level is graver than it would be.",
        "when": "While this holds, the level is graver.",
        "unknown_after": "Some question is still unknown this long after the opening.",
        "by": "How many levels graver; default 1.",
    },
    "Measure": {
        "": "A recurring measure of prevention.",
        "id": _ID,
        "do": "What is done.",
        "role": "Who does it.",
        "every": "How often it is done.",
        "last": "When it was last done.",
        "why": "What it prevents.",
    },
    "Link": {
        "": "Another event type that this one may turn into; suggested, never forced.",
        "when": "When it is suggested; without it, always.",
        "open": "The other event type, which must exist.",
        "why": "What is said with the suggestion.",
    },
}

_STEPS: Final[Meanings] = {
    "Step": {
        "": "One thing that one role does.",
        "id": "Its id, the only one in the whole plan: small letters, digits and hyphens.",
        "do": "What is done, as one imperative sentence.",
        "role": "Who does it: a role, `leader` (who leads) or `anyone` (who found it).",
        "why": "Why it is done; shown on demand.",
        "warn": "What to beware of; shown before the act.",
        "helpers": "The roles that help.",
        "need": "`must`; `must-unless-documented` (default): may be skipped with a reason; `may`.",
        "min_level": "Only at this level and graver.",
        "only_levels": "Only at these levels.",
        "when": "Only while this holds.",
        "when_unknown": "Whether an unknown answer makes it apply (default) or not.",
        "within": "The time limit, such as `15 min`.",
        "from": "What the limit counts from; default `opened`, for first steps `discovered`.",
        "after": "The steps that come before it: binding.",
        "evidence": "What is kept as proof that it was done.",
        "approve": "Whose approval is needed before the act.",
        "sign": "Who signs after the act: another person.",
        "irreversible": "It cannot be undone: asked twice.",
        "stop_power": "The role may do it without being told to; shown.",
        "notice": "Doing it publishes this notice.",
        "discharges": "The obligations it meets, as `obligation.stage`.",
        "repeat": "It is done again and again.",
        "fallback": "It applies only once a step that names it has failed.",
        "if_failed": "The step that stands in when this one failed.",
    },
    "Evidence": {
        "": "One thing that is kept as proof.",
        "id": "Its id, the only one in the whole plan: small letters, digits and hyphens.",
        "kind": "`text`, `number`, `choice`, `time`, `file` or `url`.",
        "ask": "What is asked.",
        "required": "The step cannot be done without it.",
        "unit": "The unit of a number.",
        "choices": "The choices, where it is one.",
    },
    "Choice": {
        "": "One outcome; a text alone is both what is recorded and what is shown.",
        "id": "What is recorded, and what a condition's `outcome` names.",
        "text": "The choice as it is shown.",
    },
    "ByRole": {
        "": "Whose word is wanted.",
        "role": "The role whose word is wanted; may be `leader`.",
    },
    "Repeat": {
        "": "How often it is done again, and until when.",
        "every": "How long after the last time.",
        "until": "`recovered` (default), `phase-end`, or a step that is done.",
    },
}

_DUTIES: Final[Meanings] = {
    "Notice": {
        "": "A text prepared for one audience, with blanks to be filled on the day.",
        "audience": "For whom: an answer of the scope question, or any text.",
        "channel": "Where it is published.",
        "fallback_channel": "Where it is published if that fails; for reading.",
        "approve": "The role that approves it; without one, a warning.",
        "fields": "What fills its blanks, by name.",
        "avoid": "Words that must not stand in it; a notice that holds one is refused.",
        "expires": "How long it holds; for reading.",
        "text": "The text, with blanks as `{name}`.",
    },
    "NoticeField": {
        "": "A blank of a notice.",
        "ask": "What is asked to fill it.",
    },
    "Obligation": {
        "": "A duty towards an authority, a platform or persons, with its own clock.",
        "name": _NAME,
        "role": "Who sees to it; for reading.",
        "to": "To whom it is owed; for reading.",
        "channels": "How it is reported; for reading.",
        "when": "When it applies; without it, always.",
        "stages": "The reports, each with its own limit.",
        "source": "Where the duty is written.",
    },
    "Stage": {
        "": "One report, due within a time from its own start.",
        "id": "Its id within the obligation.",
        "within": "The time limit.",
        "from": "What the limit counts from.",
        "content": "What the report says; for reading.",
    },
    "Source": {
        "": "Where a duty is written, when it was looked up, and how well it is proved.",
        "text": "The law or rule, with the article.",
        "as_of": "When it was looked up.",
        "proof": "How it was looked up: `read` oneself, `secondary` hand, or from `memory`.",
    },
    "Category": {
        "": "A category of supplies.",
        "name": _NAME,
        "items": "What belongs to it.",
    },
    "Supply": {
        "": "One kind of thing that must be at hand.",
        "id": _ID,
        "name": _NAME,
        "unit": "What it is counted in.",
        "have": "How many there are.",
        "need": "How many there must be.",
        "place": "Where it is kept.",
        "keeper": "The role that keeps it.",
        "checked": "When it was last checked.",
        "every": "How often it is checked.",
        "expires": "When it goes off.",
    },
}

PLAN_MEANINGS: Final[Meanings] = {
    **_WHOLE,
    **_PEOPLE,
    **_COURSE,
    **_EVENTS,
    **_STEPS,
    **_DUTIES,
}

PART_MEANINGS: Final[Meanings] = {
    **PLAN_MEANINGS,
    "Part": {
        "": "A part of a plan: some of what it defines by id, in a file of its own.",
        "tmplan-part": (
            "The version of the format; it says that this file is a part of a plan. Write `1`."
        ),
        "questions": "What is asked to classify, by id.",
        "events": "What may happen, by id.",
        "notices": "Texts prepared for audiences, by id.",
        "obligations": "Reports owed to authorities, platforms or persons, by id.",
        "supplies": "What must be at hand, by category; for reading.",
    },
}
