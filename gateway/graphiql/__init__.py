"""GraphiQL in the browser, served by the gateway itself: nothing is loaded from elsewhere.

page        the routes: the page and the files of its bundle
build       makes the bundle with Node: `python -m gateway.graphiql.build`
hatch_build runs the same when the package is built or installed
"""
