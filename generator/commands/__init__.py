"""The command `iki`: one file a command, and no logic.

report, selection -> shared -> help, progress -> build, check, format, new, schema, serve
                  -> import_, upgrade -> cli
"""
