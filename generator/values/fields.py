"""The kinds of values that a field can hold, each with the remedy for a wrong one."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from generator.values import characters, colors, numbers, quotes, versions, web
from generator.values.bare import Bare
from generator.values.dates import as_iso
from generator.values.effort import meant
from generator.values.slugs import ADDRESS, MAX_SLUG, as_slug, is_slug, slugged

MAX_TEXT = 4_000
MAX_LIST = 20_000
MAX_SHORT = 120
MAX_HEADING = 300
MAX_ADDRESS = 500


class Model(BaseModel):
    """Frozen; a field that nobody declared is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def written(cls) -> list[str]:
        """Its fields in the order of a file: its own, then those that it shares with others."""
        shared = {name for base in cls.__mro__[1:] for name in getattr(base, "model_fields", ())}
        return sorted(cls.model_fields, key=shared.__contains__)


def wrong(message: str, offset: int = 0) -> PydanticCustomError:
    """A value error whose sentence is already Indonesian; the name of the field goes before it. It
    is shown so far behind the first sign of the text."""
    return PydanticCustomError("isi", "{pesan}", {"pesan": message, "huruf": offset})


def with_digits(text: str) -> str:
    """With digits for the letters among them that look like some: `2O25` -> `2025`."""
    return _ODD_DIGITS.sub(lambda found: found[0].translate(_TO_DIGITS), text)


_ODD_DIGITS = re.compile(r"(?<=\d)[oOlI]+(?=\d|$|\W)|(?:(?<=[-/. ])|^)[oOlI]+(?=\d)")
_TO_DIGITS = str.maketrans("oOlI", "0011")


class Below(NamedTuple):
    """A fault of a value that lies below the one being checked."""

    way: tuple[str | int, ...]
    message: str
    offset: int = 0
    """How far behind the first sign of the text it is shown."""


def wrong_at(faults: Sequence[Below]) -> PydanticCustomError:
    """Faults of values that lie below the one being checked, each with the way down to it."""
    return PydanticCustomError("isi_di", "isi", {"kesalahan": faults})


def _checked(convert: Callable[[str], Any], pattern: str = "", **schema: Any) -> BeforeValidator:
    """A validator over the text as written; what is not a text is left for pydantic to refuse, and
    so is one of blanks alone, as empty. The pattern is what an editor knows of it."""

    def validate(value: Any) -> Any:
        text = value.strip() if isinstance(value, str) else value
        return convert(text) if isinstance(text, str) and text else text

    return BeforeValidator(validate, json_schema_input_type=_as_told(convert, pattern, schema))


def _as_told(convert: Callable[[str], Any], pattern: str, schema: dict[str, Any]) -> Any:
    """The JSON Schema of a text, with what is said of a wrong one. What is a number to other
    readers of YAML is a text to us."""
    told: dict[str, Any] = {"type": ["string", "number"], "minLength": 1}
    if pattern:
        told["pattern"] = rf"^\s*(?:{pattern})\s*$"
        try:
            convert("?")
        except PydanticCustomError as error:
            told["patternErrorMessage"] = error.message().removeprefix('"?" ')
    return Annotated[Any, WithJsonSchema(told | schema)]


def _no_bare(value: Any) -> Any:
    """A text that other programs would read as something else is written between quotes."""
    if isinstance(value, Bare):
        said = characters.shown(value)
        raise wrong(
            f"berisi {said}, yang tanpa tanda kutip dibaca program lain sebagai hal lain. "
            f'Tulis "{said}" dengan tanda kutipnya{_or_decimal(said)}.'
        )
    return value


def _or_decimal(text: str) -> str:
    """What else may have been meant by a number with a point."""
    is_decimal = re.fullmatch(r"\d+\.\d{1,2}", text, re.ASCII)
    return f", atau {text.replace('.', ',')} bila naskah memakai koma" if is_decimal else ""


NoBare = BeforeValidator(_no_bare)


def no_split_text(value: Any) -> Any:
    """A text that YAML read as `nama: isi`; what looks like fields is left for pydantic."""
    if isinstance(value, dict) and any(
        not inner or not re.fullmatch(r"[a-z0-9_-]+", key) for key, inner in value.items()
    ):
        raise _split_by_a_colon(value)
    return value


def text_unless(names: Collection[str], likely: Collection[str]) -> BeforeValidator:
    """Where a text or a mapping may stand, what has none of these names, nor nearly one that is
    likely, was meant as a text."""

    def validate(value: Any) -> Any:
        is_unknown = isinstance(value, dict) and value and not any(key in names for key in value)
        if is_unknown and not any(_is_nearly(key, likely) for key in value):
            raise _split_by_a_colon(value)
        return value

    return BeforeValidator(validate)


def _is_nearly(key: str, likely: Collection[str]) -> bool:
    """Whether a name was probably one of those: no sentence begins so."""
    return key.islower() and " " not in key and bool(meant(key, likely, 0.7))


def _split_by_a_colon(value: dict[str, Any]) -> PydanticCustomError:
    has_only_texts = all(isinstance(each, str) for each in value.values())
    whole = "".join(f"{key}: {each}" for key, each in value.items()) if len(value) == 1 else ""
    return wrong(f"{_COLON} {quotes.remedy(whole.strip())}" if has_only_texts else _COLON_AND_LIST)


_COLON = 'harus teks, tetapi titik duanya membuatnya terbaca sebagai "nama: isi".'
_COLON_AND_LIST = (
    'harus teks, tetapi titik duanya membuatnya terbaca sebagai "nama: isi". Apit teksnya dengan '
    'tanda kutip. Di dalam daftar, teks dengan butir-butir ditulis - teks: "…:" dan di baris '
    "berikutnya, sejajar dengan kata teks, butir: lalu daftarnya."
)


def _slug(text: str) -> str:
    if re.fullmatch(r".+\.ya?ml", text) and is_slug(bare := text.rpartition(".")[0]):
        raise wrong(f'ditulis tanpa akhiran berkas. Tulis "{bare}".')
    if len(text) > MAX_SLUG:
        raise wrong(f"paling panjang {MAX_SLUG} huruf.")
    if not is_slug(text):
        raise wrong(
            "hanya boleh huruf kecil, angka, dan tanda hubung. Tulis misalnya "
            f'"{as_slug(_BEFORE_YEAR.sub("", text))}".'
        )
    return text


def _edition_here(text: str) -> str:
    """The folder of an edition of the same agency."""
    if is_slug(text):
        return text
    year = re.search(r"(?:19|20)\d\d", text, re.ASCII)
    plain = _BEFORE_YEAR.sub("", text)
    likely = as_slug(plain) if plain[:4].isdigit() else year[0] if year else "2021"
    raise wrong(
        f'harus nama folder edisi, misalnya "{likely}". Bila naskahnya tidak dimuat di situs ini, '
        'ganti baris ini dengan "atas_naskah:" dan sebutannya.'
    )


_BEFORE_YEAR = re.compile(r"^(?:tahun|edisi)\s+(?=\d{4}\b)", re.IGNORECASE)


def _version(text: str) -> str:
    if fault := versions.fault(text):
        raise wrong(fault)
    return text


def _number(text: str) -> Decimal:
    if (value := _COUNTS.get(text.lower())) is not None:
        raise wrong(f'ditulis dengan angka. Tulis "{value}".')
    if _ENGLISH.fullmatch(text):
        raise wrong(f'ribuan memakai titik, bukan koma: tulis "{text.replace(",", ".")}".')
    try:
        return numbers.parse(text)
    except ValueError as error:
        found = _NUMBERS.findall(text)
        is_part = len(found) == 1 and found[0] != text
        if is_part and (likely := _likely_number(found[0])):
            raise wrong(f'"{characters.shown(text)}" bukan angka. Tulis "{likely}".') from None
        raise wrong(str(error)) from None


_ENGLISH = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3}){2,}", re.ASCII)
_COUNTS = {
    "satu": "1",
    "sepuluh": "10",
    "seratus": "100",
    "seribu": "1.000",
    "sepuluh ribu": "10.000",
    "seratus ribu": "100.000",
    "sejuta": "1.000.000",
    "satu juta": "1.000.000",
}
"""Factors, as they are spoken."""
_NUMBERS = re.compile(r"\d[\d.,]*(?<![.,])", re.ASCII)


def _likely_number(text: str) -> str | None:
    """A number, or one with a point for a comma as it is to be typed."""
    is_decimal = re.fullmatch(r"\d+\.\d{1,2}", text, re.ASCII)
    likely = text.replace(".", ",") if is_decimal else text
    return likely if _is_number(likely) else None


def _is_number(text: str) -> bool:
    try:
        numbers.parse(text)
    except ValueError:
        return False
    return True


def _not_zero(text: str) -> str:
    if re.fullmatch(r"0+(?:[.,]0*)?", text, re.ASCII):
        raise wrong(
            "tidak boleh nol: tidak ada yang dapat dibagi 0. Tulis yang di bawah garis, misalnya "
            '"Jumlah surat".'
        )
    return text


def _weight(text: str) -> str:
    if found := re.fullmatch(r"(.*\d)\s*(?:persen|prosen|percent)", text, re.IGNORECASE):
        _number(found[1])
        raise wrong(f'ditulis dengan tanda persen. Tulis "{found[1]}%".')
    value = _number(text.removesuffix("%"))
    if value > _WHOLE and text.endswith("%"):
        likely = numbers.show(value / _WHOLE)
        raise wrong(f'tidak mungkin lebih dari 100%. Maksudnya "{likely}%"?')
    return text


_WHOLE = 100


def _count(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,4}", text, re.ASCII):
        raise wrong(f"harus bilangan bulat mulai dari 1. Tulis {_whole(text)}.")
    return int(text)


def _whole(text: str) -> str:
    """The number that was probably meant, or an example."""
    text = unicodedata.normalize("NFKC", text)
    if (digits := re.search(r"\d+", text, re.ASCII)) and (number := int(digits[0][:5])):
        return f'"{number}"'
    roman = next((n for n, each in enumerate(_ROMAN, 1) if text.strip(" .)").upper() == each), None)
    return f'"{roman}"' if roman else "misalnya 3"


_ROMAN = "I II III IV V VI VII VIII IX X".split()


def _year(text: str) -> int:
    text = with_digits(text)
    if not re.fullmatch(r"(?:19|20)\d\d", text, re.ASCII):
        years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text, re.ASCII)
        if len(set(years)) == 2 and years[0] < years[1]:
            raise wrong(
                "harus satu tahun. Untuk masa beberapa tahun hapus baris ini, lalu tulis "
                f'"periode:" dan di bawahnya, menjorok, "mulai: {years[0]}" dan '
                f'"akhir: {years[1]}".'
            )
        raise wrong(f"harus tahun empat angka. Tulis {years[0] if years else 'misalnya 2024'}.")
    return int(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        meant = next((way for way, words in _TRUTHS.items() if text.lower() in words), None)
        remedy = f' Tulis "{meant}".' if meant else ""
        raise wrong(f'hanya boleh "true" (ya) atau "false" (tidak).{remedy}')
    return text == "true"


_TRUTHS = {
    "true": ("ya", "y", "yes", "on", "benar", "true", "1", "ada"),
    "false": ("tidak", "tdk", "t", "n", "no", "off", "salah", "false", "0", "bukan"),
}


def _date(text: str) -> date:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return _day(text)
    iso = as_iso(with_digits(text))
    example = f'"{iso}"' if iso else 'misalnya "2024-01-31"'
    raise wrong(f"harus tahun-bulan-tanggal. Tulis {example}.")


def _day(iso: str) -> date:
    year, month, day = iso.split("-")
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        swapped = as_iso(f"{month}/{day}/{year}")
        remedy = f'Maksudnya "{swapped}"?' if swapped else "Periksa tanggalnya dalam naskah."
        raise wrong(f'tanggal "{iso}" tidak ada dalam kalender. {remedy}') from None
    if not 1900 <= found.year <= 2099:
        raise wrong(f"tahun {year} tidak mungkin. Periksa tanggalnya dalam naskah.")
    return found


def _web_address(text: str) -> str:
    if _is_email(text):
        raise wrong('berisi alamat surel. Tulis di bagian "surel".')
    if fault := web.fault(text):
        raise wrong(fault)
    return text


def _email(text: str) -> str:
    if _is_email(text):
        return text
    likely = _AT.sub("@", text.removeprefix("mailto:"))
    several = [each.strip("<>()[]") for each in re.split(r"[\s,;/]+", text)]
    if len(several) > 1 and (found := list(filter(_is_email, several))):
        raise wrong(f'hanya satu alamat surel. Tulis "{found[0]}".')
    likely = re.sub(r"\s+|[.,;]+$|[<>]", "", likely).replace(",", ".")
    remedy = f'. Tulis "{likely}"' if _is_email(likely) else ', misalnya "dinas@kotaanda.go.id"'
    raise wrong(f"harus alamat surel{remedy}.")


_AT = re.compile(r"\s*[\[({]\s*(?:at|et)\s*[\])}]\s*|\s+(?:at|et)\s+", re.IGNORECASE)


def _is_email(text: str) -> bool:
    is_plain = re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII)
    return bool(is_plain) and "xn--" not in text.lower()


def _area_code(text: str) -> str:
    if not re.fullmatch(r"\d\d(\.\d\d)?", text, re.ASCII):
        found = re.search(r"(?<!\d)(\d\d)[\s.,/-]?(\d\d)(?!\d)", text, re.ASCII)
        remedy = f'. Tulis "{found[1]}.{found[2]}".' if found else ', misalnya "35.07".'
        raise wrong(f"harus kode wilayah Kemendagri{remedy}")
    return text


def _hash(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        found = re.search(r"(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])", text)
        remedy = f' Tulis "{found[0]}".' if found else ""
        raise wrong(f"harus 64 angka heksadesimal (SHA-256 berkas).{remedy}")
    return text.lower()


def _color(text: str) -> str:
    if not colors.is_color(text):
        raise wrong('harus warna seperti "#0b5c6b".')
    if (ratio := colors.contrast(text, colors.WHITE)) < colors.READABLE:
        shown = f"{ratio:.1f}".replace(".", ",")
        raise wrong(f"terlalu muda untuk dibaca di atas putih (kontras {shown}, perlu 4,5).")
    return text.lower()


def _period(text: str) -> str:
    if not re.fullmatch(r"(?:19|20)\d\d(-(tw[1-4]|s[12]))?", text, re.ASCII):
        if meant := _meant_period(text):
            raise wrong(f'harus tahun, triwulan atau semester. Tulis "{meant}".')
        if meant := _meant_period(f"2024 {text}"):
            raise wrong(f'harus didahului tahunnya. Tulis misalnya "{meant}".')
        raise wrong(
            'harus tahun, atau tahun dengan triwulan atau semester: "2024", "2024-tw1", "2024-s1". '
            'Masa lain (bulan, akhir periode) ditulis di "lainnya" menurut judul kolomnya.'
        )
    return text


def _meant_period(text: str) -> str | None:
    """`TW I 2024` -> `2024-tw1`; None where it is no such time."""
    text = with_digits(text)
    if re.fullmatch(r"\d\d", text, re.ASCII):
        return f"20{text}"
    if re.fullmatch(r"(?:19|20)\d\d", text, re.ASCII):
        return text
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text, re.ASCII)
    if year is None or re.fullmatch(r"\d{4}[-/.]\d\d|\d\d[-/.]\d{4}", text, re.ASCII):
        return None
    rest = (text[: year.start()] + " " + text[year.end() :]).lower()
    if not re.search(r"tw|tri|q|sem|smt|\bs\s*[12i]|^\W*(?:[1-4]|i{1,3}|iv)\W*$", rest):
        return None
    kind = "s" if re.search(r"sem|smt|s\s*[12i]", rest) else "tw"
    number = re.search(r"[1-4](?!\d)|\b(?:tw)?(iv|iii|ii|i)\b", rest)
    if number is None:
        return None
    count = number[0] if number[0].isdigit() else str(_ROMAN.index(number[1].upper()) + 1)
    return f"{year[0]}-{kind}{count}"


def _edition(text: str) -> str:
    parts = text.split("/")
    if len(parts) != 3 or not all(map(is_slug, parts)):
        is_agency = len(parts) == 2 and all(map(is_slug, parts)) and parts[1][0].isalpha()
        example = f"{text}/2024" if is_agency else "kab-malang/diskominfo/2018"
        raise wrong(f'harus pemda/instansi/edisi, misalnya "{example}".')
    return text


def _address(text: str) -> str:
    if not re.fullmatch(ADDRESS, text):
        raise wrong(
            "harus alamat halaman di situs ini, diakhiri garis miring, misalnya "
            '"kab-malang/diskominfo/2018/", atau indikatornya, "…/seksi-statistik/#buku-laporan".'
        )
    return text


def _commit(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{40}(?:[0-9a-f]{24})?", text):
        raise wrong("harus nomor komit yang utuh. Baris ini ditulis program: kembalikan isinya.")
    return text


def _reference(text: str) -> str:
    slug, _, number = text.partition("#")
    if not (is_slug(slug) and re.fullmatch(r"[1-9]\d?", number, re.ASCII)):
        raise wrong(f"harus jabatan dan nomor sasaran{_meant_reference(text)}.")
    return text


def _meant_reference(text: str) -> str:
    """`sekretaris nomor 2` -> `sekretaris#2`, or an example."""
    name, number = re.fullmatch(
        r"(.*?)(?:\.ya?ml)?(?:[\s#,/:-]+(?:(?:sasaran|nomor|no\.?|ke)[\s-]*)*(0|[1-9]\d?)|[\s#]*)",
        text,
        re.IGNORECASE | re.DOTALL,
    ).groups()  # type: ignore[union-attr]
    which = int(number or 0) or 1
    if name.isdigit() or _GOAL.match(name):
        name = name if name.isdigit() else str(which)
        return f', misalnya "sekretaris-dinas#{name}"'
    slug = slugged(name)
    if len(name) > MAX_SLUG or not is_slug(slug):
        return f', misalnya "sekretaris-dinas#{which}"'
    return f'. Tulis "{slug}#{which}"'


_GOAL = re.compile(r"(?:me|ter|ber)\w+nya\b", re.IGNORECASE)
"""How a goal begins, which is no name of a position."""
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_NUMBER = r"[-−]?[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?"
Kode = Annotated[
    str,
    _checked(characters.one_line, maxLength=MAX_TEXT),
    Field(min_length=1, max_length=MAX_TEXT),
]
"""Signs for a program, in one line."""

PROSE = "prosa"
"""What marks the fields whose words are read."""
Teks = Annotated[Kode, BeforeValidator(no_split_text), NoBare, PROSE]
"""A text as printed; a line break in the YAML is a blank."""
Penyebut = Annotated[Teks, AfterValidator(_not_zero)]
"""What stands below a line."""
TeksPanjang = Annotated[
    str,
    _checked(characters.one_line, maxLength=MAX_LIST),
    BeforeValidator(no_split_text),
    NoBare,
    Field(min_length=1, max_length=MAX_LIST),
    PROSE,
]
"""A text in one line in which there may be a whole list."""
Pendek = Annotated[
    str,
    _checked(characters.one_line, maxLength=MAX_SHORT),
    BeforeValidator(no_split_text),
    NoBare,
    Field(min_length=1, max_length=MAX_SHORT),
    PROSE,
]
"""A name or a word, which stands in lists."""
JudulKolom = Annotated[
    str,
    _checked(characters.one_line, maxLength=MAX_HEADING),
    NoBare,
    Field(min_length=1, max_length=MAX_HEADING),
]
"""The heading of a printed column."""
Slug = Annotated[str, _checked(_slug, _SLUG, maxLength=MAX_SLUG), NoBare, Field(min_length=1)]
Edisi = Annotated[
    str, _checked(_edition_here, _SLUG, maxLength=MAX_SLUG), NoBare, Field(min_length=1)
]
"""An edition of the same agency: `2021`."""
Angka = Annotated[Decimal, _checked(_number, _NUMBER)]
Bobot = Annotated[str, _checked(_weight, rf"{_NUMBER}\s*%?"), Field(min_length=1)]
"""A number as it is written, in percent or not: `12,5`, `20%`."""
Nomor = Annotated[int, _checked(_count, "[1-9][0-9]{0,4}", minimum=1)]
Tahun = Annotated[int, _checked(_year, "(?:19|20)[0-9]{2}", minimum=1900, maximum=2099)]
YaTidak = Annotated[bool, _checked(_truth, "true|false", type=["boolean", "string"])]
Tanggal = Annotated[date, _checked(_date, "[0-9]{4}-[0-9]{2}-[0-9]{2}", type="string")]
Laman = Annotated[
    str,
    _checked(_web_address, r"\S+", maxLength=MAX_ADDRESS),
    Field(min_length=1, max_length=MAX_ADDRESS),
]
Surel = Annotated[
    str,
    _checked(_email, r"\S+@\S+", maxLength=MAX_ADDRESS),
    Field(min_length=1, max_length=MAX_ADDRESS),
]
KodeWilayah = Annotated[
    str, _checked(_area_code, r"[0-9]{2}(?:\.[0-9]{2})?"), NoBare, Field(min_length=1)
]
Versi = Annotated[
    str, _checked(_version, r"[1-9][0-9]{0,2}\.[0-9]{1,3}"), NoBare, Field(min_length=1)
]
Warna = Annotated[str, _checked(_color), Field(min_length=1)]
Sha256 = Annotated[str, _checked(_hash, "[0-9a-fA-F]{64}"), Field(min_length=1)]
Periode = Annotated[
    str, _checked(_period, "(?:19|20)[0-9]{2}(?:-(?:tw[1-4]|s[12]))?"), Field(min_length=1)
]
AlamatSitus = Annotated[
    str, _checked(_address, f"(?:{_SLUG}/){{1,4}}(?:#{_SLUG})?"), Field(min_length=1)
]
"""An address of the site: `kab-malang/diskominfo/2018/`."""
Komit = Annotated[str, _checked(_commit, "[0-9a-f]{40}(?:[0-9a-f]{24})?"), Field(min_length=1)]
RujukanEdisi = Annotated[str, _checked(_edition, f"{_SLUG}/{_SLUG}/{_SLUG}"), Field(min_length=1)]
"""An edition of another agency: `kab-malang/diskominfo/2018`."""
RujukanSasaran = Annotated[str, _checked(_reference, f"{_SLUG}#[1-9][0-9]?"), Field(min_length=1)]


def text_or_mapping(value: Any) -> str:
    """Which branch of a field that takes a plain text or a mapping was meant."""
    return "rinci" if isinstance(value, (dict, BaseModel)) else "teks"


TextOrMapping = Discriminator(text_or_mapping)
AsText = Tag("teks")
AsMapping = Tag("rinci")
