"""English source sentence → Chinese, chapter by chapter."""

from collections.abc import Mapping
from typing import Final

from tmplan.i18n.zh_acts import ACTS
from tmplan.i18n.zh_checking import CHECKING
from tmplan.i18n.zh_door import DOOR
from tmplan.i18n.zh_drill import DRILL
from tmplan.i18n.zh_fmt import FMT
from tmplan.i18n.zh_incident import INCIDENT
from tmplan.i18n.zh_journal import JOURNAL
from tmplan.i18n.zh_meaning import MEANING
from tmplan.i18n.zh_plan import PLAN
from tmplan.i18n.zh_rules import RULES
from tmplan.i18n.zh_source import SOURCE
from tmplan.i18n.zh_starting import STARTING
from tmplan.i18n.zh_telling import TELLING
from tmplan.i18n.zh_upkeep import UPKEEP
from tmplan.i18n.zh_walk import WALK
from tmplan.i18n.zh_why import WHY

CHAPTERS: Final[tuple[Mapping[str, str], ...]] = (
    DOOR,
    SOURCE,
    PLAN,
    FMT,
    CHECKING,
    RULES,
    UPKEEP,
    WHY,
    INCIDENT,
    WALK,
    TELLING,
    ACTS,
    JOURNAL,
    DRILL,
    MEANING,
    STARTING,
)
SENTENCES: Final[Mapping[str, str]] = {
    source: chinese for chapter in CHAPTERS for source, chinese in chapter.items()
}
