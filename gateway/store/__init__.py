"""Where content lives, and the only package that knows a database driver.

tables    what is stored, as SQLAlchemy Core tables
sqlite    a database file: one writer, a pool of read-only connections
swap      a finished database takes the place of another
"""
