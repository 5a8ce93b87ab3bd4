"""The planner's answers are those of a second, simpler evaluation."""

import json
import os
from typing import Any

from graphql import GraphQLSchema, parse, validate
from hypothesis import HealthCheck, given, note, reject, settings
from hypothesis import strategies as st

from . import answer
from .evaluation import evaluate
from .operations import LEVELS, operations
from .served import Served

TOO_MUCH = "more than the database can answer at once (parser stack overflow)"

EXAMPLES = int(os.environ.get("GATEWAY_PROPERTY_EXAMPLES", "200"))


def _parsed(text: str) -> Any:
    """JSON in which the order of keys shows, and 1 is not 1.0 or true."""
    return repr(json.loads(text, object_pairs_hook=tuple))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_operation_is_answered_as_the_simple_evaluation_answers_it(
    schema: GraphQLSchema, all_served: list[Served], data: st.DataObject
) -> None:
    served = all_served[data.draw(st.integers(0, len(all_served) - 1))]
    operation = data.draw(operations(schema, served.blog))
    variables = json.dumps(operation.variables, ensure_ascii=False)
    note(f"{served.name}, {operation.name}: {operation.text}\n{variables}")
    document = parse(operation.text)
    assert validate(schema, document) == []
    expected = evaluate(served.blog, schema, document, operation.name, operation.variables)
    assert expected.errors is None
    text = served.answer(operation.text, operation.variables, operation.name)
    if TOO_MUCH in text:
        # README, Limits: what is selected on all levels may be more than the parser takes.
        assert operation.levels == LEVELS
        reject()
    assert _parsed(text) == _parsed(json.dumps({"data": expected.data}))
    given_data = json.loads(text)["data"]
    answer.check(schema, document, operation.name, operation.variables, given_data)
