"""The menus of a site, in one shape whatever its theme calls its parts.

In reading order:

- `entries`: what a theme writes for an entry, to `{title, url, children, ...}`
- `shapes`: the menus in a data file or a setting
- `nesting`: entries that say their place by weight and parent, as Hugo's do
- `found`: where menus are, and all of them together; only it reads files
"""
