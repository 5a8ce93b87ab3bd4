"""The gateway over HTTP.

app          the routes
access       who asks
endpoint     GraphQL over HTTP
feeds        feeds and sitemaps
conditional  answers that a client may hold already
responses    results and errors, as JSON
"""
