"""Records survive the way to JSON and back, and JSON that is no record is told apart."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.codec import BadRecordError, decode, dumps, encode, loads
from graph.consensus import assess
from graph.model import (
    Assessment,
    Claim,
    Extraction,
    Knowledge,
    Modality,
    Precision,
    Quotation,
    Ref,
    Sentence,
    Source,
    Span,
    TimeExpression,
)
from tests import factory as make

ARTICLE = make.article("Ali Nur leads the Northern Brigade.", published=date(2031, 3, 4))
CLAIM = make.claim(ARTICLE, "Ali Nur leads", "Ali Nur", "leads", "Northern Brigade")


def test_an_extraction_comes_back_as_it_was() -> None:
    people = [make.entity("Ali Nur", "Person", ARTICLE), make.entity("Northern Brigade", "Militia", ARTICLE)]
    told = make.extraction(ARTICLE, people, [make.event("Harbour attack", when=date(2031, 3, 4))], [CLAIM])

    assert loads(Extraction, dumps(told)) == told


def test_knowledge_and_assessment_come_back_as_they_were() -> None:
    known = make.knowledge([ARTICLE], [make.entity("Northern Brigade", "Militia", ARTICLE)], [], [CLAIM])

    assert loads(Knowledge, dumps(known)) == known
    assert loads(Assessment, dumps(assess(known))) == assess(known)


@given(
    value=st.none() | st.booleans() | st.integers() | st.text(),
    span=st.none() | st.builds(Span, st.integers(0, 9), st.integers(10, 99)),
    quotation=st.none() | st.sampled_from(get_args(Quotation)),
    modality=st.sampled_from(Modality),
    precision=st.none() | st.sampled_from(Precision),
    day=st.none() | st.dates(),
    confidence=st.floats(0, 1),
    words=st.text(min_size=1),
)
def test_any_claim_comes_back_as_it_was(
    value: bool | int | str | None,
    span: Span | None,
    quotation: Quotation | None,
    modality: Modality,
    precision: Precision | None,
    day: date | None,
    confidence: float,
    words: str,
) -> None:
    claim = Claim(
        article=ARTICLE.id,
        start=0,
        end=1,
        subject=Ref("actor/a"),
        predicate="leads",
        object=None,
        value=value,
        sources=(Source(Ref("actor/b"), span, quotation),),
        modality=modality,
        precision=precision,
        valid_from=day,
        confidence=confidence,
        time=TimeExpression(0, 1, words, "weekday:0"),
    )

    again = loads(Claim, dumps(claim))

    assert again == claim
    assert type(again.value) is type(claim.value)


def test_equal_records_give_equal_bytes() -> None:
    assert dumps(CLAIM) == dumps(loads(Claim, dumps(CLAIM)))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"start": "0"}, "type int"),
        ({"start": True}, "type int"),
        ({"modality": "shouted"}, "one of asserted"),
        ({"time_role": "never"}, "one of at, since, until"),
        ({"valid_from": "20310304"}, "YYYY-MM-DD"),
        ({"valid_from": 2031}, "one of"),
        ({"sources": {}}, "a list"),
        ({"value": 1.5}, "one of"),
        ({"colour": "red"}, "with the fields"),
        ({"sources": [{"speaker": "actor/b", "cue": {"start": 9, "end": 3}, "quotation": None}]}, "Span"),
    ],
)
def test_json_that_is_no_claim_is_refused(change: dict[str, object], complaint: str) -> None:
    value = json.loads(dumps(CLAIM)) | change

    with pytest.raises(BadRecordError, match=complaint):
        decode(Claim, value)


def test_a_missing_field_is_refused() -> None:
    value = json.loads(dumps(CLAIM))
    del value["polarity"]

    with pytest.raises(BadRecordError, match="with the fields"):
        decode(Claim, value)


def test_what_is_not_json_is_refused() -> None:
    with pytest.raises(BadRecordError, match="expected JSON"):
        loads(Claim, "{")


def test_alternatives_that_json_cannot_tell_apart_are_a_fault_of_the_record() -> None:
    @dataclass(frozen=True)
    class Unclear:
        when: date | str

    with pytest.raises(TypeError, match="does not tell apart"):
        decode(Unclear, {"when": "2031-03-04"})


def test_a_value_without_a_json_form_is_a_fault_of_the_record() -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        encode({1, 2})


def test_records_within_the_language_stage_have_a_json_form() -> None:
    assert loads(Sentence, dumps(make_sentence())) == make_sentence()


def make_sentence() -> Sentence:
    from graph.model import SegmentKind, Token

    token = Token(0, "Ali", "Ali", "PROPN", "NNP", "ROOT", 0, 0, 3, "B-PERSON")
    return Sentence(0, (token,), SegmentKind.BODY, 0, ((),))
