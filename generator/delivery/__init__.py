"""From a change that somebody proposes to the commit that is published, as git and the service that
holds the repository know them.

git -> history, scope, request -> publication
"""
