# breaks: ActorShape
INSERT DATA { actor:Ali_Nur a dram:Person ; skos:prefLabel "Ali Nur II"@en }

# breaks: ActorShape
INSERT DATA { [] a dram:Militia ; skos:prefLabel "a band"@en }

# breaks: ActorHasLabel
DELETE WHERE { actor:ali-nur skos:prefLabel ?label }

# breaks: ActorHasLabel
INSERT DATA { actor:ali-nur skos:prefLabel "A. Nur"@en }

# breaks: ActorHasLabel
DELETE WHERE { actor:ali-nur skos:prefLabel ?label } ; INSERT DATA { actor:ali-nur skos:prefLabel "Ali Nur" }

# breaks: ActorOtherLabelsDiffer
INSERT DATA { actor:ali-nur skos:altLabel "Ali Nur"@en }

# breaks: PersonShape
INSERT DATA { actor:ali-nur a dram:Militia }

# breaks: GroupShape
INSERT DATA { actor:gate-crowd a dram:PoliticalParty }

# breaks: PostShape
INSERT DATA { <https://w3id.org/dramatis/id/post/Prime%20Minister> a dram:Post ; skos:prefLabel "Prime Minister"@en }

# breaks: PostHasLabel
DELETE WHERE { post:prime-minister-of-ostania skos:prefLabel ?label }

# breaks: SameNameTwice as Warning
INSERT DATA { actor:nur a dram:Person ; skos:prefLabel "Nur"@en ; skos:altLabel "Ali Nur"@en }

# breaks: ReplacedShape
INSERT DATA { claim:a-3 dcterms:isReplacedBy actor:ali-nur ; owl:deprecated true }

# breaks: ReplacedByOne
INSERT DATA { actor:alee-nur dcterms:isReplacedBy actor:mira-sol }

# breaks: ReplacedIsDeprecated
DELETE WHERE { actor:alee-nur owl:deprecated ?yes }

# breaks: ReplacedHasNoLabel
INSERT DATA { actor:alee-nur skos:prefLabel "Alee Nur"@en }

# breaks: ReplacementHasLabel
INSERT DATA { actor:a-nur dcterms:isReplacedBy actor:alee-nur ; owl:deprecated true }

# breaks: ReplacedLeadsOn
INSERT DATA { actor:a-nur dcterms:isReplacedBy actor:alee-nur ; owl:deprecated true }

# breaks: ReplacedLeadsOn
INSERT DATA { actor:alee-nur a dram:Person ; skos:prefLabel "Alee Nur"@en }

# breaks: ReplacedLeadsOn
DELETE WHERE { actor:alee-nur owl:deprecated ?yes }
