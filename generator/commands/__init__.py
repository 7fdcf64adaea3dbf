"""The command `iki`: one file a command, and no logic.

report, selection -> shared -> help -> build, check, new, schema, serve -> upgrade -> cli
"""
