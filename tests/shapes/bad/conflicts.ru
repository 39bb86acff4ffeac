# breaks: ConflictShape
INSERT DATA { [] a dram:Conflict }

# breaks: ConflictHasLabel
DELETE WHERE { conflict:seats rdfs:label ?label }

# breaks: ConflictInvolvesPropositions
INSERT DATA { conflict:seats dram:involves claim:a-3 }

# breaks: ConflictHasOneType
INSERT DATA { conflict:seats dram:conflictType dramv:refinement }

# breaks: ConflictSaysWhetherResolved
DELETE WHERE { conflict:seats dram:resolved ?resolved }

# breaks: ConflictPrefersOne
INSERT DATA { conflict:seats dram:preferred prop:seats-44 }

# breaks: ConflictGivesOneReason
INSERT DATA { conflict:seats dram:reason "and another" }

# breaks: PreferredIsInvolved
DELETE WHERE { conflict:seats dram:preferred ?x } ; INSERT DATA { conflict:seats dram:preferred prop:killed }

# breaks: ConflictIsRecorded
DELETE WHERE { conflict:seats ?p ?o }

# breaks: ConflictIsRecorded
DELETE WHERE { conflict:killed ?p ?o }

# breaks: SourcesDisagree as Warning
DELETE WHERE { conflict:seats dram:resolved ?r ; dram:preferred ?p } ; INSERT DATA { conflict:seats dram:resolved false }

# breaks: DisagreementResolved as Info
DELETE DATA { conflict:agent dram:resolved false } ; INSERT DATA { conflict:agent dram:resolved true ; dram:preferred prop:agent }

# breaks: RivalAccounts as Info
DELETE WHERE { conflict:seats dram:conflictType ?t } ; INSERT DATA { conflict:seats dram:conflictType dramv:competing-accounts }
