"""The command `iki`: one file a command, and no logic.

report, selection -> shared -> help, progress
                  -> build, check, diff, format, ledger, new, schema, serve -> upgrade -> cli
"""
