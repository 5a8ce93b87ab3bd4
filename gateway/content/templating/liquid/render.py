"""The environment and the context of python-liquid, and one text rendered with both."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import Any, NamedTuple, TextIO

from liquid import BoundTemplate, Environment, Mode, RenderContext, TokenStream, Undefined
from liquid.ast import Node
from liquid.builtin import content, illegal, output
from liquid.builtin.expressions import BooleanExpression, FilteredExpression, tokenize
from liquid.builtin.tags import (
    assign_tag,
    capture_tag,
    case_tag,
    cycle_tag,
    decrement_tag,
    for_tag,
    if_tag,
    ifchanged_tag,
    increment_tag,
    tablerow_tag,
    unless_tag,
)
from liquid.exceptions import LiquidError, LiquidInterrupt
from liquid.expression import Expression
from liquid.filter import with_context
from liquid.parser import get_parser
from liquid.tag import Tag
from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_ILLEGAL, TOKEN_OUTPUT, Token
from liquid.utils import ReadOnlyChainMap

from gateway.content.templating.liquid import filters, jekyllfilters, tokens, values, variables
from gateway.content.templating.liquid.bounds import Bounds, check_items, check_size
from gateway.content.templating.liquid.library import Library, NotFoundError
from gateway.content.templating.liquid.tokens import Problem
from gateway.content.templating.liquid.values import Drop
from gateway.content.templating.page import Page

# What python-liquid lets through of operations on values that do not fit.
MISFITS = (LiquidError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)

Run = Callable[["Context", str], str]
RunBlock = Callable[["Context", str, str], str]


class MisreadError(Exception):
    """A construct that cannot be read or rendered; `token` is where it begins."""

    def __init__(self, problem: str, token: Token) -> None:
        super().__init__(problem)
        self.token = token


class Parsed(NamedTuple):
    nodes: list[Node]
    problems: list[Problem]


class Buffer(StringIO):
    def __init__(self, bounds: Bounds) -> None:
        super().__init__()
        self._bounds = bounds
        self._size = 0

    def write(self, text: str) -> int:
        self._size = check_size(self._size + len(text))
        self._bounds.write(len(text))
        return super().write(text)


class Context(RenderContext):
    """The variables, and what tags and filters need to know.

    `problems` are those found so far, each in a source; `files` has the path of a source that is
    not the body, `text`.
    """

    def __init__(self, page: Page, library: Library, bounds: Bounds, text: str) -> None:
        super().__init__(
            BoundTemplate(ENVIRONMENT, []), globals=variables.of(page, library, self._is_elsewhere)
        )
        # Without python-liquid's own `now` and `today`.
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)
        self.page = page
        self.library = library
        self.bounds = bounds
        self.problems: list[tuple[str, Problem]] = []
        self.files: dict[str, str] = {}
        self._text = text

    @property
    def disabled_tags(self) -> list[str]:
        """Nothing; but every node asks for it before it is rendered, and so is counted."""
        self.bounds.step()
        return []

    @disabled_tags.setter
    def disabled_tags(self, _: list[str]) -> None:
        """python-liquid sets it to nothing."""

    def step(self) -> None:
        self.bounds.step()

    def assign(self, key: str, val: Any) -> None:
        if isinstance(val, range):
            check_items(val.stop - val.start)
        super().assign(key, val)

    def raise_for_loop_limit(self, length: int = 1) -> None:
        self.bounds.step(length)

    def get_buffer(self, buf: TextIO | None = None) -> StringIO:  # noqa: ARG002 - python-liquid's
        return Buffer(self.bounds)

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        if name not in ENVIRONMENT.filters and token is not None:
            message = f"the filter {name} is a plug-in's, so what it is given is left as it is"
            self.report(Problem("liquid-unknown-filter", message, token.start_index), token.source)
        return super().filter(name, token)

    def report(self, problem: Problem, source: str) -> None:
        self.problems.append((source, problem))

    def _is_elsewhere(self, name: str) -> None:
        message = f"site.{name} holds other files, which a body cannot see, so it is empty"
        at = max(0, self._text.find(f"site.{name}"))
        self.report(Problem("liquid-site-list", message, at), self._text)

    def evaluate(self, expression: str, *, condition: bool) -> Any:
        token = Token(TOKEN_EXPRESSION, expression, 0, expression)
        if len(expression) > tokens.LONGEST_EXPRESSION:
            raise ValueError("an expression is too long")
        if condition and ".." in expression:
            raise ValueError("a condition holds no range; assign it first")
        stream = TokenStream(tokenize(tokens.expression(expression), token))
        kind = BooleanExpression if condition else FilteredExpression
        return _plain(kind.parse(ENVIRONMENT, stream).evaluate(self))

    @contextmanager
    def naming(self, name: str, value: Any) -> Iterator[None]:
        with self.extend({name: value}):
            yield


def _plain(value: Any) -> Any:
    return None if isinstance(value, Undefined) else value


def parse(source: str, plain: frozenset[int] = frozenset()) -> Parsed:
    """The nodes of a source; what begins at an offset in `plain` is text.

    Raises `MisreadError` for the first construct that cannot be parsed.
    """
    singles, blocks = ENVIRONMENT.names(blocks=False), ENVIRONMENT.names(blocks=True)
    cut = tokens.cut(source, singles, blocks, plain)
    return Parsed(get_parser(ENVIRONMENT).parse(TokenStream(iter(cut.tokens))), cut.problems)


def render(context: Context, parsed: Parsed, source: str) -> str:
    """Raises `MisreadError` for the first construct that cannot be rendered."""
    for problem in parsed.problems:
        context.report(problem, source)
    buffer = Buffer(context.bounds)
    for node in parsed.nodes:
        try:
            node.render(context, buffer)
        except LiquidInterrupt:
            if context.loops:  # around the file that this was included in
                raise
            break  # as in Ruby, outside of loops it ends the text
        except MISFITS as error:
            raise MisreadError(_problem(error), node.token) from error
    return buffer.getvalue()


def _problem(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it nests too deep"
    return str(error.message if isinstance(error, LiquidError) else error)


class _Positioned:
    """A tag of python-liquid that says where it begins when it cannot be parsed."""

    def get_node(self, stream: TokenStream) -> Node:
        token = stream.current
        try:
            return self.parse(stream)  # type: ignore[attr-defined,no-any-return] # a Tag's
        except MISFITS as error:
            raise MisreadError(_problem(error), token) from error


class _OutputNode(output.OutputNode):
    """What cannot be printed stays as it was written."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)  # noqa: S101 - all of ours are
        try:
            text = values.text(_plain(self.expression.evaluate(context)))
        except MISFITS as error:
            return _leave(context, buffer, self.token, self.token.value, _problem(error))
        return buffer.write(text)


class _UnreadNode(Node):
    def __init__(self, token: Token, problem: str) -> None:
        super().__init__(token)
        self.blank = False
        self._problem = problem

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)  # noqa: S101 - all of ours are
        return _leave(context, buffer, self.token, self.token.value, self._problem)


def _leave(
    context: Context,
    buffer: TextIO,
    token: Token,
    written: str,
    problem: str,
    code: str = "liquid-unreadable",
) -> int:
    context.report(Problem(code, problem, token.start_index), token.source)
    return buffer.write(written)


class _Output(output.Output):
    node_class = _OutputNode

    def get_node(self, stream: TokenStream) -> Node:
        token = stream.current
        try:
            return self.parse(stream)
        except MISFITS as error:
            return _UnreadNode(token, _problem(error))


class _Iterable(Expression):
    """What a loop goes through, when it is a list, a mapping, a text or a short range."""

    def __init__(self, expression: Expression) -> None:
        super().__init__(expression.token)
        self._expression = expression

    def __str__(self) -> str:
        return str(self._expression)

    def evaluate(self, context: RenderContext) -> object:
        value = self._expression.evaluate(context)
        if isinstance(value, range):
            check_items(value.stop - value.start)
            return value
        if isinstance(value, dict | Drop):
            return [[key, item] for key, item in value.items()]
        return value if isinstance(value, str | list | tuple) else []

    def children(self) -> list[Expression]:
        return [self._expression]


class _ForNode(for_tag.ForNode):
    def __init__(self, token: Token, expression: Any, *args: Any, **named: Any) -> None:
        expression.iterable = _Iterable(expression.iterable)
        super().__init__(token, expression, *args, **named)


class _TablerowNode(tablerow_tag.TablerowNode):
    def __init__(self, token: Token, expression: Any, *args: Any, **named: Any) -> None:
        expression.iterable = _Iterable(expression.iterable)
        super().__init__(token, expression, *args, **named)


class _For(_Positioned, for_tag.ForTag):
    node_class = _ForNode


class _Tablerow(_Positioned, tablerow_tag.TablerowTag):
    node_class = _TablerowNode


class _CallNode(Node):
    """A tag that is a function. Where it finds nothing, the tag stays as it was written."""

    def __init__(self, token: Token, run: Run, markup: str) -> None:
        super().__init__(token)
        self.blank = False
        self._run = run
        self._markup = markup

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)  # noqa: S101 - all of ours are
        try:
            return buffer.write(self._run(context, self._markup))
        except NotFoundError as error:
            if error.instead is not None:
                code, written = "liquid-dead-link", error.instead
            else:
                code, written = "liquid-not-found", tokens.written(self.token)
            return _leave(context, buffer, self.token, written, str(error), code)


class _BlockNode(Node):
    def __init__(self, token: Token, run: RunBlock, markup: str, block: Node) -> None:
        super().__init__(token)
        self.blank = False
        self._run = run
        self._markup = markup
        self._block = block

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)  # noqa: S101 - all of ours are
        inner = context.get_buffer()
        self._block.render(context, inner)
        return buffer.write(self._run(context, self._markup, inner.getvalue()))


class _Call(_Positioned, Tag):
    block = False

    def __init__(self, env: Environment, name: str, run: Run) -> None:
        super().__init__(env)
        self.name = name
        self._run = run

    def parse(self, stream: TokenStream) -> Node:
        return _CallNode(stream.current, self._run, _markup(stream))


class _Block(_Positioned, Tag):
    def __init__(self, env: Environment, name: str, run: RunBlock) -> None:
        super().__init__(env)
        self.name = name
        self.end = f"end{name}"
        self._run = run

    def parse(self, stream: TokenStream) -> Node:
        token = stream.current
        markup = _markup(stream)
        next(stream)
        block = get_parser(self.env).parse_block(stream, (self.end,))
        return _BlockNode(token, self._run, markup, block)


def _markup(stream: TokenStream) -> str:
    """What the tag's author wrote after its name; the stream then stands on its last token."""
    if stream.peek.kind != TOKEN_EXPRESSION:
        return ""
    next(stream)
    return stream.current.value


def _filter(function: filters.Filter, *, jekylls: bool) -> filters.Filter:
    @with_context
    def run(value: Any, *arguments: Any, context: Context, **named: Any) -> Any:
        context.bounds.step()
        context.bounds.look()
        given = [_plain(argument) for argument in (value, *arguments)]
        made = function(context, *given, **named) if jekylls else function(*given, **named)
        if isinstance(made, str | list):
            context.bounds.write(len(made))
        return made

    return run


class _JekyllsEnvironment(Environment):
    context_depth_limit = tokens.MAX_DEPTH
    block_nesting_limit = tokens.MAX_DEPTH + 1

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:  # noqa: ARG002
        for tag in PYTHON_LIQUIDS:
            self.tags[tag.name] = type(tag.__name__, (_Positioned, tag), {})(self)
        for tag in (_Output, _For, _Tablerow):
            self.add_tag(tag)
        for name, function in filters.FILTERS.items():
            self.add_filter(name, _filter(function, jekylls=False))
        for name, function in jekyllfilters.FILTERS.items():
            self.add_filter(name, _filter(function, jekylls=True))

    def add_calls(self, calls: Mapping[str, Run], blocks: Mapping[str, RunBlock]) -> None:
        for name, run in calls.items():
            self.tags[name] = _Call(self, name, run)
        for name, run_block in blocks.items():
            self.tags[name] = _Block(self, name, run_block)

    def names(self, *, blocks: bool) -> frozenset[str]:
        return frozenset(
            name
            for name, tag in self.tags.items()
            if tag.block is blocks and name not in PSEUDO_TAGS
        )


PSEUDO_TAGS = frozenset({TOKEN_CONTENT, TOKEN_ILLEGAL, TOKEN_OUTPUT})
PYTHON_LIQUIDS: tuple[type[Tag], ...] = (
    content.Literal,
    illegal.Illegal,
    assign_tag.AssignTag,
    capture_tag.CaptureTag,
    case_tag.CaseTag,
    cycle_tag.CycleTag,
    decrement_tag.DecrementTag,
    for_tag.BreakTag,
    for_tag.ContinueTag,
    if_tag.IfTag,
    ifchanged_tag.IfChangedTag,
    increment_tag.IncrementTag,
    unless_tag.UnlessTag,
)
ENVIRONMENT = _JekyllsEnvironment(tolerance=Mode.STRICT, strict_filters=False)
