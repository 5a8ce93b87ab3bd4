"""The difference between the files and the store, applied in one transaction.

run         what to read, and the transaction around it
loading     files become documents, over all cores where there are many
visibility  when a post is to be seen
ledger      what became of the posts
state       what the store holds: what the files are compared with
writing     what changes in the store, inside the transaction
rows        a document becomes rows
indexing    an index of the front matter, of the keys that the settings name
derived     what is kept of all posts together:
terms       what changes of tags, categories and authors
filing      who shares one of these, what it is called, where it lives
naming      what makes two names one of them
taxonomy    what the site says of them, and which category lies in which
searching   what changes of the index of words
completing  what changes of what the beginning of a title or a name may become
spelling    what changes of the words that others may be misspellings of
keywords    what changes of the words that posts are about
redirects   what changes of the paths that lead elsewhere
chains      redirects, followed to where they lead at last
finishing   what follows from all posts together, at the end of the transaction
schedule    posts appear and disappear at their time
report      what a sync did
rebuilding  all content anew, into a database that takes the place of the old one
watching    when files change
following   every change is a sync
"""
