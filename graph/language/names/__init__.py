"""Names as they are spelled: folded, cut into words, compared.

`fold`, `telling`, `skeleton` and `same_word` are for names inside one text; `compare` weighs two names apart
from any text, and `keys` says which names are worth comparing.
"""

from graph.language.names.compare import Likeness, Row, compare
from graph.language.names.fold import PARTICLES, acronym, fold, telling
from graph.language.names.keys import keys
from graph.language.names.skeleton import same_word, skeleton
from graph.language.names.table import SAME

__all__ = [
    "PARTICLES",
    "SAME",
    "Likeness",
    "Row",
    "acronym",
    "compare",
    "fold",
    "keys",
    "same_word",
    "skeleton",
    "telling",
]
