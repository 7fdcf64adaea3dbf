"""Check, then pages, then the site: all or nothing.

edited, publishing -> preview, recording, shards -> cluster
"""
