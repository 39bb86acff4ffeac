"""Judgements by people: who is who, what a text names, what it says and what it does not.

| what | module |
| --- | --- |
| what a line of the file says | `records.py` |
| the file: strict to read, safe to append to | `file.py` |
| which names of the articles a judgement is about, and what follows for them | `replay.py` |
| judgements that contradict one another | `contradictions.py` |
| which pairs are worth a judgement | `candidates.py` |
| what people say is named where nothing was read | `namings.py` |
| claims that people judge or make, and how they put it | `claims.py` |
| which claims are asked about, what a person reads himself, and the words for it | `readings.py`, `by_hand.py`, `words.py` |
| the dialogue in a terminal | `dialogue.py` |
| how each name came to its actor | `reasons.py` |
"""
