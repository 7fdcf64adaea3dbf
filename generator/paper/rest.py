"""What a printed table has no column for, and the decree or its transcriber says all the same."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.content.content import Entry
from generator.model.columns import Kolom, normal
from generator.model.documents import Group, Indikator, Jabatan, RincianIndikator, Sasaran
from generator.model.tables import Printed, given, printed
from generator.pages.kartu import Card, SasaranView

_PERIODS = ("target", "realisasi", "capaian")
_BLANK: dict[str, Any] = {"sumber_data": [], "definisi_operasional": [], "kategori": []}


def unprinted(entry: Entry[Jabatan]) -> Entry[Jabatan]:
    """A position without what its tables show, but for formulas: they have a unit of their own."""
    document = entry.document
    reduced = [_group(table, group) for table in printed(document) for group in table.groups]
    aims = len(document.tujuan)
    update = {"tujuan": reduced[:aims], "sasaran": reduced[aims:]}
    return replace(entry, document=document.model_copy(update=update))


def without_formulas(goal: SasaranView, table: Printed) -> SasaranView:
    """A goal without the formulas that its table shows."""
    if Kolom.RUMUS not in _kinds(table):
        return goal
    return replace(goal, cards=[_bare(each) for each in goal.cards])


def _bare(card: Card) -> Card:
    return replace(card, rumus=None, lines=[replace(each, rumus=None) for each in card.lines])


def names_are_printed(table: Printed) -> bool:
    """Whether a table has a column for what its indicators are called."""
    return bool(_kinds(table) & {Kolom.INDIKATOR, Kolom.INDIKATOR_TUJUAN})


def _kinds(table: Printed) -> set[str]:
    return {kolom for each in table.columns for kolom in (each.kolom, each.also) if kolom}


def _group(table: Printed, group: Group) -> Group:
    if not table.headings:
        return group
    update: dict[str, Any] = {
        "lainnya": _others(table, group.lainnya),
        "indikator": [_indicator(table, each) for each in group.indikator],
    }
    if isinstance(group, Sasaran):
        has_notes = any(each.keterangan for each in group.indikator)
        names = {"program", "kegiatan", *(() if has_notes else ("keterangan",))} & _kinds(table)
        update |= dict.fromkeys(names) | {"atas": None, "bagian": None}
    if _kinds(table) & {Kolom.SASARAN, *(() if isinstance(group, Sasaran) else (Kolom.TUJUAN,))}:
        update["uraian"] = None
    return group.model_copy(update=update)


def _indicator(table: Printed, indikator: Indikator) -> Indikator:
    update = _shown(table, indikator) | {
        "lainnya": _others(table, indikator.lainnya),
        "rincian": [each.model_copy(update=_shown(table, each)) for each in indikator.rincian],
        "halaman": None,
    }
    return indikator.model_copy(update=update)


def _shown(table: Printed, owner: Indikator | RincianIndikator) -> dict[str, Any]:
    """The fields that have a column, as they are without it."""
    told = (_kinds(table) - {Kolom.RUMUS}) & type(owner).model_fields.keys()
    kept = {name: _periods(table, name, owner) for name in told & {*_PERIODS}}
    return {name: _BLANK.get(name) for name in told} | kept


def _periods(table: Printed, name: str, owner: Indikator | RincianIndikator) -> dict[str, str]:
    """The values of periods that no column shows; some other cell may stand in its place."""
    values: dict[str, str] = getattr(owner, name)
    columns = [each for each in table.columns if each.kolom == name]
    if isinstance(owner, Indikator):
        columns = [each for each in columns if not given(owner, each)]
    shown = {when for each in columns for when in table.of_period(each, values)}
    return {when: what for when, what in values.items() if when not in shown}


def _others(table: Printed, cells: Mapping[str, str]) -> dict[str, str]:
    headings = {normal(each.name) for each in table.columns}
    return {name: text for name, text in cells.items() if normal(name) not in headings}
