"""The closed lists of English words by which the lines in the head of a page are told apart."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Kinds of documents that organisations name above their headline, the longest first.
DOCUMENTS: tuple[str, ...] = tuple(
    sorted(
        (
            "press release;news release;media release;joint press release;press statement;media statement;statement"
            ";joint statement;public statement;media advisory;press advisory;media note;press note;press communiqué"
            ";press communique;communiqué;communique;joint communiqué;joint communique;situation report"
            ";situation update;situation overview;sitrep;sit rep;flash update;flash report;flash note;humanitarian "
            "update"
            ";humanitarian bulletin;humanitarian snapshot;operational update;operations update;operational overview"
            ";emergency update;security update;daily update;weekly update;monthly update;daily report;weekly report"
            ";monthly report;annual report;quarterly report;daily bulletin;weekly bulletin;monthly bulletin;bulletin"
            ";daily briefing;weekly briefing;briefing;briefing note;press briefing;policy brief;brief;report;fact sheet"
            ";factsheet;newsletter;dashboard;snapshot;for immediate release;immediate release;release;transcript"
            ";meetings coverage;news;readout;public notice;notice;bulletin d'information;spot report;incident report"
            ";information bulletin;protection update;displacement update;access update;market monitor;key messages"
        ).split(";"),
        key=lambda name: -len(name),
    )
)
# Rubrics that stand above a headline; `SECTIONS` are the others.
KICKERS = _set(
    "live updates update interview interviews opinion comment analysis explainer explained profile review reviews "
    "essay letter letters long read reads reportage dispatch dispatches feature features exclusive special report "
    "reports investigation investigations q&a factbox timeline obituary column columns perspective perspectives "
    "viewpoint blog editorial breaking developing latest watch listen video podcast gallery pictures photos "
    "briefing brief newsletter statement statements commentary background backgrounder focus insight insights "
    "spotlight page foreign desk crisis story stories news event events archive premium subscribers only members "
    "sponsored debate ideas voices eyewitness field notes notebook diary agenda today weekend magazine politics"
)
# Last words of media's names.
MEDIA = _set(
    "news newspaper times post observatory tribune herald guardian agency journal press daily today tv television "
    "radio network media monitor review gazette chronicle online telegraph mail express independent standard star "
    "sun mirror magazine weekly reporter observer bulletin dispatch wire insider broadcasting service record "
    "register argus echo courier advertiser examiner inquirer enquirer sentinel globe leader ledger citizen nation "
    "world mercury messenger advocate statesman vanguard punch newsroom newswire report reports watch voice digest "
    "quarterly monthly correspondent newsline broadcaster channel intelligencer outlook affairs policy fm project "
    "podcast blog eye lens pulse banner spectator economist interpreter diplomat conversation intercept atlantic"
)
# Words for what an organisation is, in the names that head its reports and releases.
ORGANISATIONS = _set(
    "ministry department office command headquarters consortium committee council mission agency commission "
    "organization organisation foundation institute institution centre center network forces union society "
    "federation association authority embassy secretariat government administration alliance movement church "
    "university group relief aid international nations fund programme program initiative coalition bureau "
    "directorate corps service services unit trust league brigade congress parliament presidency cabinet cluster "
    "partnership platform forum monitor watch observatory project campaign party republic kingdom state province "
    "governorate municipality spokesperson spokesman rights crescent cross borders"
)
# Words of names that stay in small letters.
SMALL_WORDS = _set("of for the and in on & de la le el al du des da do und y a an to at from")
# Verbs of headlines: with one of them a line in capitals is no name.
HEADLINE_VERBS = _set(
    "is are was were has have had be been says say said tells told warns warn warned calls call called urges urge "
    "urged condemns condemn condemned denies deny denied announces announce announced seeks seek vows vow vowed "
    "claims claim claimed reports reported confirms confirm confirmed accuses accuse accused rejects reject "
    "rejected welcomes welcome opens open opened closes close closed begins begin began ends ended starts start "
    "started launches launch launched takes take took makes make made gives give gave gets get got goes go went "
    "comes come came leaves leave left keeps keep kept holds hold held meets meet met moves move moved sends send "
    "sent puts put sets faces face faced fears fear feared hit wins win won loses lose lost rises rise rose falls "
    "fall fell grows grow grew cuts cut hopes hope hoped plans plan planned wants want wanted needs need needed "
    "shows show showed finds find found sees see saw turns turn turned returns return returned resumes resume "
    "suspends suspend halts halt stops stop stopped continues continue agrees agree agreed signs sign signed backs "
    "back backed blames blame blamed appeals appeal appealed demands demand demanded visits visit visited arrives "
    "arrive enters enter entered releases release released will must may can could should would not as after amid "
    "over against why how what who when where"
)
# Words for reports that come out day by day, whose title names the day.
PERIODICALS = _set(
    "update updates report briefing assessment bulletin summary situation sitrep digest roundup diary log overview "
    "snapshot newsletter monitor dispatch review brief"
)
