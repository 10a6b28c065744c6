"""Pages of an invented newspaper, as they look when somebody copies them into a file."""

LEDE = (
    "The council of Harrow Bay voted on Tuesday to close the old ferry terminal, which has served "
    "the islands since 1931, and to build a new one two kilometres further east."
)
SECOND = (
    "Mayor Lena Ortiz said the vote had been the hardest of her term, because forty families "
    "still earn their living from the shops around the pier."
)
PLAN = (
    "Under the plan the last boat will leave the old pier on 30 September, and a temporary jetty "
    "will take its place until the new terminal opens."
)
COST = (
    "The work will cost 14 million dollars. Half of it is to come from the state, the other half "
    "from a loan that the town wants to pay back within twenty years."
)
SHORT = "Nobody voted against it."
PARAGRAPHS = (LEDE, SECOND, PLAN, COST, SHORT)

COPIED_PAGE = f"""Skip to content
Menu
Home
Home
Local
Sport
Weather
Subscribe for $1
Log in

Harrow Bay closes its ferry terminal after 90 years

By Tom Quill, staff writer
2024.06.12 09:15
Share on Facebook
X
WhatsApp
Copy link

{LEDE}

ADVERTISEMENT

{SECOND}

Photo: Ida Moss / The Bay Courier

1. The last boat leaves in autumn

{PLAN}

Read more: How the ferry came to the islands

Follow Tom Quill on Twitter

Who pays for the terminal

{COST}

{SHORT}

Related News:

Storm tears roof off school gym

Three bakers, one oven: a market story

Tags: · ferry · harbour · council · islands

Comments

Great news for all of us who live on the islands, I have waited for this for over ten years now!

About us
Contact
Privacy policy
© 2024 The Bay Courier. All rights reserved.
"""

HTML_PAGE = f"""<!doctype html>
<html lang="en"><head><title>Harrow Bay closes its ferry terminal</title>
<meta property="og:site_name" content="The Bay Courier">
<meta property="og:title" content="Harrow Bay closes its ferry terminal">
<meta property="article:published_time" content="2024-06-12T09:15:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Harrow Bay closes its ferry terminal</h1>
<p>{LEDE}</p><p>{SECOND}</p><h2>Who pays for the terminal</h2><p>{PLAN}</p><p>{COST}</p>
<p>Read more: <a href="/old">How the ferry came to the islands</a></p></article>
<aside><h3>Related</h3><a href="/1">Storm tears roof off school gym</a></aside>
<footer>© 2024 The Bay Courier. All rights reserved.</footer></body></html>
"""

LINES_PAGE = """The Northern Herald
Sections
Search

NEWS
SPORT
OPINION

Breaking: Storm warning for the coast
Science | Space

New telescope sees first light in the desert
The mirror is 8.4 metres wide and will map the sky every three nights.

Maria Holt
Science editor
Published 3 July 2025 • Updated 4 July 2025
3 min read
Save

The dome opened at dusk, and the astronomers held their breath.
[Image: The dome at dusk. Credit: Observatory handout]
Engineers on the mountain said on Thursday that their telescope had recorded its first image.
"It works," said project head Luis Vera. "We are all very tired and very happy."
More on this story
Why dark skies matter
The hunt for planet nine
Light falls on three mirrors before it reaches the camera. Each picture is compared with \
older ones by a computer, which reports what has changed within a minute.
Get the best stories in your inbox every Friday. Sign up here.
Vera said the survey would begin in October and last ten years.
What will it find?
Most likely asteroids, millions of them, and stars that explode.
This article was first published in the print edition.
Maria Holt is the science editor of The Northern Herald.
Topics
Astronomy
Most read
1
Council votes to close the pool
2
Five walks for a rainy day
Copyright 2025 Northern Media Ltd
"""
LINES_ARTICLE = (
    "The mirror is 8.4 metres wide and will map the sky every three nights.",
    "The dome opened at dusk, and the astronomers held their breath.",
    "Engineers on the mountain said on Thursday that their telescope had recorded its first image.",
    '"It works," said project head Luis Vera. "We are all very tired and very happy."',
    "Light falls on three mirrors before it reaches the camera. Each picture is compared with "
    "older ones by a computer, which reports what has changed within a minute.",
    "Vera said the survey would begin in October and last ten years.",
    "Most likely asteroids, millions of them, and stars that explode.",
)
