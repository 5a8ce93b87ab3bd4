"""Where this differs from Jekyll, and why: by site, post and field."""

RAW_TITLE = {
    f"_posts/2025-01-17-title-{name}.md": ("title",)
    for name in (
        *("bool", "comma", "datetime", "float", "hexa", "int", "list", "multi", "octal", "plus"),
        *("sexa", "time", "under", "yes"),
    )
}
RESCUED = dict.fromkeys(
    (
        "_posts/2025-01-16-at.md",
        "_posts/2025-01-16-colon.md",
        "_posts/2025-01-16-list-root.md",
        "_posts/2025-01-16-scalar-root.md",
        "_posts/2025-01-16-tab-indent.md",
    ),
    ("path", "slug", "title", "date"),
)
LISTED: dict[str, dict[str, tuple[str, ...]]] = {
    "blog": {},
    "edge": {
        # A title is the text its author wrote, not the number or time that YAML makes of it.
        **RAW_TITLE,
        # Jekyll drops front matter that is no YAML and dates the post by the build.
        **RESCUED,
        # `:-)` is no error to SafeYAML, only to the YAML reader of Debian's Jekyll.
        "_posts/2025-01-16-symbol.md": ("path", "slug", "title", "date"),
        # A slug is never empty.
        "_posts/2025-01-20-.md": ("path", "slug"),
        # A mapping is no tag; it is reported.
        "_posts/2025-01-13-tags-odd.md": ("tags",),
        # Line ends are LF before the excerpt's separator is looked for.
        "_posts/2025-01-15-crlf.md": ("excerpt",),
    },
    "jekyll-docs": {},
    "jekyllrb-ja": {},
    "jekyll-fixtures": {
        # A path is decoded before it is made safe, so it cannot leave the site.
        "_posts/2014-01-06-permalink-traversal.md": ("path",),
        # The folder is without the files that these include.
        "_posts/2008-12-13-include.markdown": ("text",),
        "_posts/2013-12-17-include-variable-filters.markdown": ("text",),
        # A body cannot see the other posts, so `site.posts` is empty; it is reported.
        "_posts/2018-05-15-closed-liquid-block-excerpt-whitespace-control.md": ("text",),
        "_posts/2018-05-15-open-liquid-block-excerpt-whitespace-control.md": ("text", "code"),
    },
}
