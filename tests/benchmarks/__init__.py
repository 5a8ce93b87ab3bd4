"""How fast the gateway is, against floors measured in the same run.

`python -m tests.benchmarks.run` is the command. In reading order:

blog      a blog of any size, as Jekyll files; prose is what its posts say
workload  the queries, each with the statement that answers it and its answer
floors    the same answers with everything but the necessary left out
servers   a server as a process of its own
load      wrk, which asks one question over many connections
syncing   what a sync takes, and where its time goes
report    what was measured, for people
run       the command
searching what searches take; a command of its own
"""
