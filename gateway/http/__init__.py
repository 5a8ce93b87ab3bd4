"""The gateway over HTTP.

app        the routes
endpoint   GraphQL over HTTP
responses  results and errors, as JSON
"""
