"""`datapackage.json`: the tables for programs that read Frictionless data, field by field."""

import json
from collections.abc import Iterator
from typing import Any

from generator.content import addresses
from generator.content.content import Content
from generator.exports import tables
from generator.exports.about import About
from generator.exports.tables import Table
from generator.exports.twins import VERSION
from generator.files import File


def files(content: Content, about: About) -> Iterator[File]:
    """`data/datapackage.json`, beside the tables that it describes."""
    every = (tables.jabatan(content), tables.indikator(content))
    package = {
        "name": "iki",
        "title": about.title,
        "description": about.description,
        "version": VERSION,
        "homepage": about.url,
        "licenses": [{"path": about.licence}] if about.licence else [],
        "contributors": [{"title": about.publisher, "role": "publisher"}]
        if about.publisher
        else [],
        "resources": [_resource(each) for each in every],
    }
    told = {key: value for key, value in package.items() if value}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    yield File(addresses.data_file("datapackage.json"), text.encode())


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [
                {"name": each.name, "type": each.sort, "description": each.description}
                for each in table.columns
            ],
            "primaryKey": ["alamat"],
            "missingValues": [""],
        },
    }
