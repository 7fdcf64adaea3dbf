"""What a change means, for whoever reviews it; the only room that asks git.

embedding, revisions, snapshots -> outline -> data, markdown, page, text
"""
