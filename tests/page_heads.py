"""Heads of pages as outlets of many kinds print them, with what a careful reader takes from each.

Outlets, people and events are made up. Each head is followed by `BODY`; "{lead}" stands for its first sentence where
the head runs into it.
"""

from __future__ import annotations

from typing import NamedTuple

LEAD = "The river rose by two metres in the night, officials in the delta said, and more rain is on the way."
BODY = (
    "Engineers opened the second dam in the evening, and the villages below it were cleared before the water came.\n\n"
    "Nobody in the three villages was hurt, the mayor said, but the harvest of the whole valley has been lost."
)


class Head(NamedTuple):
    """The head of a page and what it says; `published` is given as far as it must agree (a day, or to the minute)."""

    text: str
    title: str | None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None

    @property
    def page(self) -> str:
        """The whole page."""
        top = self.text.format(lead=LEAD) if "{lead}" in self.text else f"{self.text}\n\n{LEAD}"
        return f"{top}\n\n{BODY}\n"


TITLE = "Ministers meet as river levels rise in the upper delta"
CAPITALS = "VILLAGES CLEARED AS THE RIVER RISES"

WIRES = {
    "wire with time and zone": Head(
        f"Delta Basin News\n\nAFRICA | VELA\n\n{TITLE}\n\nBy Hana Lee and Mark Tolly\n\n"
        "November 14, 2024 6:42 PM GMT+3 · Updated 2 hours ago\n\nPORT VELA, Vela, Nov 14 (DBN) - {lead}",
        TITLE,
        "Hana Lee and Mark Tolly",
        "Delta Basin News",
        "2024-11-14T18:42+03:00",
    ),
    "agency in brackets": Head(
        f"{TITLE}\n\nBy Hana Lee\n\nMarch 5, 20225:12 PM UTCUpdated 3 days ago\n\nPORT VELA, March 5 (Reuters) - "
        f"{{lead}}",
        TITLE,
        "Hana Lee",
        "Reuters",
        "2022-03-05",
    ),
    "capitals in the byline": Head(
        f"{TITLE}\n\nBY HANA LEE AND OMAR AL-KHATIB\n\nPublished 3:15 PM EST, March 5, 2022\n\nPORT VELA (AP) — "
        f"{{lead}}",
        TITLE,
        "Hana Lee and Omar al-Khatib",
        "AP",
        "2022-03-05T15:15",
    ),
    "date in the dateline": Head(
        f"{TITLE}\n\nPORT VELA, March 5, 2022 (AFP) - {{lead}}",
        TITLE,
        None,
        "AFP",
        "2022-03-05",
    ),
    "date before the place": Head(
        f"{TITLE}\n\nMarch 5, 2022 (PORT VELA) – {{lead}}",
        TITLE,
        None,
        None,
        "2022-03-05",
    ),
    "slashes around the agency": Head(
        f"{TITLE}\n\nPORT VELA, March 5. /DAPS/. {{lead}}",
        TITLE,
        None,
        "DAPS",
        None,
    ),
    "day of the dateline alone": Head(f"{TITLE}\n\nPORT VELA, Nov 14 (DBN) - {{lead}}", TITLE, None, "DBN", None),
    "source line with stamp": Head(
        f"{TITLE}\n\nSource: Delta News Agency| 2022-03-05 14:22:31|Editor: huang\n\n{{lead}}",
        TITLE,
        None,
        "Delta News Agency",
        "2022-03-05T14:22:31",
    ),
    "agency, then updated": Head(
        f"{TITLE}\n\nDPA | Updated: Mar 5, 2022, 09:12 IST\n\n{{lead}}",
        TITLE,
        None,
        "DPA",
        "2022-03-05T09:12",
    ),
}

BROADSHEETS = {
    "archive of the nineties": Head(
        f"{TITLE}\n\nBy ANN VAN DER BERG\nPublished: March 5, 1999\n\nPORT VELA, March 4— {{lead}}",
        TITLE,
        "Ann van der Berg",
        None,
        "1999-03-05",
    ),
    "name and long date": Head(
        f"{TITLE}\n\nAnn Berg\nFriday 05 March 1999 01:02\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "1999-03-05T01:02",
    ),
    "capitals, bars and reading time": Head(
        "PACIFIC DELTA REVIEW\nLong Reads / The Upper Delta\n\nThe River That Ran Out of Water\n\n"
        "Four years after its dam, the valley still waits. Below it, the farmers count.\n\n"
        "By DANIEL OKAFOR-REYES  |  Jan. 29, 2025  |  7 min read\n\n"
        "[Image: A man stands near a ruined dam in Harfa on Jan. 2, 2023. Credit: P. Tun]\n\nHARFA, Vela — {lead}",
        "The River That Ran Out of Water",
        "Daniel Okafor-Reyes",
        "Pacific Delta Review",
        "2025-01-29",
    ),
    "photographer and glued update": Head(
        f"{TITLE}\n\nBy Ann Berg\nPhotographs by Tom Fox\nMarch 5, 2022Updated 9:14 a.m. ET\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05",
    ),
    "at a time": Head(
        f"{TITLE}\n\nBy Ann Berg and Tom Fox\nMarch 5, 2022 at 9:14 a.m. EST\n\n{{lead}}",
        TITLE,
        "Ann Berg and Tom Fox",
        None,
        "2022-03-05T09:14",
    ),
    "roles in capitals": Head(
        f"{TITLE}\n\nAnn Berg\nSENIOR FOREIGN CORRESPONDENT, IN VELA\n5 March 2022 • 9:12pm\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T21:12",
    ),
    "places of two reporters": Head(
        f"{TITLE}\n\nAnn Berg in Port Vela and Tom Fox in Harfa\nSat 5 Mar 2022 06.30 GMT\n\n{{lead}}",
        TITLE,
        "Ann Berg and Tom Fox",
        None,
        "2022-03-05T06:30+00:00",
    ),
    "beat behind the name": Head(
        f"{TITLE}\n\nAnn Berg, Africa correspondent\nSat 5 Mar 2022 06.30 GMT\nLast modified on Sun 6 Mar 2022 "
        f"07.00 GMT"
        "\n\n{lead}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T06:30+00:00",
    ),
    "quotation as headline, words by": Head(
        "Harbour & Strait\nMaritime affairs, rivers and trade\n\nINTERVIEW\n\n“You cannot talk a river into its "
        "bed”\n\n"
        "A former dam keeper on the delta, the rains and what last week's flood will not do\n\n"
        "Words: Eleanor Whitcombe\nLast updated on Monday, 15th January 2024 at 17:20\n\n{lead}\n\n"
        "Eleanor Whitcombe is deputy editor of Harbour & Strait.",
        "“You cannot talk a river into its bed”",
        "Eleanor Whitcombe",
        "Harbour & Strait",
        "2024-01-15T17:20",
    ),
    "printed issue": Head(
        f"THE DELTA CHRONICLE\nVol. XII No. 33 · Friday, March 5, 1999\n\n{CAPITALS}\n\nBy ANN BERG\n\n{{lead}}",
        CAPITALS,
        "Ann Berg",
        "The Delta Chronicle",
        "1999-03-05",
    ),
    "database of newspapers": Head(
        "Copyright 1999 The Delta Times\nThe Delta Times\n\nMarch 5, 1999, Friday, Late Edition - Final\n\n"
        f"SECTION: Section A; Page 1; Column 6; Foreign Desk\n\nLENGTH: 1205 words\n\nHEADLINE: {TITLE}\n\n"
        "BYLINE: By ANN BERG\n\nDATELINE: PORT VELA, March 4\n\nBODY:\n\n{lead}",
        TITLE,
        "Ann Berg",
        "The Delta Times",
        "1999-03-05",
    ),
    "database with word count": Head(
        f"{TITLE}\n\nBy Ann Berg\n1,205 words\n5 March 1999\nThe Delta Times\nDELT\nEnglish\n(c) 1999 The Delta "
        f"Times\n\n"
        "{lead}",
        TITLE,
        "Ann Berg",
        "The Delta Times",
        "1999-03-05",
    ),
    "first published below updated": Head(
        f"{TITLE}\n\nAnn Berg\nUpdated: 7 March 2022, 10.15am\nFirst published: 5 March 2022, 6.00pm\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T18:00",
    ),
    "masthead without a break": Head(
        f"The Delta Herald\nWorld\n{TITLE}\nBy Ann Berg\n5 March 2022\n{{lead}}",
        TITLE,
        "Ann Berg",
        "The Delta Herald",
        "2022-03-05",
    ),
}

BROADCASTERS = {
    "old page, updated above the title": Head(
        "Last Updated: Wednesday, 22 January, 2003, 10:06 GMT\nE-mail this to a friend   Printable version\n\n"
        f"{TITLE}\n\n{{lead}}",
        TITLE,
        None,
        None,
        "2003-01-22T10:06+00:00",
    ),
    "label on its own line": Head(
        f"{TITLE}\n\nPublished\n5 March 2022\n\nBy Ann Berg\nDelta News, Harfa\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        "Delta News",
        "2022-03-05",
    ),
    "hours ago only": Head(f"{TITLE}\n\n8 hours ago\n\nAnn Berg\nVela correspondent\n\n{{lead}}", TITLE, "Ann Berg"),
    "medium behind the name": Head(
        f"{TITLE}\n\nBy Ann Berg, Tom Fox and Amal Haddad, DNN\n3 minute read · Published 4:02 PM EST, Sat March 5, "
        f"2022"
        "\n\n{lead}",
        TITLE,
        "Ann Berg, Tom Fox and Amal Haddad",
        "DNN",
        "2022-03-05T16:02",
    ),
    "staff and last update": Head(
        f"{TITLE}\n\nBy Delta Jazeera Staff\n\nPublished On 5 Mar 2022\n\nLast update: 6 Mar 2022\n\n{{lead}}",
        TITLE,
        None,
        "Delta Jazeera",
        "2022-03-05",
    ),
    "both orders of one date": Head(
        f"{TITLE}\n\nAnn Berg in Port Vela\n\n03/05/2022\nMarch 5, 2022\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05",
    ),
    "order told by the other line": Head(
        f"{TITLE}\n\nIssued on: 05/03/2022 - 18:14\nModified: 25/03/2022 - 18:12\n\n{{lead}}",
        TITLE,
        None,
        None,
        "2022-03-05T18:14",
    ),
    "order told by nothing": Head(
        f"{TITLE}\n\nIssued on: 05/03/2022 - 18:14\n\n{{lead}}",
        TITLE,
        None,
        None,
        None,
    ),
    "updated with clock in brackets": Head(
        f"{TITLE}\n\nBy Ann Berg\n\nUpdated 0914 GMT (1714 HKT) March 5, 2022\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05",
    ),
    "breadcrumb and newsroom": Head(
        f"Vela Today | Voice of the Regions\n\nHome » Rivers » {TITLE}\n\n{TITLE}\n\n"
        "Posted by: Newsroom, Harfa | Thursday, August 22, 2024 – 21:15\n\n"
        "Photo: Fishermen resting at a well. (Photo archive)\n\nHARFA (Vela Today) – {lead}",
        TITLE,
        None,
        "Vela Today",
        "2024-08-22T21:15",
    ),
    "staff and agencies": Head(
        f"Rivers\n3 min read\n\n{TITLE}\n\nThe New Delta Staff & Agencies\n05 March, 2022\n\n{{lead}}",
        TITLE,
        None,
        "The New Delta",
        "2022-03-05",
    ),
    "update of the same day": Head(
        f"{TITLE}\n\nAnn Berg   |05.03.2022 - Update : 06.03.2022\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05",
    ),
    "by and dash": Head(
        f"{TITLE}\n\nby Ann Berg\nPORT VELA\nMar 05, 2022 - 12:05 am GMT+3\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T00:05+03:00",
    ),
    "with agencies": Head(
        f"{TITLE}\n\nby DAILY DELTA WITH AGENCIES\nMar 05, 2022 - 12:05 am GMT+3\n\n{{lead}}",
        TITLE,
        None,
        "Daily Delta",
        "2022-03-05T00:05+03:00",
    ),
    "name, published, updated in a line": Head(
        f"{TITLE}\n\nAnn Berg Published March 5, 2022 Updated March 6, 2022 09:12am\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05",
    ),
    "story by": Head(
        f"{TITLE}\n\nStory by Ann Berg, Delta News • 3h • 2 min read\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        "Delta News",
        None,
    ),
    "by with date and update in brackets": Head(
        f"{TITLE}\n\nby Ann Berg March 5, 2022 1:12 PM (Updated: March 6, 2022 3:22 PM)\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T13:12",
    ),
    "month before day, update with place": Head(
        f"{TITLE}\n\nMarch 05, 2022 09:12 am | Updated 10:30 am IST - PORT VELA\n\nAnn Berg\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T09:12",
    ),
    "city and short date": Head(f"{TITLE}\n\nHarfa - 5 Mar 2022\n\n{{lead}}", TITLE, None, None, "2022-03-05"),
    "time before the date": Head(
        f"{TITLE}\n\nPublished: 05:45 AM, 5 Mar 2022\n\n{{lead}}",
        TITLE,
        None,
        None,
        "2022-03-05T05:45",
    ),
    "hyphens": Head(f"{TITLE}\n\n05-Mar-2022\n\n{{lead}}", TITLE, None, None, "2022-03-05"),
    "short year": Head(f"{TITLE}\n\nPosted 05-Mar-22 14:20\n\n{{lead}}", TITLE, None, None, "2022-03-05T14:20"),
    "numbers, day first": Head(f"{TITLE}\n\n25/03/2022 14:22\n\n{{lead}}", TITLE, None, None, "2022-03-25T14:22"),
    "numbers, month first": Head(
        f"{TITLE}\n\n03/25/2022 02:22 PM EDT\n\n{{lead}}", TITLE, None, None, "2022-03-25T14:22"
    ),
    "numbers with a weekday": Head(f"{TITLE}\n\nSaturday 05/03/2022\n\n{{lead}}", TITLE, None, None, "2022-03-05"),
    "numbers with an American zone": Head(
        f"{TITLE}\n\n03/05/2022 02:22 PM EST\n\n{{lead}}",
        TITLE,
        None,
        None,
        "2022-03-05T14:22",
    ),
    "ordinal": Head(f"{TITLE}\n\nSat, Mar 5th 2022\n\n{{lead}}", TITLE, None, None, "2022-03-05"),
    "capitals": Head(f"{TITLE}\n\nSATURDAY, MARCH 5, 2022\n\n{{lead}}", TITLE, None, None, "2022-03-05"),
    "year first": Head(f"{TITLE}\n\nPublished Date: 2022/03/05\n\n{{lead}}", TITLE, None, None, "2022-03-05"),
    "not a template": Head(f"March 5, 2022 12:00AM EST\n\n{TITLE}\n\n{{lead}}", TITLE, None, None, "2022-03-05T00:00"),
    "day of the saving": Head(f"Port Vela\nSaturday 5 March 2022\n\n{TITLE}\n\n{{lead}}", TITLE, None, None, None),
}

LIVE = {
    "live blog": Head(
        f"The Delta\n\nLIVE | Flood in Vela\n\nFlood briefing: {TITLE}\n\nWhat we know on day 907\n\n"
        "Tom Fox (now) and Priya Nair (earlier)\nSun 18 Aug 2024 19.05 BST\nFirst published on Sun 18 Aug 2024 "
        "06.30 BST\n\n"
        "Key events\n- 14.40 Second bridge destroyed\n- 11.15 Families given two weeks to go\n- 07.50 Eight boats "
        "lost\n\n"
        "19.05 That's all from us\n\n{lead}\n\n© 2024 The Delta Media Ltd. Registered in Vela No. 0441873",
        f"Flood briefing: {TITLE}",
        "Tom Fox and Priya Nair",
        "The Delta",
        "2024-08-18",
    ),
    "live, updated": Head(
        f"Live\nFlood in Vela live: {TITLE}\nLive Reporting\nEdited by Ann Berg\nPosted at 21:35 5 Mar "
        f"2022\n\n{{lead}}",
        f"Flood in Vela live: {TITLE}",
        None,
        None,
        "2022-03-05T21:35",
    ),
}

RELEASES = {
    "ministry": Head(
        f"MINISTRY OF RIVERS AND DAMS\nREPUBLIC OF VELA\n\nPRESS RELEASE No. 33/2024\nPort Vela, 4th May "
        f"2024\n\n{CAPITALS}"
        "\n\n{lead}",
        CAPITALS,
        None,
        "Ministry of Rivers and Dams",
        "2024-05-04",
    ),
    "for immediate release": Head(
        f"OFFICE OF THE SPOKESPERSON\n\nFOR IMMEDIATE RELEASE\n\nMARCH 5, 2022\n\n{CAPITALS}\n\n{{lead}}",
        CAPITALS,
        None,
        "Office of the Spokesperson",
        "2022-03-05",
    ),
    "press release with an abbreviated month": Head(
        f"{TITLE}\n\nPress release (2022) 033\n\nIssued on 05 Mar. 2022\n\n{{lead}}",
        TITLE,
        None,
        None,
        "2022-03-05",
    ),
    "letter": Head(
        f"From: Delta Relief Press Office\nDate: Sat, 5 Mar 2022 14:22:31 +0000\nSubject: {TITLE}\n\n{{lead}}",
        TITLE,
        None,
        "Delta Relief Press Office",
        "2022-03-05T14:22:31+00:00",
    ),
}

REPORTS = {
    "situation report": Head(
        "GREAT DELTA RELIEF CONSORTIUM\n\nSITUATION REPORT No. 14\nEastern Vela: Harfa, Kafra and the Upper Delta\n"
        "Reporting period: 3-9 February 2025\nIssued: 11/02/2025 (Harfa/Port Vela)\nNext report due: 18/02/2025\n\n"
        "HIGHLIGHTS\n\n* {lead}",
        "Eastern Vela: Harfa, Kafra and the Upper Delta",
        None,
        "Great Delta Relief Consortium",
        "2025-02-11",
    ),
    "situation report, American order": Head(
        "DELTA RESCUE COMMITTEE\n\nSituation Report #3 | Floods in the Upper Delta\nDate issued: 02/11/2025\n"
        "Reporting period: February 3-9, 2025\n\n{lead}",
        "Situation Report #3 | Floods in the Upper Delta",
        None,
        "Delta Rescue Committee",
        "2025-02-11",
    ),
    "short sitrep": Head(
        "Delta Relief Network\nSITREP #7\nDate: 05 March 2022\nPeriod covered: 25 Feb – 4 Mar 2022\n"
        "Next update: 12 March 2022\n\n{lead}",
        "SITREP #7",
        None,
        "Delta Relief Network",
        "2022-03-05",
    ),
    "flash update": Head(
        "Flash Update #3: Floods in the Upper Delta\n\n05/03/2022\n\nAs of 4 March 2022\n\n{lead}",
        "Flash Update #3: Floods in the Upper Delta",
        None,
        None,
        "2022-03-05",
    ),
    "posted again": Head(
        f"{TITLE}\n\nSource: Delta Relief\nPosted: 5 Mar 2022\nOriginally published: 4 Mar 2022\n\n{{lead}}",
        TITLE,
        None,
        "Delta Relief",
        "2022-03-04",
    ),
    "daily assessment": Head(
        "Upper Delta Flood Assessment, March 5\n\nAnn Berg, Tom Fox, and Amal Haddad\n\nMarch 5, 2023, 7:15pm "
        "ET\n\n{lead}",
        "Upper Delta Flood Assessment, March 5",
        "Ann Berg, Tom Fox, and Amal Haddad",
        None,
        "2023-03-05T19:15",
    ),
    "briefing with its number": Head(
        "Who Holds the Delta’s Second Dam\n\nBriefing 165 / Africa 5 March 2022 20+ minutes\n\n{lead}",
        "Who Holds the Delta’s Second Dam",
        None,
        None,
        "2022-03-05",
    ),
    "aggregator": Head(
        f"Vela: {TITLE}\n\n5 March 2022\n\nDaily Delta (Port Vela)\n\nBy Ann Berg\n\n{{lead}}",
        f"Vela: {TITLE}",
        "Ann Berg",
        "Daily Delta",
        "2022-03-05",
    ),
}

BLOGS = {
    "posted by": Head(
        f"{TITLE}\n\nPosted on March 5, 2022 by annberg\n\n{{lead}}", TITLE, "annberg", None, "2022-03-05"
    ),
    "site's address": Head(
        f"deltawatch.example\n\n# {TITLE}\n\n*By Ann Berg on 5 March 2022*\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        "deltawatch.example",
        "2022-03-05",
    ),
    "staff writer": Head(
        f"{TITLE}\n\nBy Ann Berg Staff Writer\nPosted: Mar. 5, 2022 4:30 am\n\n{{lead}}",
        TITLE,
        "Ann Berg",
        None,
        "2022-03-05T04:30",
    ),
    "question": Head("Who let the river in?\n\nby Ann Berg\n\n{lead}", "Who let the river in?", "Ann Berg"),
    "nothing": Head(f"{TITLE}\n\n{{lead}}", TITLE),
}

HEADS: dict[str, Head] = {**WIRES, **BROADSHEETS, **BROADCASTERS, **LIVE, **RELEASES, **REPORTS, **BLOGS}

# Headlines that only look like a masthead, a section or a date.
HEADLINES = (
    ("Farmers Lose Border Post", "Two farmers and forty cows left the border post as the water came"),
    ("Floods Shut Down Port Authority", "No ship leaves as the port authority is shut by floods for a week"),
    ("Ministry of Rivers Opens New Office", "A day after the flood the minister cut a ribbon"),
    ("The Second Flood of Harfa, 5 March 2022", "What went wrong in the night when the dam broke"),
    ("Live fire heard near the dam", "Villagers left their houses in the night"),
    ("No 40 houses left standing in Harfa", "The second flood took what the first had left"),
    ("UN: river higher than ever", "The water stands two metres above the mark"),
    ("Dam | What we know so far about the flood", "A night of rain and a broken gate"),
    ("Analysis: why the second dam will hold", "Its wall is younger and its keepers are paid"),
    ("Report says dams are older than the republic", "Engineers counted forty of them in the delta"),
    ("Statement on the flood angers three villages", "Nobody was told before the gates were opened"),
)
