"""The phrases by which the furniture of web pages in English gives itself away.

They name functions that every news page has (share, subscribe, comment, credit a photo), not
sites. Each is written so that a sentence of an article does not match: it addresses the reader,
or it stands alone on its line.
"""

import re

_FLAGS = re.IGNORECASE | re.VERBOSE

# The whole of a short line.
LABEL = re.compile(
    r"""
    (?: advertisement | advertising | ad | ads | sponsored(?:\ content)? | promoted
    | partner\ content
    | share(?:\ (?:this|on|via|now|article|story|page|full\ article)(?:\ .{0,40})?)?
    | shares?\ [0-9]+ | [0-9.,]+[km]?\ (?:shares|comments|views|likes|reads)
    | x | twitter | facebook | we\s?chat | weibo | whats\s?app | telegram | linkedin | reddit
    | pinterest
    | instagram | youtube | tik\s?tok | e-?mail | print
    | copy(?:\ link|\ url)?(?:\ to\ clipboard)? | link\ copied!? | save | bookmark | messenger
    | threads | bluesky | mastodon | line | viber | flipboard
    | home | menu | search(?:\ (?:content|(?:this|the|our)\ site|here|results))? | close | open
    | next | previous | prev | back | go\ back | skip(?:\ to\ .{0,30})? | top | back\ to\ top
    | log\ ?in | log\ ?out | sign\ ?in | sign\ ?up | register | subscribe(?:\ .{0,40})?
    | my\ account | e-?paper
    | comments?(?:\ \(?[0-9]+\)?)? | [0-9]+\ comments?
    | (?:leave|post|add|write)\ a\ (?:comment|reply) | reply | report | like | likes
    | contact(?:\ us)? | about(?:\ us)? | careers
    | privacy(?:\ (?:policy|notice|settings|statement|cent(?:er|re)|preferences))?
    | terms(?:\ (?:of|and|&)\ .{0,25})? | cookies?(?:\ (?:policy|settings|preferences|notice))?
    | site\ ?map | help | faq | rss | newsletters?
    | get\ (?:the\ |our\ )?apps? | download\ .{0,20}app
    | listen(?:\ (?:now|to\ (?:this|the)\ .{0,20}))? | play(?:\ video)?
    | watch\ (?:live|now|video) | live | video | photos? | gallery | loading\.* | abstract
    | full\ text
    | accept(?:\ all.{0,10})? | reject(?:\ all.{0,10})?
    | manage\ (?:cookies|preferences|settings|options|consent) | learn\ more | read\ more
    | see\ more | show\ more | view\ more | load\ more | more | view\ all | see\ all
    | (?:light|dark)(?:\ mode)?(?:\ dark)? | font\ size.{0,10} | a[+-] | translate | language
    | english | [0-9]+\ min(?:ute)?s?(?:\ read)? | reading\ time:?.{0,20}
    | latest(?:\ news)? | trending(?:\ now)? | breaking(?:\ news)? | opinion
    | no\ results?\ found | no\ more
    )[\s.:!>»›→-]*
    """,
    _FLAGS,
)

# How a line begins that leads elsewhere, credits somebody or talks to the reader.
OPENING = re.compile(
    r"""
    [^\w"“”'‘`]*(?:
    (?:read|see|watch|listen|view|click|tap)\ (?:more|also|next|full|here|now|below|the\ (?:full
    |rest|whole|original)|related|this|all)\b(?=.{0,90}$)
    | (?:also|must)\ read\b | more:[ ] | read:[ ] | watch:[ ] | listen:[ ]
    | related:[ ] | recommended(?:\ for\ you)?: | (?:see\ )?also:[ ]
    | more\ (?:from|on|about|stories|news|in)\b(?=[^.]{0,80}$)
    | follow\ .{1,60}\bon\ (?:twitter|x|facebook|instagram|linkedin|telegram|youtube|threads
    |bluesky|google|social)
    | follow\ (?:us|me)\b | like\ us\ on | join\ (?:us|our|the\ conversation) | tweet\ (?:us|this)
    | sign\ up\ (?:for|to|here|now)\b | subscribe\ (?:to|now|for|today)\b
    | get\ (?:our|the\ latest|breaking|unlimited|more\ (?:news|stories)|the\ \S+\ newsletter)\b
    | (?:file\ )?(?:photos?|images?|pictures?|illustration|graphic|video|credits?|caption
    |photograph)(?:\ (?:by|credit|courtesy|from|source|caption))?\s?[:/©]
    | (?:photo|image|picture|photograph|illustration|video|graphic)s?\ (?:by|courtesy(?:\ of)?
    |credit)[ ]
    | tags?\s?[:·|] | topics?\s?: | keywords?\s?: | filed\ under | categor(?:y|ies)\s?:
    | posted\ in\b | labels?\s?: | section:
    | (?:additional\ )?(?:reporting|writing|editing|edited|compiled|translated|written
    |produced)\ by\ (?-i:[A-Z])
    | (?:first\ |last\ )?(?:published|updated|posted|modified)(?:\ (?:on|at))?\s?:?\ (?=.{0,60}$)
    (?!.*[a-z0-9]{2}[.!?]$)
    | (?:all\ rights\ reserved|copyright\s?(?:©|\(c\)|[0-9]{4}|by\b)|©|\(c\)\ [0-9]{4})
    | this\ (?:article|story|post|piece)\ (?:(?:was\ |is\ |has\ )?(?:also\ )?(?:first|originally)
    |was\ (?:published|written|updated|corrected|produced)|appeared\ (?:first|originally)
    |has\ been\ (?:updated|corrected|edited
    |amended)|is\ part\ of)
    | source\s?:\ (?=.{0,60}$) | editor['’]?s?['’]?\ note\s?: | disclaimer\s?: | correction\s?:
    | have\ (?:a|any)\ (?:tip|story|question)
    | (?:contact|email|e-mail|reach|write\ to)\ (?:the\ (?:author|writer|reporter|editor)|us|him
    |her|them)\b
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested|enjoy) | don['’]t\ miss\b
    | what\ do\ you\ think | tell\ us\b
    | please\ (?:enable|log\ in|sign\ in|subscribe|enter|note\ that\ comments)
    | (?:<|‹|«|←)\s?(?:go\ )?back | skip\ to | scroll\ (?:down|to)\b | story\ continues
    | article\ continues | continue\ reading
    | (?:search|filter)\ (?:content|results|articles|by) | enter\ your\ (?:e-?mail|name)
    | your\ e-?mail\ address | https?://\S+$ | www\.\S+$
    | @\w+\.?$ | pic\.twitter\.com | —\ .{1,60}\(@\w+\)
    )
    """,
    _FLAGS,
)

# Anywhere in a paragraph: the page speaks to its reader.
ADDRESS = re.compile(
    r"""
    \b(?:we|this\ (?:web)?site|our\ (?:web)?site|our\ partners)\b.{0,40}\buses?\ cookies
    | \baccept\ (?:all\ )?cookies\b
    | \bour\ (?:privacy|cookie)s?\ policy\b | \byou\ (?:agree|consent)\ to\ (?:our|the)\b
    | \ball\ rights\ reserved\b
    | \b(?:our|free|daily|weekly)\ newsletters?\b.{0,60}\b(?:inbox|sign|subscribe)
    | \b(?:sign\ up|subscribe)\b.{0,60}\b(?:newsletter|inbox|e-?mail\ alerts?|our\ channel)
    | \b(?:may|must)\ not\ be\ (?:published,|(?:reproduced|reprinted|copied)\b.{0,60}\bwithout\b)
    | \b(?:you|our)\b.{0,60}\bterms\ of\ (?:use|service)\b
    | \b(?:in|to)\ your\ inbox\b | \bsign\ up\ (?:here|now|today)\b | \bnewsletter\ here\b
    | \benable\ javascript\b | \byour\ browser\b | \bfollow\ (?:us|him|her|them)\ on\b
    | \bfollow\ .{1,40}\ on\ (?:twitter|x|facebook|instagram|threads)\b.{0,5}@
    | \bsupport\ our\ journalism\b | \bbecome\ a\ (?:member|subscriber)\ (?:today|now)\b
    | \bcontributed\ to\ this\ (?:report|story|article)\b | \bclick\ here\b
    """,
    _FLAGS,
)

# Who took the picture: only captions carry it.
CREDIT = re.compile(
    r"""
    \((?:[^()]{0,60}\b)?(?:ap|afp|epa|reuters|xinhua|file|getty)[^()]{0,20}\b(?:photo|image
    |picture|file)s?\b[^()]{0,60}\)\.?$
    | [(\[](?:photo|image|picture|credit|photograph|screenshot|screengrab|handout
    |file)\b[^()]{0,80}[)\]]\.?$
    | (?:getty\ images|shutterstock|istock|via\ (?:ap|reuters|afp|getty\ images|storyful))[)\].]*$
    | [\s(](?:ap|afp|reuters|epa|xinhua)\s?/\s?[^.]{2,50}$
    | /\s?(?:ap|afp|reuters|epa|xinhua)[)\].]*$
    """,
    _FLAGS,
)

# Lines that open a list of other articles; nothing short after them is this article.
LIST_OPENING = re.compile(
    r"""
    [\W_]*(?: related(?:\ (?:news|articles?|stories|posts|content|coverage|topics|links|reading
    |items|headlines))?
    | (?:more|other|latest|top|popular|trending|recommended|similar|recent)\ (?:news|articles?
    |stories|posts|headlines|reading|videos|coverage)(?:\ .{0,30})?
    | most\ (?:read|popular|viewed|shared|commented|recent)
    | editor['’]?s['’]?\ (?:picks?|choice) | read\ (?:next|also|more) | see\ also
    | further\ reading
    | what\ to\ read\ next | up\ next
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|have\ missed) | don['’]t\ miss
    | recommended(?:\ for\ you)?
    | more\ (?:from|on|in|about)\b.{0,40} | trending(?:\ now)? | in\ other\ news
    | elsewhere\ on\ .{0,30} | also\ in\ .{0,30} | in\ this\ (?:section|story)
    | key\ links
    )[\s.:…>»›→-]*
    """,
    _FLAGS,
)

# Lines after which the article is over.
END = re.compile(
    r"""
    [\W_]*(?: (?:leave|post|add|write|join)\ (?:a|your|the)\ (?:comments?|reply|conversation
    |discussion) | (?:[0-9]+\ )?(?:comments?|responses|replies)(?:\ \(?[0-9]+\)?|\ section)?
    | about\ (?:the\ )?(?:author|writer|reporter)s? | conversation | discussion | view\ comments
    | show\ comments
    )[\s.:…!-]*
    """,
    _FLAGS,
)

# How a line begins that comes after the last word of an article.
CLOSING = re.compile(
    r"""
    [\W_]*(?: (?:additional\ )?(?:reporting|writing|editing|edited|compiled|translated)\ by\b
    | copyright\s?(?:©|\(c\)|[0-9]{4}) | all\ rights\ reserved | ©
    | (?:tags?|topics?|keywords?|filed\ under|categor(?:y|ies)|labels?)\b.{0,2}[:·|]
    | tags?$ | topics?$
    | this\ (?:article|story|post|piece)\b | subscribe\b | sign\ up\b | follow\ us\b
    )
    """,
    _FLAGS,
)

BYLINE = re.compile(
    r"""
    (?i:by|text\ by|words\ by|author:?|from\ our
    |story\ by)\ (?:[A-Z][\w.'’-]+(?:\ (?:[A-Z][\w.'’-]*|de|da|van|von|bin|al|and|for|of|the|in))*)
    (?:\s*[,|·•/–—-]\s*.{0,80})?
    | [A-Z][\w.'’-]+\ [A-Z][\w.'’-]+,\ (?:[A-Z].{0,30}\ )?(?:correspondent|reporter|staff\ writer
    |editor|contributor)
    """,
    re.VERBOSE,
)

SEPARATORS = re.compile(r"\s?[·•|›»>/‧∙]\s?|\s–\s|\s—\s")
