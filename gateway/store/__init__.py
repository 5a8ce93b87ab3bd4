"""Where content lives, and the only package that knows a database driver.

tables        what is stored, as SQLAlchemy Core tables
highlighting  blocks of code marked up; the only module that knows Pygments
functions     what statements can call beside the database's own functions
sqlite        a database file: one writer, a pool of read-only connections
swap          a finished database takes the place of another
"""
