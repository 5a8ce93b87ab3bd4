"""Liquid in the bodies of Jekyll's posts; the only package that knows python-liquid.

In reading order:

- `bounds`: what a body's templates may cost
- `tokens`: a body cut into tokens, in linear time; what is no Liquid stays text
- `values`: values as Ruby shows them
- `filters`: Liquid's own filters
- `jekyllfilters`: Jekyll's
- `library`: the files of `_includes` and `_data`
- `addresses`: the URL of another file of the site
- `render`: the environment, the context, and one text rendered with both
- `tags`: Jekyll's tags and those of well-known plug-ins
- `variables`: `site` and `page`
- `expansion`: a body with its Liquid rendered
"""
