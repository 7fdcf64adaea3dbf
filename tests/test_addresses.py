"""Addresses are a promise: here they are spelled out."""

import pytest

from generator.content import addresses


def test_the_addresses_of_design() -> None:
    """One form for each thing."""
    key = ("kab-malang", "diskominfo", "2018", "seksi-statistik")
    assert addresses.page(key[:1]) == "kab-malang/"
    assert addresses.page(key[:3]) == "kab-malang/diskominfo/2018/"
    assert addresses.page(key) == "kab-malang/diskominfo/2018/seksi-statistik/"
    assert addresses.indikator(key, "buku") == "kab-malang/diskominfo/2018/seksi-statistik/#buku"
    assert addresses.in_force(key) == "kab-malang/diskominfo/seksi-statistik/"
    assert addresses.markdown_file(addresses.page(key[:1])) == "kab-malang/index.md"


@pytest.mark.parametrize(
    ("start", "end", "link"),
    [
        ("", "", "./"),
        ("", "a/", "a/"),
        ("a/b/", "", "../../"),
        ("a/b/", "a/", "../"),
        ("a/b/", "a/c/", "../c/"),
        ("a/b/", "a/b/", "./"),
        ("a/b/", "a/b/#satu", "#satu"),
        ("a/b/", "a/c/#satu", "../c/#satu"),
        ("a/b/", "d/e/f/", "../../d/e/f/"),
    ],
)
def test_links_are_relative(start: str, end: str, link: str) -> None:
    """They work under any host and path."""
    assert addresses.relative(start, end) == link
