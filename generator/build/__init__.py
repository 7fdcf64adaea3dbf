"""Check, then pages, then the site: all or nothing.

publishing -> preview, recording, shards -> cluster
"""
