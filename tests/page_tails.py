"""What pages print around and below their articles, outlets of many kinds: none of it is the article.

`TAILS` are ends of pages, `INSERTS` lines among the paragraphs, `KEPT` paragraphs that only begin alike.
"""

from __future__ import annotations

TAILS: dict[str, str] = {
    "most viewed, numbered": (
        "Most viewed\n1 'I lost 30 goats': a herder's story\n2 UK sends 14 more boats\n3 The 50 best dams in Europe"
    ),
    "most read, numbered with stops": (
        "MOST READ\n1. River takes 40 houses\n2. Two held over dam\n3. Why 300 left Harfa"
    ),
    "in one line with bars": (
        "You may also enjoy: Four wrecks that changed the delta | The 12 captains who refused | Subscribe "
        "from £6 a month"
    ),
    "read next": (
        "Read next:\nFlood watchdog says 13 more towns at risk\nKafra says 1,200 farmers returned in single day"
    ),
    "related news, bullets": (
        "RELATED NEWS\n- Bridge collapse kills 3 in Harfa\n- Kafra says it has moved 20 families\n"
        "- Price of fuel rises 15%"
    ),
    "more from the outlet": (
        "MORE FROM THE REVIEW\n• In Kafra, 200 boats and a reef\n• The delta's 40,000 lost cattle"
    ),
    "in French": "À LIRE AUSSI\nHarfa: five dead in a bus accident\nKafra: 1,000 guards to be sent",
    "in Spanish": "Noticias relacionadas\n- Cuatro muertos en Harfa\n- Kafra envía 300 guardias",
    "in Arabic": "اقرأ أيضا\nمقتل خمسة في حادث\nإرسال 300 حارس",
    "more from a section": "More from World\nTwelve lost as ferry sinks\nDam of 1931 to be torn down",
    "more in a section": "More in Africa\n\nTwelve lost as ferry sinks\n\nDam of 1931 to be torn down",
    "latest in": "LATEST IN RIVERS\n\nTwelve lost as ferry sinks\n\n5,000 cattle drowned, ministry says",
    "also in": "Also in this section\nTwelve lost as ferry sinks\nDam of 1931 to be torn down",
    "recommended": "Recommended for you\n\nTwelve lost as ferry sinks\n\n5,000 cattle drowned, ministry says",
    "you might be interested": (
        "You may be interested in\n\nTwelve lost as ferry sinks\n\n5,000 cattle drowned, ministry says"
    ),
    "similar stories": "Similar stories\n* Twelve lost as ferry sinks\n* 5,000 cattle drowned, ministry says",
    "in case you missed it": "ICYMI:\n- Twelve lost as ferry sinks\n- 5,000 cattle drowned, ministry says",
    "previous and next": (
        "Previous article: Twelve lost as ferry sinks\nNext article: 5,000 cattle drowned, ministry says"
    ),
    "arrows": "« Twelve lost as ferry sinks\n5,000 cattle drowned, ministry says »",
    "editors' picks": "Editors’ Picks\n\nTwelve lost as ferry sinks\n\n36 hours in Kafra",
    "trending": "Trending in News\n1\nTwelve lost as ferry sinks\n2\n5,000 cattle drowned, ministry says",
    "paid links": (
        "Promoted by Outclick\n27 things you should never put in a boat\nThis game keeps 3,000 people up all night"
    ),
    "explore topics": "Explore more on these topics\nVela\nRivers\nDams\nnews",
    "topics": "Topics: Vela, Rivers, 20 dams",
    "about the author": (
        "About the author: Eleanor Whitcombe is deputy editor of the Review and has covered 15 floods."
    ),
    "about the author, heading": (
        "About the author\n\n"
        "Eleanor Whitcombe is deputy editor of the Review and has covered 15 floods in nine countries."
    ),
    "contributor": (
        "Daniel Okafor-Reyes is a contributing writer. He reported on 12 floods from Vela in 2012 and 2018."
    ),
    "contributor, the": "Tom Fox is The Delta’s Kafra correspondent. Twitter: @tomfox12",
    "agency contributed": "The Delta Press and 3 of our reporters contributed to this report.",
    "credits in brackets": "(Reporting by Hana Lee in Port Vela and 2 others; Editing by P. Lind)",
    "credits, additional": "Additional reporting by Tom Fox and 12 volunteers",
    "standards": "Our Standards: The 10 Delta Principles of Reporting.",
    "print edition": (
        "A version of this article appears in print on March 6, 2022, Section A, Page 14 of the New York "
        "edition with the headline: 40 Villages Cleared."
    ),
    "print issue": "A version of this article appears in print in the March 2025 issue, page 12.",
    "edited conversation": "This conversation has been edited for length and clarity by 2 of our editors.",
    "correction": "Correction: An earlier version of this article said that 40 people had died. It was 14.",
    "amended": "This article was amended on 6 March 2022. An earlier version said that 40 people had died, not 14.",
    "copyright": "© 2024 The Delta Media Ltd. Registered in Vela No. 0441873, 12 Dam Street",
    "copyright in words": "Copyright 2024. The Delta Times, 12 Dam Street. All rights are reserved.",
    "newsletter": "Sign up to our First 10 newsletter: the ten stories you need, each weekday morning",
    "support": "Support our work: a gift of 50 euros lets us keep 3 reporters in the delta.",
    "tips": "Do you have a story of the 2022 flood? Write to us at tips@delta.example.",
    "contact": (
        "For further information: Media and Reporting Unit, Great Delta Relief Consortium. Figures of 40 "
        "teams are provisional."
    ),
    "media contact": "Media contacts:\nAnn Berg, +249 12 345 6789, press@delta.example",
    "unsubscribe": "To unsubscribe from this list of 4,000 readers, reply with STOP.",
    "signature": "Gobolada Today, Harfa\nEmail: desk12@delta.example | WhatsApp",
    "boilerplate": (
        "About Delta Relief: Delta Relief has 3,000 staff in 40 countries and has helped 2 million people since 1980."
    ),
    "boilerplate, heading": (
        "About Delta Relief\n\nDelta Relief has 3,000 staff in 40 countries and has helped 2 million people since 1980."
    ),
    "ends": "ENDS\n\nNotes to editors:\n\n1. Delta Relief has 3,000 staff in 40 countries.",
    "disclaimer": "Disclaimer: the 3 views expressed in this article are the author’s own.",
    "download": "Download the full report (PDF, 1.2 MB, 48 pages)",
    "comments": "14 comments",
    "share with counts": "Share this article 340 shares",
    "views": "12,300 views",
    "app": "Download our app to get 20 alerts a day",
}

INSERTS: dict[str, str] = {
    "caption in brackets": "[Image: 40 men stand near a ruined dam in Kafra. Credit: P. Tun]",
    "caption with agency": "Women wade through the market where 40 stalls stood, March 3, 2022. REUTERS/Tom Fox",
    "caption, photographer and house": "Some of the 40 boats at the dam. Photograph: Tom Fox/EPA",
    "caption, archive": "Photo: 40 fishermen resting at a well close to Kafra. (Photo archive)",
    "caption, handout": "A photo handed out by the ministry shows 40 boats at the dam (Handout/EPA-EFE)",
    "read more in a line": "READ MORE: River takes 40 houses in Harfa",
    "also read": "ALSO READ | River takes 40 houses in Harfa",
    "see also": "SEE ALSO: River takes 40 houses in Harfa",
    "watch": "WATCH: 40 houses swept away in Harfa",
    "newsletter": "Get 12 stories a day: sign up for our newsletter",
    "advertisement": "ADVERTISEMENT",
    "story continues": "Article continues after advertisement",
    "story continues below": "Story continues below this ad",
    "key events": (
        "Key events\n- 14.40 Second of 3 bridges destroyed\n- 11.15 800 families given two weeks\n"
        "- 07.50 Eight boats lost"
    ),
    "jump": "Skip past newsletter promotion",
    "listen": "Listen to this article · 12:40 min",
}

KEPT: dict[str, str] = {
    "most viewed": "Most viewed the deal with suspicion, and 14 of the mayors left the room before it was signed.",
    "related": "Related charges against 12 men were dropped on Tuesday, the court in Kafra said.",
    "more from": "More from the north arrived on Tuesday, among them 300 children, the mayor said.",
    "about": "About the author of the plan little is known, but 40 engineers worked on it.",
    "key events": "Key events of the week were two floods and a meeting of 12 ministers in Kafra.",
    "support": "Support for the dam fell to 40 per cent after the flood, a survey found.",
    "contact": "Contact with 40 villages was lost in the night, the governor said.",
    "correction": "Correction of the river bed would cost 40 million euros, the engineers said.",
    "previous": "Previous floods took 40 houses, and nobody was made to pay for them.",
    "ends": "Ends are being made to meet by 40 families in the camp, an aid worker said.",
    "downloads": "Download speeds fell in 40 towns as cables were cut, the company said.",
    "version": "A version of the plan that 40 mayors had signed was rejected by the minister.",
    "contributing": "Ann Lee is an engineer. She said that 40 dams in the delta were older than the republic.",
    "disclaimer": "The figures of 40 villages could not be confirmed independently.",
    "topics": "Topics of the talks were 40 dams and the price of water, the minister said.",
    "watch": "Watch towers stand on 40 hills along the river, and men sit in them day and night.",
}
