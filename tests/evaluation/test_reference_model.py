"""The model of references: whom a choice gives, and what its training reads and writes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.actors.choice import Choice, Option, chosen, load_model, shares_of
from communique.evaluation.training import references
from communique.records import Actor, Span

NAMES = st.lists(st.sampled_from(sorted(load_model().weights)), max_size=6, unique=True).map(tuple)


def person(id: str) -> Actor:
    """Somebody of whom only the id matters."""
    return Actor(id=id, name=id, type="person")


@given(st.lists(NAMES, min_size=1, max_size=5), NAMES, st.sampled_from(sorted(load_model().thresholds)))
def test_who_is_chosen_has_the_greatest_share_and_enough_of_it(
    features: list[tuple[str, ...]], nobody: tuple[str, ...], family: str
) -> None:
    options = tuple(Option(actors=(person(f"p{n}"),), features=names) for n, names in enumerate(features))
    choice = Choice(family=family, span=Span(start=0, end=2), options=options, nobody=nobody)
    shares = shares_of(choice, load_model().weights)
    assert sum(shares) == pytest.approx(1)
    found = chosen(choice)
    if found:
        share = shares[[option.actors for option in options].index(found)]
        assert share == max(shares)
        assert share >= load_model().thresholds[family]


def test_people_without_a_mention_are_never_the_answer() -> None:
    best = max(load_model().weights, key=lambda name: load_model().weights[name])
    option = Option(actors=(person("?17"),), features=(best,))
    assert chosen(Choice(family="pronoun", span=Span(start=0, end=2), options=(option,), nobody=())) == ()


def test_the_sealed_passages_are_no_part_of_the_training() -> None:
    assert references.sets()
    assert not any("sealed" in path.name for path in references.sets())


def test_the_same_examples_give_the_same_weights_sorted_by_name() -> None:
    examples = [
        references.Example(
            set="actors/open",
            passage=f"p{n}",
            choice=Choice(
                family="pronoun",
                span=Span(start=n, end=n + 2),
                options=(
                    Option(actors=(person("a"),), features=("first", "main")),
                    Option(actors=(person("b"),), features=("last",)),
                ),
                nobody=("nobody",),
            ),
            right=frozenset({0}),
        )
        for n in range(references.SEEN)
    ]
    weights = references.fit(examples)
    assert weights == references.fit(examples)
    assert weights["first"] > 0 > weights["last"]
    lines = references.render(weights).split("[weights]\n")[1].splitlines()
    names = [json.loads(line.split(" = ")[0]) for line in lines]
    assert names == sorted(names)
