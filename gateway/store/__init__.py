"""Where content lives, and the only package that knows a database driver.

tables        what is stored, as SQLAlchemy Core tables
fulltext      the index of words
keywords      what posts are about
suggesting    tables for what a reader types
global_id     ids of posts and terms that survive a rebuild
route         what the spellings of one address have in common
keys          texts that sort as what they stand for
moments       moments as clients write them; years, months and days of a time zone
canonical     JSON in the one of its spellings that is compared
highlighting  blocks of code marked up; the only module that knows Pygments
searches      what statements call for a search
functions     what statements can call beside the database's own functions
sqlite        a database file: one writer, a pool of read-only connections
swap          a finished database takes the place of another
"""
