"""What search engines and social networks are told of a post.

In reading order:

- `fields`: front matter by the names that plugins and themes have for it
- `plainline`: one line of plain text
- `territory`: a language with its territory
- `listing`: whether search engines are to find it
- `told`: what is told, before it is said in a vocabulary
- `opengraph`, `jsonld`: the vocabularies
- `summary`: all of it together
"""
