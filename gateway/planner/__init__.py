"""A GraphQL selection becomes one SQL statement whose result is finished JSON.

Pure: nothing here knows a driver or HTTP. In reading order:

plan        a root field, its variables' shape and the plan that answers it
planning    the making of one plan: its rows, parameters and depth
reading     what a field of the schema can read: a column, an object, a list, a connection
shortlist   the first rows of a list
lookup      an object by its id, slug or path; objects by a list of ids
resolution  what a path leads to: an object, another address, or nothing
connection  a page of a list, as the Relay specification cuts it
filter      which rows of a list are meant: conditions, and, or, not
adjacent    what lies beside an item in a list
entities    objects that other subgraphs refer to
ordering    what a list can be sorted by
cursor      a position in a list: the sort keys of one item
selection   the fields a selection set asks for, merged as the specification says
arguments   arguments whose values arrive later, as bound parameters
scope       the rows that expressions read from
json_sql    the JSON functions of the database
"""
