"""What the parses of sentences hold, against the model's own documents."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.records import Report
from communique.sentences import Doc, Wanted, parse_reports, parse_sentences, split_sentences

TEXT = (
    "There is hope, the envoy said: let's see whether they've got to sign what we're gonna call a deal. "
    "Nobody can't say nothin' of it, can he? Did the ministers of Norway and Chad, who had met in Oslo in 2019, "
    "talk again?  It was they, not I, whom the two twenty-first-century kings wrote to. Y'all ain't heard! "
    "Those that do agree have it; that is what he told us about the 3,000 ships' crews. A plan is what it is."
)
SENTENCES = (
    "Norway's foreign minister flew to Chad on Monday and dined with her counterpart there.",
    "They agreed, she said, that talks which had been put off twice would go on.",
    "Maria Lopez Garcia told Arne Holm Berg that no letter had come.",
    "Nothing.",
    "The two sat down for a sit-down; the U.N. sent John Q. Adams.",
)


def report_of(text: str) -> Report:
    return make_report(Fields(source="one", text=text))


def seen(doc: Doc) -> list[tuple[str, ...]]:
    return [
        (t.text, t.lower_, t.tag_, t.dep_, t.pos_, t.lemma_, str(t.head.i), str(t.idx), t.ent_type_)
        for t in doc
    ]


def parsed(text: str) -> dict[int, Doc]:
    report = report_of(text)
    sentences = split_sentences(report)
    wanted = frozenset(s.index for s in sentences)
    return parse_sentences(report, sentences, wanted, load_knowledge())


def test_a_parse_says_what_the_models_own_document_says():
    report = report_of(TEXT)
    nlp = load_knowledge().nlp
    for sentence in split_sentences(report):
        ours = parsed(TEXT)[sentence.index]
        text = sentence.span.of(report.body)
        theirs = nlp(text.replace("’", "'"))
        assert ours.text == theirs.text
        for mine, its in zip(ours, theirs, strict=True):
            assert (mine.text, mine.tag_, mine.pos_, mine.lemma_, mine.dep_) == (
                its.text,
                its.tag_,
                its.pos_,
                its.lemma_,
                its.dep_,
            )
            assert (mine.head.i, mine.idx, mine.whitespace_) == (its.head.i, its.idx, its.whitespace_)
            assert [c.i for c in mine.children] == [c.i for c in its.children]
            assert [c.i for c in mine.lefts] == [c.i for c in its.lefts]
            assert [c.i for c in mine.subtree] == [c.i for c in its.subtree]
            assert [c.i for c in mine.ancestors] == [c.i for c in its.ancestors]
            assert (mine.left_edge.i, mine.right_edge.i) == (its.left_edge.i, its.right_edge.i)
            assert (mine.sent.start, mine.sent.end) == (its.sent.start, its.sent.end)
            assert mine.sent.root.i == its.sent.root.i
            assert (mine.is_alpha, mine.is_punct, mine.like_num) == (its.is_alpha, its.is_punct, its.like_num)


def test_a_stretch_of_characters_touches_the_tokens_that_the_model_says():
    text = "Kings of Chad, who met in 2019, wrote."
    doc, theirs = parsed(text)[0], load_knowledge().nlp(text)
    for start in range(len(text) + 2):
        for end in range(start + 1, len(text) + 2):
            mine, its = doc.char_span(start, end), theirs.char_span(start, end, alignment_mode="expand")
            assert (mine is None) == (its is None)
            if mine is not None and its is not None:
                assert (mine.start, mine.end, mine.text) == (its.start, its.end, its.text)


def test_a_sentence_is_parsed_alike_whatever_stands_beside_it():
    dice = random.Random(3)
    knowledge = load_knowledge()
    alone = {text: seen(parsed(text)[0]) for text in SENTENCES}
    for _ in range(12):
        several = [dice.choice(SENTENCES) for _ in range(dice.randrange(1, 60))]
        wanted = []
        for text in several:
            report = report_of(text)
            wanted.append(Wanted(report=report, sentences=split_sentences(report), wanted=frozenset({0})))
        for text, found in zip(several, parse_reports(wanted, knowledge), strict=True):
            assert seen(found[0]) == alone[text]


@pytest.mark.parametrize("text", ["Nothing came.", "Kings"])
def test_beyond_the_ends_of_a_parse_there_is_no_token(text: str):
    doc = parsed(text)[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(doc) - 1].nbor()
    assert doc[1:0].text == "" and len(doc[5:]) == 0


def test_no_stage_behind_the_parser_knows_the_models_own_types():
    import communique

    root = Path(communique.__file__).parent
    stages = [root / name for name in ("actors", "contacts", "dates", "statements")]
    named = [
        path.name for stage in stages for path in stage.rglob("*.py") if "spacy.tokens" in path.read_text()
    ]
    assert named == []
