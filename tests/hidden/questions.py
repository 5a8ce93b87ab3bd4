"""Questions for all that a schema has, about all that somebody could know of a site."""

import re
from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
)

Question = tuple[str, dict[str, Any]]
"""A document and its variables: the same document again is planned already."""

OBJECTS = {"Post", "Tag", "Category", "Author", "Routable", "Node", "Term"}
LEFT_OUT = {
    # They may change with a hidden post: the preview is served from the same revision.
    *(("ContentRevision", name) for name in ("id", "loadedAt")),
    ("Heading", "children"),  # headings in headings without end
}

KNOWN = """{
  posts(first: 100) { nodes {
    id slug path title locale publishedAt redirectFrom frontMatter source { path }
    body { text }
  } }
  tags(first: 100) { nodes { id slug path name } }
  categories(first: 100) { nodes { id slug path name } }
  authors(first: 100) { nodes { id slug path name } }
}"""

KINDS = {"tags": "tag", "categories": "category", "authors": "author"}
TYPES = {"posts": "Post", "tags": "Tag", "categories": "Category", "authors": "Author"}
ORDERS = {
    "posts": ("PUBLISHED_AT", "UPDATED_AT", "TITLE", "READING_TIME"),
    **dict.fromkeys(KINDS, ("NAME", "POST_COUNT", "LATEST_POST")),
}
PAGE = "totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id } }"
FACETS = """facets {
  tags { slug label count selected } categories { slug label count selected }
  authors { slug label count selected } archives { key count }
  years: archives(unit: YEAR, timeZone: "UTC") { key count }
}"""


class Everything:
    """Selections of all that a type has, objects inside each other to a depth."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema

    def of(self, name: str, depth: int) -> str:
        parent: Any = self._schema.type_map[name]
        if not is_abstract_type(parent):
            return self._fields(parent, depth)
        types = self._schema.get_possible_types(parent)
        return "__typename " + " ".join(
            f"... on {each.name} {{ {self._fields(each, depth, f'{each.name}_')} }}"
            for each in types
        )

    def related(self, name: str) -> Iterator[str]:
        """Each field that leads to other objects, with everything in it."""
        parent: Any = self._schema.type_map[name]
        for field, definition in parent.fields.items():
            if self._leads(definition.type):
                yield f"{field} {{ {self.of(get_named_type(definition.type).name, 1)} }}"

    def _leads(self, type_: Any) -> bool:
        named: Any = get_named_type(type_)
        if is_leaf_type(named) or named.name in OBJECTS:
            return not is_leaf_type(named)
        return any(get_named_type(each.type).name in OBJECTS for each in named.fields.values())

    def _fields(self, parent: Any, depth: int, prefix: str = "") -> str:
        parts = ["__typename"]
        for name, field in parent.fields.items():
            named = get_named_type(field.type)
            needs = any(map(is_required_argument, field.args.values()))
            if (parent.name, name) in LEFT_OUT or needs:
                continue
            alias = f"{prefix}{name}: " if prefix else ""
            if is_leaf_type(named):
                parts.append(f"{alias}{name}")
            elif depth or not self._leads(named):
                below = depth - (named.name in OBJECTS)
                parts.append(f"{alias}{name} {{ {self.of(named.name, below)} }}")
        return " ".join(parts)


def all_of(schema: GraphQLSchema, known: Any) -> Iterator[Question]:
    """The questions, `known` being the answer to `KNOWN`."""
    everything = Everything(schema)
    yield f"{{ contentRevision {{ {everything.of('ContentRevision', 0)} }} }}", {}
    yield f"{{ site {{ {everything.of('Site', 0)} }} }}", {}
    for root, type_ in TYPES.items():
        for selected in (everything.of(type_, 0), *everything.related(type_)):
            yield f"{{ {root} {{ nodes {{ {selected} }} }} }}", {}
        yield from _pages(root, known)
    yield from _objects(everything, known)
    yield from _typed(everything, known)
    for path in _paths(known):
        yield RESOLUTION, {"path": path}
    for typed in _searches(known):
        yield from ((document, {"where": {"search": typed}}) for document in SEARCHED)
    for where in {repr(where): where for where in _filters(known)}.values():
        for document in FILTERED:
            yield document, {"where": where}


RESOLUTION = """query ($path: String!) {
  resolvePath(path: $path) { requested statusCode redirectTo node { path ... on Node { id } } }
}"""
FILTERED = (
    f"query ($where: PostFilter) {{ posts(where: $where) {{ {PAGE} {FACETS} }} }}",
    f"""query ($where: PostFilter) {{
      posts(last: 2, where: $where, orderBy: [{{field: TITLE}}]) {{ {PAGE} }}
    }}""",
    """query ($where: PostFilter) { posts { nodes {
      adjacent(where: $where) { previous { id } next { id } }
      relatedPosts(where: $where) { score post { id } sharedTags { id } }
    } } }""",
    *(
        f"""query ($where: PostFilter) {{
          {root} {{ nodes {{ posts(where: $where) {{ {PAGE} {FACETS} }} }} }}
        }}"""
        for root in KINDS
    ),
)

RANKED = "orderBy: [{field: RELEVANCE, direction: ASC}]"
HITS = """totalCount edges {
  cursor node { id } search { score relaxed highlights { property fragment } }
}"""
SEARCHED = (
    f"query ($where: PostFilter) {{ posts(where: $where) {{ {HITS} {FACETS} }} }}",
    f"""query ($where: PostFilter) {{
      posts(last: 2, where: $where, {RANKED}) {{ {HITS} pageInfo {{ hasPreviousPage }} }}
    }}""",
    f"""query ($where: PostFilter) {{ posts(where: {{not: $where}}) {{ {HITS} nodes {{
      adjacent(where: $where) {{ previous {{ id }} next {{ id }} }}
      other: adjacent(where: $where, orderBy: [{{field: TITLE}}]) {{ previous {{ id }} }}
      tags {{ nodes {{ posts(where: $where) {{ {HITS} }} }} }}
    }} }} }}""",
)


def _pages(root: str, known: Any) -> Iterator[Question]:
    for field in ORDERS[root]:
        for direction in ("ASC", "DESC"):
            order = f"orderBy: [{{field: {field}, direction: {direction}}}]"
            yield f"{{ {root}(first: 2, {order}) {{ {PAGE} }} }}", {}
            yield f"{{ {root}(last: 2, {order}) {{ {PAGE} }} }}", {}
            if root == "posts":
                yield f"{{ posts(offset: 1, {order}) {{ {PAGE} {FACETS} }} }}", {}
                beside = f"adjacent({order}) {{ previous {{ id }} next {{ id }} }}"
                yield f"{{ posts {{ nodes {{ {beside} }} }} }}", {}
            elif root != "authors":
                yield f"{{ posts {{ nodes {{ {root}({order}) {{ {PAGE} }} }} }} }}", {}
    if root != "posts":
        document = f"query ($search: String) {{ {root}(search: $search) {{ {PAGE} }} }}"
        yield from ((document, {"search": node["name"]}) for node in known[root]["nodes"])


def _objects(everything: Everything, known: Any) -> Iterator[Question]:
    fields = everything.of("Node", 0)
    ids = [node["id"] for root in TYPES for node in known[root]["nodes"]]
    yield f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ {fields} }} }}", {"ids": ids}
    for each in ids:
        yield f"query ($id: ID!) {{ node(id: $id) {{ {fields} }} }}", {"id": each}
    entities = """query ($named: [_Any!]!) {
      _entities(representations: $named) { ... on Node { id } ... on Routable { url } }
    }"""
    for root, type_ in TYPES.items():
        by = "PostBy" if root == "posts" else "TermBy"
        one = KINDS.get(root, "post")
        document = f"query ($by: {by}!) {{ {one}(by: $by) {{ {everything.of(type_, 0)} }} }}"
        for node in known[root]["nodes"]:
            for key in ("id", "slug", "path"):
                yield document, {"by": {key: node[key]}}
                if (root, key) != ("posts", "slug"):
                    yield entities, {"named": [{"__typename": type_, key: node[key]}]}


def _typed(everything: Everything, known: Any) -> Iterator[Question]:
    """Beginnings of all titles and names and of their words, and nearly what is in them."""
    fields = f"text kind node {{ {everything.of('Node', 0)} }}"
    suggest = f"query ($prefix: String!) {{ suggest(prefix: $prefix, first: 100) {{ {fields} }} }}"
    meant = "query ($search: String) { posts(where: {search: $search}) { didYouMean } }"
    texts = [node.get("title") or node["name"] for root in TYPES for node in known[root]["nodes"]]
    words = sorted({word for text in texts for word in (text, *text.split())})
    for prefix in sorted({word[:length] for word in words for length in (1, 2, 3, 4, 50)}):
        yield suggest, {"prefix": prefix}
    for word in words:
        for search in (word, f"{word}s", word[:-1], f"{word[:1]}x{word[1:]}", f"x {word[1:]}"):
            yield meant, {"search": search}


def _paths(known: Any) -> list[str]:
    found = {node["path"] for root in TYPES for node in known[root]["nodes"]}
    for node in known["posts"]["nodes"]:
        found |= {*node["redirectFrom"], "/" + node["source"]["path"]}
    return sorted({each for path in found for each in (path, path.rstrip("/"), f"{path}?p=1")})


def _searches(known: Any) -> list[str]:
    """Each word of any post or name, and what has several of them."""
    names = [node["name"] for root in KINDS for node in known[root]["nodes"]]
    texts = [post[key] for post in known["posts"]["nodes"] for key in ("title", "slug", "path")]
    texts += [post["body"]["text"] for post in known["posts"]["nodes"]]
    words = sorted({word for text in (*texts, *names) for word in re.findall(r"\w+", text)})
    longer = [f"{text} -{word}" for text, word in zip(texts, words, strict=False)]
    return sorted({*words, *names, *(each[:256] for each in longer), " OR ".join(words[:16])})


def _filters(known: Any) -> Iterator[dict[str, Any]]:
    for root in KINDS:
        slugs = [node["slug"] for node in known[root]["nodes"]]
        for names in (slugs, *([slug] for slug in slugs)):
            yield from ({root: {name: names}} for name in ("any", "all", "none"))
    posts = known["posts"]["nodes"]
    for post in posts:
        yield {"locale": {"ne": post["locale"]}}
        yield {"or": [{"title": {"eq": post["title"]}}, {"title": {"startsWith": post["title"]}}]}
        yield {"not": {"slug": {"eq": post["slug"]}}}
        yield {"publishedAt": {"gte": post["publishedAt"] or "2024-01-01"}}
        for key, value in post["frontMatter"].items():
            yield {"frontMatter": [{"key": key}]}
            yield {"not": {"frontMatter": [{"key": key, "eq": None}]}}
            yield {"frontMatter": [{"key": key, "eq": value}]}
            yield {"frontMatter": [{"key": key, "contains": value}]}
