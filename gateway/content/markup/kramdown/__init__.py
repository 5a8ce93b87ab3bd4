"""kramdown, the Markdown of Jekyll, read by a CommonMark renderer.

kramdown finds other blocks in a text than CommonMark does. `blocks` finds them by kramdown's rules
and writes each as CommonMark that means the same; what CommonMark cannot say is left out, as a
mark (an HTML comment with a number) in its place. After rendering, `finish` puts back what the
marks stand for.

In reading order:

- `marks`: what was left out of the Markdown, and where
- `attributes`: attribute lists, `{:.class #id key="value"}`
- `spans`: what kramdown reads otherwise inside a paragraph
- `html`: where an HTML element ends
- `fences`: where fenced code ends
- `tables`: kramdown's tables as GFM's
- `lists`: where the items of a list begin and end
- `blocks`: the blocks of a text, written as CommonMark
- `elements`: attributes put on the elements of the HTML
- `contents`: the table of contents
- `finish`: the rendered HTML made whole

The rules are those of kramdown 2.4 and kramdown-parser-gfm 1.1, https://kramdown.gettalong.org.
"""
