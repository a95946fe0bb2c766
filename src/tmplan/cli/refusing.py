"""Why an act did not come about, as people who know the plan say it."""

from tmplan.cli.spoken import spoken
from tmplan.cli.words import answer_text, people_names, person_name, role_name
from tmplan.errors import TmplanError
from tmplan.i18n import say
from tmplan.plan.model import Plan


def explained(error: TmplanError, plan: Plan) -> str:
    """A refusal or an ending in the chosen language, people and roles by their names."""
    return say(error.message, **_named(spoken(error.params), plan))


def _named(params: dict[str, object], plan: Plan) -> dict[str, object]:
    named = dict(params)
    for name, value in params.items():
        match name:
            case "person":
                named[name] = person_name(plan, str(value))
            case "people":
                named[name] = people_names(plan, str(value))
            case "role":
                named[name] = role_name(plan, str(value))
            case "answer":
                event, question = str(params["event"]), str(params["question"])
                given = tuple(str(value).split(", "))
                named[name] = answer_text(plan, event, question, given)
                named["question"] = plan.questions[question].ask
            case _:
                pass
    return named
