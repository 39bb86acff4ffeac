"""Word lists: what a word of a news text usually stands for (sources: `SOURCES.md` in this folder).

Each function reads its file once and gives frozen records or sets. Words are in small letters unless
they are names or titles; a list inside a cell is parted by semicolons. A row says what a word *may* be:
the `note` names the other readings, and the caller weighs them.
"""

from graph.language.lexicons.actors import (
    GrammaticalNumber,
    GroupNoun,
    OrganisationNoun,
    groups,
    groups_of_people,
    organisations,
    persons,
    things,
)
from graph.language.lexicons.countries import (
    People,
    PeopleKind,
    State,
    areas,
    capitals,
    cities,
    demonyms,
    people_names,
    peoples,
    regions,
    state_names,
    states,
)
from graph.language.lexicons.events import (
    Characterization,
    Kindred,
    Trigger,
    Weapon,
    characterizations,
    kindred,
    triggers,
    weapons,
    word_sets,
)
from graph.language.lexicons.names import NameWord, NameWordKind, name_words
from graph.language.lexicons.posts import (
    Gender,
    ModifierEffect,
    Office,
    OfficeModifier,
    Title,
    TitleKind,
    office_modifiers,
    offices,
    titles,
)
from graph.language.lexicons.speech import Hedge, Reporting, hedges, reporting
from graph.language.lexicons.sponsors import Tie, ties

__all__ = [
    "Characterization",
    "Gender",
    "GrammaticalNumber",
    "GroupNoun",
    "Hedge",
    "Kindred",
    "ModifierEffect",
    "NameWord",
    "NameWordKind",
    "Office",
    "OfficeModifier",
    "OrganisationNoun",
    "People",
    "PeopleKind",
    "Reporting",
    "State",
    "Tie",
    "Title",
    "TitleKind",
    "Trigger",
    "Weapon",
    "areas",
    "capitals",
    "characterizations",
    "cities",
    "demonyms",
    "groups",
    "groups_of_people",
    "hedges",
    "kindred",
    "name_words",
    "office_modifiers",
    "offices",
    "organisations",
    "people_names",
    "peoples",
    "persons",
    "regions",
    "reporting",
    "state_names",
    "states",
    "things",
    "ties",
    "titles",
    "triggers",
    "weapons",
    "word_sets",
]
