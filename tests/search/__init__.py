"""How well search finds what a reader wants, and that it stays so.

`blog` has posts in fourteen languages, written for this, many of them much alike; `queries.tsv`
says what readers type and which post they want, of several the best ones.

`python -m tests.search.relevance` prints a table: how often a wanted post comes first, how often it
is among the first three, and the mean of 1/place. `--write` stores it in `relevance.txt`.
"""
