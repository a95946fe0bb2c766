"""What `verify` found, as sentences or as a document; and what it cannot know."""

from tmplan.cli import console
from tmplan.cli.settings import current
from tmplan.i18n import say
from tmplan.journal.verify import Verdict


def show_verdict(name: str, verdict: Verdict) -> None:
    """Every file with its head, every finding, and the limits of the proof."""
    if current().json:
        console.document(
            {
                "id": name,
                "whole": verdict.whole,
                "files": [
                    {"file": f.file, "writer": f.writer, "lines": f.lines, "head": f.head}
                    for f in verdict.files
                ],
                "findings": [
                    {
                        "file": found.file,
                        "line": found.line,
                        "kind": found.kind,
                        "message": say(found.message, **found.params),
                    }
                    for found in verdict.findings
                ],
                "absent": list(verdict.absent),
                "anchored": verdict.anchored,
                "unproven": [say(text) for text in verdict.unproven],
            }
        )
        return
    for file in verdict.files:
        console.line(
            say("{file}: {n} entries, head {head}", file=file.file, n=file.lines, head=file.head)
        )
    for found in verdict.findings:
        console.line(f"× {say(found.message, **found.params)}", style="bad")
    if verdict.anchored is not None:
        console.line(
            say("the anchor stands in the record")
            if verdict.anchored
            else say("the anchor is not in the record"),
            style="good" if verdict.anchored else "bad",
        )
    if verdict.whole:
        console.line(say("{id}: whole and unaltered, as far as it can show", id=name), style="good")
    for text in verdict.unproven:
        console.line(say(text), style="dim")
