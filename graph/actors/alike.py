"""Two names inside one article: whether they are spellings or short forms of one."""

from __future__ import annotations

from graph.language import vocabulary
from graph.language.names import fold, same_word, skeleton, telling


def same_name(left: str, right: str, *, person: bool) -> bool:
    """Whether two names inside one article are one: equal, a last name, a short form.

    >>> same_name("Nur", "Ali al-Nur", person=True), same_name("Ali", "Ali al-Nur", person=True)
    (True, False)
    >>> same_name("Unity", "Unity Alliance", person=False), same_name("Front", "Kasim Front", person=False)
    (True, True)
    >>> same_name("Nurwerk", "Nurwerk Co.", person=False), same_name("Nurwerk", "Nurwerk Rail", person=False)
    (True, False)
    >>> same_name("Sabah", "Rais Sabah", person=False)
    False
    """
    a, b = telling(left), telling(right)
    if not person and a[-1] == b[-1]:
        a, b = _without_adjective(left, a), _without_adjective(right, b)
    if a == b or fold(left) == fold(right):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if person:
        if not same_word(short[-1], long[-1]):
            return False
        return len(short) == 1 or all(any(same_word(s, word) for word in long) for s in short)
    if len(short) == len(long):
        return all(same_word(s, word) for s, word in zip(short, long, strict=True))
    if len(short) == 1 and short[0] == long[-1] and vocabulary.tail_word(short[0]):
        return True  # "the Front" after "Kasim Front"
    rest = long[len(short) :]
    return long[: len(short)] == short and all(vocabulary.tail_word(word) for word in rest)


def _without_adjective(name: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Kalurian National Front" is the National Front; but what is one word without the state stays whole."""
    first = name.removeprefix("the ").removeprefix("The ").split()[:1]
    return words[1:] if len(words) > 2 and first and vocabulary.demonym(first[0]) else words


def name_keys(name: str) -> list[str]:
    """Keys of which two spellings of one name share one: the skeletons of its first and last word."""
    words = telling(name)
    return (
        [f"first {skeleton(words[0])}", f"last {skeleton(words[-1])}", f"first {words[0]}"]
        if words
        else [fold(name)]
    )


def printed(name: str) -> list[str]:
    """The names that one print holds: "Dawn (Subh) Alliance" is Dawn Alliance and Subh Alliance as well."""
    first, _, rest = name.partition(" (")
    second, _, last = rest.partition(") ")
    return [name, f"{first} {last}", f"{second} {last}"] if first and second and last else [name]
