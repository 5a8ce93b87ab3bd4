"""Shortcodes and tags that other generators than Jekyll expand in bodies.

In reading order:

- `calls`: tags found in a text are paired and replaced by what a table says
- `jsx`: where an expression or a tag of JSX ends
- `hugo`: `{{< figure … >}}` and `{{% notice %}}…{{% /notice %}}`
- `zola`: `{{ youtube(…) }}` and `{% quote(…) %}…{% end %}`
- `hexo`: `{% asset_img … %}` and `{% codeblock %}…{% endcodeblock %}`
- `mdx`: `import`, `export`, `<Callout>…</Callout>` and `{expression}`

Each has `expand(text, page)`.
"""
