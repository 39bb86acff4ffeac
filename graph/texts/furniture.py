"""What stands around a story: links, buttons, menus, notes on the text.

The phrase lists are our own: the furniture of English-language news pages, whatever the outlet. A phrase is
matched against a whole line, or the start of one where the function says so.
"""

from __future__ import annotations

import re

from graph.texts.names import NAME, is_outlet, name_case
from graph.texts.phrases import any_of, one_of

_LED = one_of(r"""
    read|see|watch|listen|also read|read also|see also|related|more|also|more on this|read next|recommended
    don't miss|must read|in pictures|in photos|read more|related (?:story|article|coverage|stories|articles)
    explained|go deeper|further reading|background
""")
_LINK = any_of(rf"""
    {_LED} ?(?::|>|»|\|) ?\S
    (?:click|tap) here\b
    read (?:more|the full|the rest|also|next)\b
    see also\b
    continue reading
    readers may also
    for more (?:news|stories|on|information|coverage)\b
    (?:more|full) story\b
    to read (?:more|the)\b
    visit (?:our|the) (?:web ?)?(?:site|page)
    [>»→]\s
    https?://\S+$
""")
_FROM_OUTLET = re.compile(
    r"(?:read\smore|more|stories|news|coverage)\s(?:stories\s|news\s|coverage\s)?(?:from|at|on|in)\s"
    r"(?P<outlet>.{3,50}?)[\s.:»>]{0,3}$",
    re.IGNORECASE,
)
_WIDGET = any_of(r"""
    follow\b(?!ing).{0,60}
    following|share|tweet|print|e-?mail|save|play|menu|search|close|next|previous|log in|login
    share (?:this|on|via|page)\b.{0,50}|about sharing|keep reading
    list (?:of )?\d+ (?:items|of \d+)|end of list
    (?:first )?published|(?:last )?updated|posted(?: on)?
    (?:tweet|print|e-?mail|save|give|gift|copy|bookmark)(?: this| the)? ?(?:article|story|link|page|post)?
    like this.{0,40}
    listen(?: .{0,30})?
    advertisement|advertising|sponsored(?: content)?|ad
    (?:story|article)? ?continues below.{0,40}
    skip (?:to content|ad|advertisement)
    subscribe(?: .{0,60})?
    sign (?:up|in)(?: .{0,60})?
    join (?:us|our)\b.{0,60}
    get (?:our|the)\b.{0,60}
    newsletters?
    download (?:our|the) app.{0,30}
    whatsapp|facebook|twitter|linkedin|telegram|reddit|x|instagram|youtube
    \d{1,3} ?min(?:ute)?s? read
    loading\.*
    toggle .{0,30}
    back to top
    enable javascript.{0,40}
    accept(?: all)?(?: cookies)?
    support (?:us|our)\b.{0,60}
    donate.{0,40}
    text size.{0,20}
    views? ?:? ?[\d,.]+k?|[\d,.]+k? (?:views|shares|likes)
""")
_RELATED = one_of(r"""
    related|recent|popular|latest|similar|more|top|other|trending|recommended|featured|editors?'?s?'?
""")
_PIECES = one_of(r"""
    articles?|posts?|stories|story|news|content|coverage|reading|topics|picks?|videos?|reports?|publications?|items
""")
_PIECE = "(?:article|story|piece|report|essay)"
_PUBLISHED = "(?:published|republished|syndicated|licen[cs]e|translated|generated|appeared)"
_MENU = any_of(rf"""
    (?:tags?|topics?)(?: ?:.{{0,300}})?
    (?:categor(?:y|ies)|keywords) ?:.{{0,300}}
    filed under\b.{{0,200}}
    {_RELATED} {_PIECES}\b.{{0,30}}
    most (?:read|popular|viewed|shared|commented|recent)\b.{{0,30}}
    (?:trending|related|recommended|latest)(?: now)?:?
    more (?:from|in)\b.{{0,50}}
    more on\b.{{0,30}}
    you (?:may|might) (?:also )?(?:like|be interested).{{0,30}}
    what to read next|read next|up next|also in the news|around the web|from the web
    from our partners.{{0,20}}
    sort by\b.{{0,30}}
    archives?|about us|about the authors?|contact(?: us)?|privacy(?: policy)?|post navigation|in this section
    terms (?:of|and)\b.{{0,30}}
    all rights reserved.{{0,60}}
    copyright\b.{{0,120}}
    ©.{{0,120}}
    \(c\) .{{0,80}}
    comments are closed.{{0,20}}
    join the (?:conversation|discussion).{{0,30}}
    (?:leave|add|post) a (?:comment|reply).{{0,20}}
    comments?(?: \(?\d+\)?)?|\d+ comments?
    corrections? ?:.{{0,300}}
    site ?(?:map|index)
""")
_NOTE = any_of(rf"""
    (?:the )?(?:views|opinions) (?:expressed|presented|in this)\b
    this {_PIECE} (?:was|has been|is|first|originally|has|may)\b.{{0,40}}\b{_PUBLISHED}
    (?:a|an earlier) version of this {_PIECE}\b
    this {_PIECE} (?:was|has been) (?:amended|corrected|updated)\b
    our standards ?:|editor's note ?:
    follow (?:us|our|the|him|her|@\w+)\b.{{0,120}}\b(?:facebook|twitter|instagram|telegram|x)\b
    (?:we|this (?:web ?)?site) uses? cookies\b
    by (?:using|continuing to use) (?:this|our)\b
    we welcome your
    do not reproduce|reproduction (?:of|in)\b
""")
_DONE = r"(?:reporting|additional\sreporting|writing|editing|edited|compiled|translated|produced)"
_SIGN_OFF = re.compile(
    rf"[(\[]?\s?{_DONE}\s(?:and\s\w+\s)?by\s(?P<names>.{{3,200}})|"
    r".{3,120}\scontributed\s(?:to\sthis\s(?:report|story|article)|reporting)\b.{0,60}",
    re.IGNORECASE,
)
FOLLOW = re.compile(rf"[Ff]ollow\s(?P<name>{NAME}?)(?:'s?\s|\son\s|\s@)")
"""A plea to follow an author, who is named in it."""


def is_link(plain: str) -> bool:
    """Whether a line begins as one that leads to another text: "Read more: ...", "Click here ..."."""
    return len(plain) <= 300 and bool(_LINK.match(plain))


def linked_outlet(plain: str) -> str | None:
    """The outlet of "Read more from the Daily Post", where a page says it of itself."""
    match = _FROM_OUTLET.search(plain) if len(plain) <= 200 else None
    if match is None:
        return None
    outlet = name_case(re.sub(r"^(?:the|our)\s", "", match["outlet"], flags=re.IGNORECASE))
    return outlet if is_outlet(outlet) else None


def is_widget(plain: str) -> bool:
    """Whether a line is a button or a plea: "Follow ...", "Share", "Advertisement"."""
    return len(plain) <= 90 and plain[-1:] not in ".!?" and bool(_WIDGET.fullmatch(plain))


def is_menu_head(plain: str) -> bool:
    """Whether a line opens a menu: "Related articles", "Tags: ..."."""
    return len(plain) <= 320 and plain[-1:] not in "!?" and bool(_MENU.fullmatch(plain))


def is_note(plain: str) -> bool:
    """Whether a line begins as one on the text as such: views expressed, first published elsewhere."""
    return len(plain) <= 500 and bool(_NOTE.match(plain))


def signed_off(plain: str) -> str | None:
    """The names in "(Reporting by ...)"; an empty string where others contributed; None in other lines."""
    match = _SIGN_OFF.fullmatch(plain) if len(plain) <= 320 else None
    return None if match is None else (match["names"] or "")
