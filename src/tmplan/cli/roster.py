"""Who acts: the person the command line names, else who holds the role here, else the account."""

from tmplan.cli.prompts import Prompts, pick
from tmplan.cli.walk import Act
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
    """A person of the plan by number, id or name, or any other name; Enter means the usual one."""
    said = prompts.ask(prompt, default=usual).strip()
    names = {name: words.name for name, words in record.plan.organisation.people.items()}
    return pick(said.lower(), names) or said
