"""What is expanded in a body before it is Markdown.

In reading order:

- `page`: a post as the templates in its body see it
- `liquid`: Liquid in the bodies of Jekyll's posts; the only package that knows python-liquid
- `snippets`: what stands for something that is shown from elsewhere
- `shortcodes`: what Hugo, Zola, Hexo and MDX expand in bodies
- `templates`: the languages that bodies are templates of
"""
