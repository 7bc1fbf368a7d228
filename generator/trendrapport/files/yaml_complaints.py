"""What it means when the parser of YAML complains in certain words."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.diagnostics import Text, Texts
from trendrapport.files.yaml_mistakes import WHY

MAX_DEPTH = 40
"""Deeper nesting than this is no report's content, and would exhaust the stack."""

TOO_DEEP: Texts = (
    Text(
        nl=f"de inhoud is dieper genest dan {MAX_DEPTH} niveaus",
        en=f"the content is nested deeper than {MAX_DEPTH} levels",
    ),
    Text(nl="geen enkele sleutel van het rapport heeft dat nodig", en="no key of the report needs that many"),
    Text(nl="Gebruik minder niveaus.", en="Use fewer levels."),
)
_NO_TEXT_STARTS_SO: Texts = (
    Text(nl="een tekst kan niet met dit teken beginnen", en="a text cannot start with this character"),
    WHY,
    Text(nl="Zet de tekst tussen aanhalingstekens.", en="Put the text in quotation marks."),
)


@dataclass(frozen=True)
class Complaint:
    """What it means when the parser complains in these words."""

    words: str
    code: str
    texts: Texts


COMPLAINTS = (
    Complaint("nesting", "yaml-depth", TOO_DEEP),
    Complaint(
        "mapping values are not allowed",
        "yaml-colon",
        (
            Text(nl="op deze plaats mag geen dubbele punt staan", en="a colon is not allowed here"),
            WHY,
            Text(
                nl="Zet tekst met een dubbele punt tussen aanhalingstekens, en controleer de inspringing.",
                en="Put text with a colon in quotation marks, and check the indentation.",
            ),
        ),
    ),
    Complaint(
        "could not find expected ':'",
        "yaml-colon",
        (
            Text(nl="na een sleutel ontbreekt de dubbele punt", en="a colon is missing after a key"),
            WHY,
            Text(
                nl='Schrijf "sleutel: waarde", met een spatie na de dubbele punt.',
                en='Write "key: value", with a space after the colon.',
            ),
        ),
    ),
    Complaint(
        "found unexpected end of stream",
        "yaml-quote",
        (
            Text(nl="een aanhalingsteken is niet gesloten", en="a quotation mark is not closed"),
            WHY,
            Text(
                nl="Sluit de tekst met hetzelfde aanhalingsteken.",
                en="Close the text with the same quotation mark.",
            ),
        ),
    ),
    Complaint(
        "escape",
        "yaml-quote",
        (
            Text(
                nl='"\\" mag zo niet tussen dubbele aanhalingstekens staan',
                en='"\\" is not allowed like this between double quotation marks',
            ),
            WHY,
            Text(
                nl="Gebruik enkele aanhalingstekens, of verdubbel de \\.",
                en="Use single quotation marks, or double the \\.",
            ),
        ),
    ),
    Complaint("did not find expected alphabetic", "yaml-character", _NO_TEXT_STARTS_SO),
    Complaint(
        "did not find expected ',' or",
        "yaml-bracket",
        (
            Text(
                nl="een [ of { is niet gesloten, of er ontbreekt een komma",
                en="a [ or { is not closed, or a comma is missing",
            ),
            WHY,
            Text(
                nl=(
                    "Sluit [ met ] en { met }, met een komma tussen twee waarden. Hoort het teken bij de "
                    "tekst, zet die dan tussen aanhalingstekens."
                ),
                en=(
                    "Close [ with ] and { with }, with a comma between two values. If the character belongs "
                    "to the text, put the text in quotation marks."
                ),
            ),
        ),
    ),
    Complaint(
        "did not find expected",
        "yaml-indent",
        (
            Text(
                nl="hier klopt de inspringing of een leesteken niet",
                en="the indentation or a punctuation mark is wrong here",
            ),
            WHY,
            Text(
                nl="Laat sleutels die bij elkaar horen even ver inspringen, en sluit elke [ en {.",
                en="Indent keys that belong together by the same amount, and close every [ and {.",
            ),
        ),
    ),
    Complaint("found character that cannot start", "yaml-character", _NO_TEXT_STARTS_SO),
    Complaint(
        "block sequence entries are not allowed",
        "yaml-indent",
        (
            Text(
                nl="op deze plaats mag geen lijststreepje staan", en="a hyphen for a list is not allowed here"
            ),
            WHY,
            Text(
                nl="Zet de lijst op een nieuwe regel onder de sleutel.",
                en="Put the list on a new line below its key.",
            ),
        ),
    ),
    Complaint(
        "found another document",
        "yaml-documents",
        (
            Text(
                nl="dit bestand bevat meer dan één YAML-document",
                en="this file contains more than one YAML document",
            ),
            WHY,
            Text(nl='Verwijder de regel met "---".', en='Remove the line with "---".'),
        ),
    ),
)
"""The first whose words occur in the complaint counts, so the general ones come after the specific ones."""

OTHER = Complaint(
    "",
    "yaml-syntax",
    (
        Text(nl="dit is geen geldige YAML", en="this is not valid YAML"),
        WHY,
        Text(
            nl="Controleer de inspringing, de dubbele punten en de aanhalingstekens op deze regel.",
            en="Check the indentation, the colons and the quotation marks on this line.",
        ),
    ),
)
