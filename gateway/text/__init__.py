"""What is known of writing, in any language: nothing here knows posts, files or tables.

In reading order:

- `plaintext`: HTML to text
- `graphemes`: what a reader takes for one character; the only module that knows regex
- `phrases`: phrases of languages without blanks; the only module that knows BudouX
- `breaks`: where sentences, clauses and words end
- `cutting`: a text cut to a length, where a reader pauses
- `htmlprefix`: the beginning of HTML
- `markdown`: Markdown that is nothing but text
- `excerpts`: texts cut to a length in each format, and kept
- `search`: what is found by which words
"""
