# breaks: RelationshipShape
INSERT DATA { [] a dram:Tenure }

# breaks: RelationshipIsDerived
DELETE WHERE { relation:tenure prov:wasDerivedFrom ?proposition }

# breaks: RelationshipIsAccepted
DELETE WHERE { prop:post dram:status ?status } ; INSERT DATA { prop:post dram:status dramv:contested }

# breaks: RelationshipIsAccepted
DELETE WHERE { prop:post dram:status ?status }

# breaks: RelationshipStartIsDate
DELETE WHERE { relation:tenure dram:endDate ?end } ; INSERT DATA { relation:tenure dram:endDate "2029-01-01"^^xsd:date }

# breaks: RelationshipEndIsDate
DELETE WHERE { relation:tenure dram:endDate ?end } ; INSERT DATA { relation:tenure dram:endDate "2031"^^xsd:gYear }

# breaks: RelationshipEndedIsTrue
INSERT DATA { relation:tenure dram:ended false }

# breaks: RelationshipPrecisionIsOfList
INSERT DATA { relation:tenure dram:timePrecision "month" }

# breaks: TenureHasOneHolder
DELETE WHERE { relation:tenure dram:holder ?who } ; INSERT DATA { relation:tenure dram:holder actor:river-party }

# breaks: TenureHasOnePost
DELETE WHERE { relation:tenure dram:post ?post }

# breaks: MembershipHasOneMember
INSERT DATA { relation:membership dram:member actor:ali-nur }

# breaks: MembershipHasOneOrganization
DELETE WHERE { relation:membership dram:organization ?o } ; INSERT DATA { relation:membership dram:organization actor:gate-crowd }

# breaks: LeadershipIsOfPerson
DELETE WHERE { relation:leadership dram:member ?who } ; INSERT DATA { relation:leadership dram:member actor:harvest-list }

# breaks: SponsorshipHasOneSponsor
DELETE WHERE { relation:sponsorship dram:proxy ?who } ; INSERT DATA { relation:sponsorship dram:proxy actor:eastland }

# breaks: SponsorshipHasOneProxy
DELETE WHERE { relation:sponsorship dram:proxy ?who }

# breaks: AllianceHasTwoAllies
DELETE DATA { relation:alliance dram:ally actor:harvest-list }

# breaks: RivalryHasTwoRivals
DELETE DATA { relation:rivalry dram:rival actor:eastland }

# breaks: DirectTripleIsBacked
INSERT DATA { actor:mira-sol dram:memberOf actor:harvest-list }

# breaks: DirectTripleIsBacked
DELETE WHERE { prop:killed dram:status ?status } ; INSERT DATA { prop:killed dram:status dramv:contested }

# breaks: SuspicionIsBacked
INSERT DATA { event:2031-03-02-gate-attack dram:suspectedAgent actor:gate-crowd }

# breaks: NegativeIsBacked
DELETE WHERE { prop:candidate dram:status ?status } ; INSERT DATA { prop:candidate dram:status dramv:contested }

# breaks: NegativeIsBacked
INSERT DATA { :negative-seats owl:sourceIndividual actor:assembly-of-ostania ; owl:assertionProperty dram:seatCount ;
                              owl:targetValue 121 }

# breaks: SingleValueIsSingle
INSERT DATA { event:2031-03-02-gate-attack dram:numberKilled 2 }

# breaks: SeatsFitLegislature
DELETE DATA { actor:assembly-of-ostania dram:seatCount 120 } ; INSERT DATA { actor:assembly-of-ostania dram:seatCount 30 }
