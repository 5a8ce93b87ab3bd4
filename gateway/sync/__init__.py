"""The difference between the files and the store, applied in one transaction.

run      what to read, and the transaction around it
loading  files become documents, over all cores where there are many
state    what the store holds: what the files are compared with
writing  what changes in the store, inside the transaction
rows     a document becomes rows
filing   tags, categories and authors: who shares one, what it is called, where it lives
report   what a sync did
"""
