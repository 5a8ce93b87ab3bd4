"""What a text is, contains and begins with."""

from sqlalchemy import ColumnElement, and_, false, func, true

from gateway.planner.filter import Condition, Conditions, Value, negated, operators
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Columns
from gateway.schema.conditions import lists
from gateway.store.keys import nfc, sortable

LAST_CHARACTER = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


def text(column: str, key: str | None = None) -> Conditions:
    """Conditions on a column that is never null.

    `key` is a sort key of it, which narrows down what is compared; without one the column is
    stored in NFC.
    """

    def folded(columns: Columns) -> Expression:
        return columns[key] if key else func.sortable(columns[column])

    def equal(value: Value, columns: Columns) -> ColumnElement[bool]:
        if key is None:
            return columns[column] == value.bind(nfc)
        same = func.nfc(columns[column]) == value.bind(nfc)
        return and_(columns[key] == value.bind(sortable), same)

    def among(value: Value, columns: Columns) -> ColumnElement[bool]:
        if key is None:
            return columns[column].in_(lists.members(value, nfc))
        same = func.nfc(columns[column]).in_(lists.members(value, nfc))
        return and_(columns[key].in_(lists.members(value, sortable)), same)

    def contains(value: Value, columns: Columns) -> ColumnElement[bool]:
        return func.instr(folded(columns), value.bind(sortable)) > 0

    def starts_with(value: Value, columns: Columns) -> ColumnElement[bool]:
        text = folded(columns)
        return and_(text >= value.bind(sortable), text < value.bind(_after))

    return operators(
        {
            "eq": Condition(equal),
            "ne": negated(equal),
            "in": Condition(among),
            "notIn": negated(among),
            "contains": Condition(contains),
            "startsWith": Condition(starts_with),
            "isNull": Condition(lambda value, _: false() if value.template.value else true()),
        }
    )


def _after(prefix: str) -> str:
    """The first text after all that begin with a prefix."""
    head = sortable(prefix).rstrip(chr(LAST_CHARACTER))
    if not head:
        return chr(LAST_CHARACTER)
    following = ord(head[-1]) + 1
    return head[:-1] + chr(SURROGATES.stop if following in SURROGATES else following)
