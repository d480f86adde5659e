"""When a figure holds: the date of its own clause, the day of writing, the day that a telling is set on, or none."""

from __future__ import annotations

import time

import pytest

from summarizer import article_from_text
from summarizer.backends.offline import draft_by_rules
from summarizer.grounding import ground
from summarizer.marking import mark
from summarizer.models import Estimates
from summarizer.schema import load_schema

# Sentences in an article of Thursday, 14 November 2024, and the date of the last figure in each.
CASES: tuple[tuple[str, str | None], ...] = (
    ("Over 11 million people have been driven from their homes.", "2024-11-14"),
    ("The monitor has logged 6,200 civilians killed.", "2024-11-14"),
    ("More than 3.5 million people are now displaced.", "2024-11-14"),
    ("Some 7,000 soldiers were now deployed in the province, a source said.", "2024-11-14"),
    ("He said 121,000 people had so far left their homes.", "2024-11-14"),
    ("The group is thought to field more than 30,000 troops.", "2024-11-14"),
    ("The council claims to command 85,000 fighters.", "2024-11-14"),
    ("About 900 soldiers remain in the city.", "2024-11-14"),
    ("To date 430 civilians have been killed in Hajin.", "2024-11-14"),
    ("Host families are sheltering several thousand people who fled the rebels.", "2024-11-14"),
    ("An analyst puts the force at 8,000 to 10,000 men.", "2024-11-14"),
    ("The general said that the army had 400 tanks.", "2024-11-14"),
    ("Officials believe the rebels number about 2,500 fighters.", "2024-11-14"),
    ("The war, which began in April 2023, has killed 20,000 people.", "2024-11-14"),
    ("Since the war began in April 2023 some 20,000 people have been killed.", "2024-11-14"),
    ("The army killed 12 fighters on Wednesday.", "2024-11-13"),
    ("The army killed 12 fighters on Thursday.", "2024-11-14"),
    ("Rebels killed 12 soldiers on Saturday alone.", "2024-11-09"),
    ("Rebels killed 12 soldiers last Saturday night.", "2024-11-09"),
    ("Rebels killed 12 soldiers yesterday.", "2024-11-13"),
    ("Drones killed 12 soldiers overnight.", "2024-11-13/2024-11-14"),
    ("Kyiv lost 220 soldiers in the previous 24 hours, the ministry said.", "2024-11-13/2024-11-14"),
    ("Kyiv lost 220 soldiers in the past 24 hours, the ministry said.", "2024-11-13/2024-11-14"),
    ("Before dawn on 7 November, fighters killed 16 villagers.", "2024-11-07"),
    ("On New Year's Eve gunmen killed 16 villagers.", "2023-12-31"),
    ("Gunmen killed 16 villagers on Christmas Day.", "2023-12-25"),
    ("The shelling killed 17 people on Nov. 9.", "2024-11-09"),
    ("The shelling killed 17 people on the 9th of November.", "2024-11-09"),
    ("The shelling killed 17 people three days ago.", "2024-11-11"),
    ("Rebels killed 39 civilians last week.", "2024-11-04/2024-11-10"),
    ("Rebels killed 39 civilians during the week.", "2024-11-07/2024-11-14"),
    ("Rebels killed 39 civilians this month.", "2024-11"),
    ("Rebels killed 39 civilians in the past two months.", "2024-09/2024-11"),
    ("Nearly 2,900 families fled in the first ten days of November.", "2024-11"),
    ("Rebels captured 120 soldiers last summer.", "2024-06/2024-08"),
    ("Rebels captured 120 soldiers last fall.", "2023-09/2023-11"),
    ("Rebels captured 120 soldiers in early October.", "2024-10"),
    ("Rebels captured 120 soldiers in December.", "2023-12"),
    ("Hospitals admitted 2,880 wounded between 26 October and 9 November.", "2024-10-26/2024-11-09"),
    ("The agency put the dead at 377,000 by the end of 2021.", "2021"),
    ("The army lost 900 soldiers from January to March.", "2024-01/2024-03"),
    ("In a report last July experts put the number of foreign soldiers at 3,000.", "2024-07"),
    ("More than 200 soldiers died in 2019.", "2019"),
    ("Before the war broke out in April 2023, the army had 300,000 soldiers.", None),
    ("Experts reckoned a few years ago that they had 200,000 fighters.", None),
    ("At its peak the group had 40,000 fighters.", None),
    ("The group once had 40,000 fighters.", None),
    ('"There were 40 conscripts in the house," he said.', None),
    ("Rebels killed 12 soldiers near the bridge.", None),
    ("The rebels, who took power in 2014, killed 12 soldiers near the bridge.", None),
    ("The army shelled the camp on Wednesday. It killed 17 people.", "2024-11-13"),
    (
        "Shelling hit the Harfa camp on Wednesday, killing nine people.\n\nAnother 42 people were "
        "wounded, the doctor said.",
        "2024-11-13",
    ),
    (
        "Shelling hit the Harfa camp on Wednesday.\n\nMore than 30 shells landed on the camp, the doctor said.",
        "2024-11-13",
    ),
    ("The army took the town in 2016.\n\nRebels killed 12 soldiers near the bridge.", None),
    ("He fled after his brother was held last month. Gunmen have taken 150 men.", "2024-11-14"),
    ("A journalist said last week that snipers had killed two people since New Year.", "2024-01-01/2024-11-14"),
    ("The ministry said on Tuesday that 14 soldiers had been killed on Sunday.", "2024-11-10"),
    ("The ministry said on Tuesday that 14 soldiers had been killed.", "2024-11-12"),
    ("On Sunday, 14 soldiers were killed, the ministry said on Tuesday.", "2024-11-10"),
    ("The group, which was founded in 1996, has 3,000 fighters.", "2024-11-14"),
    ("The rebels had 3,000 fighters in 2019 but now number about 900.", "2024-11-14"),
    ("In 2019 the rebels had 3,000 fighters; today they number about 900.", "2024-11-14"),
    ("An estimated 900 fighters are believed to be hiding in the hills.", "2024-11-14"),
    ("As of Monday, 430 civilians had been killed.", "2024-11-11"),
    ("By Monday evening rebels had captured 120 soldiers.", "2024-11-11"),
    ("By the end of October, 430 civilians had died in the province.", "2024-10"),
    ("So far this year 430 civilians have been killed.", "2024"),
    ("In the first half of 2024, 430 civilians were killed.", "2024-01/2024-06"),
    ("In the first nine months of the year, 430 civilians were killed.", "2024-01/2024-09"),
    ("More than 430 civilians were killed last year.", "2023"),
    ("In the week to 9 November, 430 civilians were killed.", "2024-11-09"),
    ("Over the weekend, rebels killed 12 soldiers.", "2024-11-09/2024-11-10"),
    ("In the last week of October, rebels killed 12 soldiers.", "2024-10"),
    ("Rebels killed 12 soldiers on the night of 7 November.", "2024-11-07"),
    ("Rebels killed 12 soldiers on the night of 7-8 November.", "2024-11-07/2024-11-08"),
    ("Rebels killed 12 soldiers a month ago.", "2024-10"),
    ("Rebels killed 12 soldiers earlier this week.", "2024-11-11/2024-11-17"),
    ("Rebels killed 12 soldiers earlier on Thursday.", "2024-11-14"),
    ("Rebels killed 12 soldiers on Thursday morning.", "2024-11-14"),
    ("The ceasefire of 5 November was broken when rebels killed 12 soldiers.", "2024-11-05"),
    ("Two years after the coup, the rebels killed 12 soldiers near the bridge.", None),
    ("The hospital received 11 bodies.", None),
    ("The alliance will send 4,000 troops by June.", "2025-06"),
    ("The government plans to recruit 5,000 soldiers next year.", "2025"),
    ("Up to 4,000 troops are to leave by the end of December.", "2024-12"),
    ("The army has recruited 5,000 soldiers since January.", "2024-01/2024-11"),
    ("At least 430 civilians have been killed since the truce collapsed in March.", "2024-11-14"),
    ("The number of dead rose to 430 on Wednesday.", "2024-11-13"),
    ("Rebels are holding 120 soldiers captured in September.", "2024-09"),
    ("Rebels hold some 120 soldiers.", "2024-11-14"),
    ("There are 120 soldiers in the fort.", "2024-11-14"),
    ("There were 120 soldiers in the fort.", None),
    ("Residents said there were 120 soldiers in the fort.", "2024-11-14"),
    ("The army said its troops had killed 12 rebels.", None),
    ("The army says its troops have killed 12 rebels.", "2024-11-14"),
    ("Rebels seized the town in 2014. They killed 12 soldiers there last month.", "2024-10"),
    ("Rebels seized the town in 2014. The army says that it has killed 12 rebels near it.", "2024-11-14"),
    (
        "On 3 November rebels took the town. They killed 12 soldiers.\n\nIn the capital, police shot 40 protesters.",
        None,
    ),
    (
        "A truck bomb exploded in the market on Friday. The blast killed 12 people.\n\nAt least 30 others "
        "were wounded.",
        "2024-11-08",
    ),
    ("A truck bomb exploded in the market on Friday.\n\nThe dead included 12 soldiers.", None),
    ("The attack came a day after rebels killed 12 soldiers.", None),
    ("In 2023 alone, 430 civilians died.", "2023"),
    ("Between 2014 and 2017 the group lost 60,000 fighters.", "2014/2017"),
    ("In mid-2016 the group had 60,000 fighters.", "2016"),
    ("When the city fell in 2017, some 5,000 fighters were left.", "2017"),
    ("About 5,000 fighters were left when the city fell in 2017.", "2017"),
)


def dates(text: str, published: str = "14 November 2024") -> list[str | None]:
    """The dates of the figures in a text."""
    schema = load_schema("conflict")
    head = f"A headline of the day in the region\n\n{published}\n\n" if published else ""
    marked = mark(article_from_text(f"{head}{text}\n"), schema)
    brief = ground(marked, draft_by_rules(marked, schema), schema)
    sections = (s for s in brief.sections.values() if isinstance(s, Estimates))
    return [estimate.as_of for section in sections for estimate in section.items]


@pytest.mark.parametrize(("text", "as_of"), CASES)
def test_date_of_a_figure(text: str, as_of: str | None) -> None:
    """Each kind of sentence dates its figure as a reader would, and none is dated that the text leaves open."""
    assert dates(text)[-1:] == [as_of]


SITREP = "DELTA RELIEF\n\nSituation report No. 14\nReporting period: 3-9 February 2025\nIssued: 11/02/2025\n\n"


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Rebels killed 39 civilians during the week.", "2025-02-03/2025-02-09"),
        ("At least 27,000 people were displaced in four days.", "2025-02-03/2025-02-09"),
        ("Clinics treated 611 wounded in the reporting period.", "2025-02-03/2025-02-09"),
        ("Rebels killed 39 civilians on Thursday.", "2025-02-06"),
        ("Rebels killed 39 civilians on 8 February.", "2025-02-08"),
        ("Some 900 rebels remain in the valley.", "2025-02-11"),
        ("Rebels killed 39 civilians near the bridge.", None),
    ],
)
def test_days_that_a_report_covers(text: str, as_of: str | None) -> None:
    """In a report that says which days it covers, "the week" is those days, and nothing else is dated by them."""
    assert dates(SITREP + text, published="") == [as_of]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Some 900 rebels remain in the valley.", None),
        ("Rebels killed 39 civilians on Thursday.", None),
        ("Rebels killed 39 civilians in March 2021.", "2021-03"),
        ("Rebels killed 39 civilians on 3 March.", None),
    ],
)
def test_article_without_a_date(text: str, as_of: str | None) -> None:
    """Without a day of publication only what the words give whole is known."""
    assert dates(text, published="") == [as_of]


@pytest.mark.parametrize(
    "piece", ["12 soldiers died on Monday and ", "since the war began 12 fighters, ", "now 12 men "]
)
def test_a_sentence_without_end_takes_linear_time(piece: str) -> None:
    """Thousands of figures in one sentence are dated in seconds."""
    started = time.process_time()
    dates(piece * (40_000 // len(piece)) + "left.")
    assert time.process_time() - started < 30
