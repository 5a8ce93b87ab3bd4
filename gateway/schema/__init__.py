"""The public schema. Each field says in one place what it reads; none of them fetches.

scalars      what JSON's own types do not tell apart
arguments    enums, inputs and arguments that fields share
filters      the inputs of `where`
field        declaring a field: its description, its arguments, what it reads
relations    which rows belong to which
related      tags that are near to each other, and posts in other languages
similar      posts that are about the same
conditions   what each field of a filter compares
excerpt      an excerpt cut to the length and format asked for
connections  pages, edges
spelling     what was meant by a search whose words are misspelt
facets       what the posts of a list are filed under, with counts
images       covers and avatars
outline      the table of contents
body         a post's text in the formats that clients ask for
seo          what search engines and social networks are to be told
provenance   files, what was wrong with them, revisions
site         the site, as its configuration describes it
types        Post, Tag, Category, Author, and the interfaces between them
paths        what a path leads to
suggestions  what a reader who has begun to type may mean
query        the roots
executor     the plans of an operation's root fields, run
subgraph     the same schema as a part of a federated graph
"""
