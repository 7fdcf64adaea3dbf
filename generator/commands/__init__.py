"""The command `iki`: one file a command, and no logic.

report, selection -> shared -> help, progress
                  -> build, check, diff, format, history, ledger, new, publish, schema, scope, serve
                  -> import_, upgrade -> cli
"""
