# breaks: AuthorityLinkShape
INSERT DATA { [] a dram:AuthorityLink }

# breaks: LinkHasOneEntity
DELETE WHERE { link:ali-nur dram:linkedEntity ?who }

# breaks: LinkHasOneEntry
INSERT DATA { link:ali-nur dram:authorityEntry <urn:x-authority:list:two> }

# breaks: LinkHasOneScore
DELETE WHERE { link:ali-nur dram:matchScore ?score } ; INSERT DATA { link:ali-nur dram:matchScore 1.5 }

# breaks: LinkHasOneReason
DELETE WHERE { link:ali-nur dram:matchReason ?why }

# breaks: LinkIsMatch
DELETE WHERE { actor:ali-nur skos:closeMatch ?entry }
