"""The themes by which European data portals sort data sets, in the report's languages.

Source: the list Data theme of the Publications Office of the European Union,
http://publications.europa.eu/resource/authority/data-theme.
"""

from __future__ import annotations

from enum import StrEnum

from trendrapport.diagnostics import Text


class DataTheme(StrEnum):
    """The code of a theme."""

    AGRI = "AGRI"
    ECON = "ECON"
    EDUC = "EDUC"
    ENER = "ENER"
    ENVI = "ENVI"
    GOVE = "GOVE"
    HEAL = "HEAL"
    INTR = "INTR"
    JUST = "JUST"
    REGI = "REGI"
    SOCI = "SOCI"
    TECH = "TECH"
    TRAN = "TRAN"


THEMES: dict[DataTheme, Text] = {
    DataTheme.AGRI: Text(
        nl="Landbouw, visserij, bosbouw en voeding", en="Agriculture, fisheries, forestry and food"
    ),
    DataTheme.ECON: Text(nl="Economie en financiën", en="Economy and finance"),
    DataTheme.EDUC: Text(nl="Onderwijs, cultuur en sport", en="Education, culture and sport"),
    DataTheme.ENER: Text(nl="Energie", en="Energy"),
    DataTheme.ENVI: Text(nl="Milieu", en="Environment"),
    DataTheme.GOVE: Text(nl="Overheid en publieke sector", en="Government and public sector"),
    DataTheme.HEAL: Text(nl="Gezondheid", en="Health"),
    DataTheme.INTR: Text(nl="Internationale vraagstukken", en="International issues"),
    DataTheme.JUST: Text(
        nl="Justitie, rechtsstelsel en openbare veiligheid", en="Justice, legal system and public safety"
    ),
    DataTheme.REGI: Text(nl="Regio's en steden", en="Regions and cities"),
    DataTheme.SOCI: Text(nl="Bevolking en samenleving", en="Population and society"),
    DataTheme.TECH: Text(nl="Wetenschap en technologie", en="Science and technology"),
    DataTheme.TRAN: Text(nl="Vervoer", en="Transport"),
}
"""What each theme is called."""
