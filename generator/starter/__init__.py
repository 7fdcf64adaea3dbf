"""A project of an agency's own, and the package that it is built with.

package -> project
"""
