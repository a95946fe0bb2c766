"""The smallest honest comparison: two commands, one Pydantic model, PyYAML."""

from pathlib import Path

import typer
import yaml
from pydantic import BaseModel

app = typer.Typer()


class Plan(BaseModel):
    """One model."""

    name: str
    number: int


@app.command()
def check(path: Path) -> None:
    """Read a small file into the model."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    plan = Plan.model_validate(yaml.load(path.read_text("utf-8"), loader))  # noqa: S506
    print(plan.name)


@app.command()
def other() -> None:
    """A second command."""


if __name__ == "__main__":
    app()
