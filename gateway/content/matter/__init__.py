"""Front matter and data: text in YAML, TOML, JSON or JavaScript becomes nodes.

In reading order:

- `nodes`: YAML before it is typed: every scalar keeps the text the author wrote
- `scalars`: what type a plain YAML scalar has
- `yamlreader`: YAML text to nodes; the only module that knows PyYAML
- `rescue`: what can still be read of YAML that does not parse
- `jsonreader`, `tomlreader`: JSON and TOML to nodes
- `javascript`: what a configuration written in JavaScript says in plain words
- `frontmatter`: the split of a file into front matter and body
- `datafile`: files of data and of configuration to nodes
"""
