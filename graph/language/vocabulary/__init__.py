"""The word lists as questions to a word or a sentence: is this a state, an office, a body, a site, a tie?

`graph.language.lexicons` reads the lists; a module here asks one kind of question of them. Callers write
`from graph.language import vocabulary` and `vocabulary.office_at(sentence, head)`.
"""

from graph.language.vocabulary.bodies import (
    group_class,
    is_armed_group,
    is_platform,
    organisation_class,
    tail_word,
)
from graph.language.vocabulary.offices import (
    Office,
    is_post,
    is_sought,
    office_at,
    office_before,
    office_effects,
    office_of_term,
    sex_before,
    title_length,
    titled,
)
from graph.language.vocabulary.persons import (
    ALWAYS_PLURAL,
    is_fighter,
    is_member,
    is_people_noun,
    is_person,
    is_quantity,
)
from graph.language.vocabulary.places import ground_class, is_dwelling, is_ground, is_site
from graph.language.vocabulary.speech import Report, attributing, hedge, reporting
from graph.language.vocabulary.sponsorship import Tie, ties
from graph.language.vocabulary.states import (
    capital,
    demonym,
    demonym_at,
    is_area,
    is_people,
    is_people_adjective,
    is_well_known_place,
    may_start_state,
    state_around,
    state_label,
    state_named,
    state_of_word,
)
from graph.language.vocabulary.things import is_thing
from graph.language.vocabulary.triggers import Trigger, fixed_object, noun_trigger, verb_trigger
from graph.language.vocabulary.views import characterization
from graph.language.vocabulary.weaponry import weapons

__all__ = [
    "ALWAYS_PLURAL",
    "Office",
    "Report",
    "Tie",
    "Trigger",
    "attributing",
    "capital",
    "characterization",
    "demonym",
    "demonym_at",
    "fixed_object",
    "ground_class",
    "group_class",
    "hedge",
    "is_area",
    "is_armed_group",
    "is_dwelling",
    "is_fighter",
    "is_ground",
    "is_member",
    "is_people",
    "is_people_adjective",
    "is_people_noun",
    "is_person",
    "is_platform",
    "is_post",
    "is_quantity",
    "is_site",
    "is_sought",
    "is_thing",
    "is_well_known_place",
    "may_start_state",
    "noun_trigger",
    "office_at",
    "office_before",
    "office_effects",
    "office_of_term",
    "organisation_class",
    "reporting",
    "sex_before",
    "state_around",
    "state_label",
    "state_named",
    "state_of_word",
    "tail_word",
    "ties",
    "title_length",
    "titled",
    "verb_trigger",
    "weapons",
]
