"""What each field of a filter compares, and how: operators as rows of tables.

lists        lists in a request and lists of posts
texts        what a text is, contains and begins with
numbers      what a number is compared with
moments      when a moment is, in the site's time zone where it names none
filing       which tags, categories and authors a post has
frontmatter  what is under a key of the front matter
search       which posts a search finds, and how well they fit
posts        the fields of PostFilter
"""
