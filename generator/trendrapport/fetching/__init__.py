"""An address, or the number of a table of Statistics Netherlands, to what is published there.

Asks politely: one request at a time, again after a failure and after as long as a server wants, never without
end. Only commands that an editor runs for it come here, such as `data add` and `data refresh`: a check and a
build never use the network. Must not know what tables of a report look like, and writes no files.
"""
