"""A built site to the place from which readers get it: a folder, a branch of a repository, or a server.

Only what differs is sent, and what readers still need goes last. Knows no report, and builds nothing: it
sends the files of a folder.
"""
