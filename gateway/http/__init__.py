"""The gateway over HTTP.

app        the routes
access     who asks
endpoint   GraphQL over HTTP
responses  results and errors, as JSON
"""
