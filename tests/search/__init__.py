"""How good search is: posts written for the purpose, and what readers type to find them.

- `site`: some 250 posts in 14 languages, with near twins and words within others
- `queries.tsv`: the language, what is typed, and the posts that are wanted, any of which will do
- `relevance`: asks the queries and tells the figures: `python -m tests.search.relevance`
- `expected.tsv`: those figures and what did not come first, as they are now
"""
