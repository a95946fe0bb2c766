"""Who acts: the person the command line names, else who holds the role here, else the account."""

from tmplan.cli import console
from tmplan.cli.calling import number_of
from tmplan.cli.prompts import Prompts, normal, pick
from tmplan.cli.walk import Act
from tmplan.i18n import say
from tmplan.incident.authority import actual_role, holder
from tmplan.incident.decide.scene import Decision
from tmplan.journal.live import Record


class Roster:
    """Puts people to acts."""

    def __init__(self, *, login: str, acting: str | None) -> None:
        """``acting`` is who acts if the command line says so."""
        self._login = login
        self.acting = acting

    def holder(self, record: Record, role: str) -> str:
        """Who holds a role in this incident."""
        return holder(record.plan, record.incident, role) or self._login

    def act(self, record: Record, decision: Decision, role: str) -> Act:
        """A decision with who takes it, as what."""
        by = self.acting or self.holder(record, role)
        return Act(decision, by, actual_role(record.plan, record.incident, role))


def ask_person(record: Record, prompts: Prompts, prompt: str, *, usual: str) -> str:
    """A person of the plan by id, name or how it begins, or any other name; Enter: the usual one.

    Raises:
        Back, Leave: the person at the keyboard wants to go back, or to pause.
    """
    return _person(record, prompts.text(prompt, default=usual))


def choose_person(record: Record, prompts: Prompts, prompt: str) -> str:
    """A person out of the plan's list, by number too; somebody else's name is asked about.

    Raises:
        Back, Leave: the person at the keyboard wants to go back, or to pause.
    """
    names = _names(record)
    for number, (person, name) in enumerate(names.items(), 1):
        console.talk(f"{number}. {name}{number_of(record, person)}", indent=2)
    while True:
        said = prompts.text(prompt)
        person = pick(normal(said), names) or said
        if person in names or prompts.yes(
            say("{person} is not in the plan. Take them anyway?", person=person)
        ):
            return person


def _person(record: Record, said: str) -> str:
    wanted = normal(said)
    return said if wanted.isdigit() else pick(wanted, _names(record)) or said


def _names(record: Record) -> dict[str, str]:
    return {name: words.name for name, words in record.plan.organisation.people.items()}
