"""From YAML that agencies write to the site that the public reads.

The rooms stand in one line; each imports only from those before it, and inside each the modules
stand in a line too, which its own docstring gives:

    values -> source -> formula -> model -> settings -> content -> rules -> workers -> files
           -> importing -> theme -> exports -> pages -> paper -> site -> build -> review -> delivery
           -> starter -> commands
"""
