"""The fields of PostFilter."""

from gateway.planner.filter import Filter
from gateway.schema.conditions.filing import filed
from gateway.schema.conditions.frontmatter import front_matter
from gateway.schema.conditions.moments import dated, moment
from gateway.schema.conditions.numbers import number
from gateway.schema.conditions.search import searched
from gateway.schema.conditions.texts import text

POST_FILTER = Filter(
    "where",
    {
        "search": searched,
        "title": text("title", "title_key"),
        "slug": text("slug"),
        "locale": text("locale"),
        "publishedAt": dated("published_key"),
        "updatedAt": moment("updated_key"),
        "readingMinutes": number("reading_time"),
        "tags": filed("tag"),
        "categories": filed("category"),
        "authors": filed("author"),
        "frontMatter": front_matter,
    },
)
