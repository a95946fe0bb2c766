"""A starter project: a small plan that passes, its drills, and the checks around them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from tmplan import __version__
from tmplan.cli import console, schema
from tmplan.cli.settings import current
from tmplan.errors import FileTrouble, reason
from tmplan.i18n import language, say
from tmplan.journal.clock import local_day

_SPOKEN: Final[Mapping[str, str]] = {
    "plans/store.yaml": "store.yaml",
    "plans/drills/account-stolen.yaml": "account-stolen.yaml",
    "plans/drills/system-failure.yaml": "system-failure.yaml",
    "README.md": "README.md",
}
_SHARED: Final[Mapping[str, str]] = {
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/plans.yml": "plans.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
}
"""Where a file goes, and what it is called here: without the dots, which have a meaning to git."""


def init_command(folder: Path) -> None:
    """Write the project into a folder, or nothing.

    Raises:
        FileTrouble: something is in the way, or the folder cannot be written.
    """
    project = _project()
    _refuse_to_overwrite(folder, project)
    _write(folder, project)
    if current().json:
        console.document(
            {"folder": folder.as_posix(), "language": language(), "files": list(project)}
        )
        return
    for name in project:
        console.line(name, indent=2)
    console.line(
        say("written to {folder}; in it, run `tmplan validate plans --strict`", folder=folder),
        style="good",
    )
    console.line(say("then replace everything that says TBD, and read README.md"))


def _project() -> dict[str, str]:
    """Every file of the project with its text, in the chosen language."""
    source = files("tmplan.cli") / "starter"
    return {
        **_filled(source / language(), _SPOKEN),
        "schema/plan.json": schema.as_text(schema.plan()),
        "schema/scenario.json": schema.as_text(schema.scenario()),
        **_filled(source / "both", _SHARED),
    }


def _filled(source: Traversable, names: Mapping[str, str]) -> dict[str, str]:
    return {
        target: (source / name)
        .read_text(encoding="utf-8")
        .replace("@LANG@", language())
        .replace("@VERSION@", __version__)
        .replace('"@TODAY@"', local_day().isoformat())
        for target, name in names.items()
    }


def _refuse_to_overwrite(folder: Path, names: Iterable[str]) -> None:
    tops = dict.fromkeys(name.partition("/")[0] for name in names)
    ours = {*names, *(top for top in tops if (folder / top).is_file())}
    found = sorted(
        name for name in ours if (folder / name).exists() or (folder / name).is_symlink()
    )
    plans = folder / "plans"
    if not found and plans.is_dir() and any(plans.iterdir()):
        found = ["plans"]
    if found:
        raise FileTrouble(
            "in {folder} there is already {files}; nothing was written",
            hint="name another folder: tmplan init FOLDER",
            folder=folder,
            files=", ".join(found),
        )


def _write(folder: Path, project: Mapping[str, str]) -> None:
    """Every file or none: what was written before something failed is taken back."""
    written: list[Path] = []
    for name, text in project.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
        except OSError as error:
            for each in written:
                with suppress(OSError):
                    each.unlink()
            raise FileTrouble(
                "{file} cannot be written: {reason}", file=path, reason=reason(error)
            ) from error
