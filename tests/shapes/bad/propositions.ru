# breaks: PropositionShape
INSERT DATA { [] a dram:Proposition }

# breaks: PropositionHasLabel
DELETE WHERE { prop:killed rdfs:label ?label }

# breaks: PropositionHasOneSubject
INSERT DATA { prop:killed dram:subject event:2031-03-03-statement }

# breaks: PropositionHasOnePredicate
DELETE DATA { prop:killed dram:predicate dram:numberKilled }

# breaks: PropositionPredicateIsKnown
DELETE DATA { prop:sponsor dram:predicate dram:sponsoredBy } ; INSERT DATA { prop:sponsor dram:predicate dram:sponsors }

# breaks: PropositionHasObjectOrValue
DELETE DATA { prop:killed dram:value 3 }

# breaks: PropositionHasObjectOrValue
INSERT DATA { prop:killed dram:object actor:ali-nur }

# breaks: PropositionObjectIsResource
DELETE DATA { prop:sponsor dram:object actor:eastland } ; INSERT DATA { prop:sponsor dram:object "Eastland" }

# breaks: PropositionValueIsLiteral
DELETE DATA { prop:killed dram:value 3 } ; INSERT DATA { prop:killed dram:value actor:ali-nur }

# breaks: PropositionQualifierIsOfList
INSERT DATA { prop:killed dram:quantityQualifier dramv:about }

# breaks: PropositionIsStated
DELETE WHERE { ?claim dram:states prop:sponsor }

# breaks: PropositionValidFromIsDate
DELETE DATA { prop:post dram:validUntil "2031-12-31"^^xsd:date } ;
INSERT DATA { prop:post dram:validUntil "2029-12-31"^^xsd:date }

# breaks: PropositionValidFromIsDate
DELETE WHERE { prop:post dram:validFrom ?from } ; INSERT DATA { prop:post dram:validFrom "2030-05"^^xsd:gYearMonth }

# breaks: PropositionValidUntilIsDate
INSERT DATA { prop:member dram:validUntil "2031" }

# breaks: PropositionEndedIsTrue
INSERT DATA { prop:post dram:ended false }

# breaks: PropositionPrecisionIsOfList
INSERT DATA { prop:post dram:timePrecision dramv:day }

# breaks: PropositionHasOneStatus
INSERT DATA { prop:killed dram:status dramv:contested }

# breaks: PropositionHasOneStatus
DELETE WHERE { prop:seats-44 dram:status ?status } ; INSERT DATA { prop:seats-44 dram:status dramv:rejected }

# breaks: PropositionCountsSources
DELETE WHERE { prop:killed dram:independentSources ?n } ; INSERT DATA { prop:killed dram:independentSources -1 }

# breaks: PropositionHasOneScore
INSERT DATA { prop:killed dram:supportScore 0.1 }

# breaks: QuantityIsComplete
DELETE DATA { prop:injured dram:quantityQualifier dramv:about }

# breaks: QuantityIsComplete
DELETE DATA { prop:injured dram:value 20 } ; INSERT DATA { prop:injured dram:value "20" }

# breaks: QuantityIsComplete
DELETE DATA { prop:injured dram:value 20 } ; INSERT DATA { prop:injured dram:value -20 }

# breaks: SubjectInDomain
DELETE WHERE { prop:rival dram:subject ?x } ; INSERT DATA { prop:rival dram:subject place:east-gate }

# breaks: SubjectInDomain
DELETE WHERE { prop:day dram:subject ?x } ; INSERT DATA { prop:day dram:subject actor:ali-nur }

# breaks: ObjectInRange
DELETE WHERE { prop:rival dram:object ?x } ; INSERT DATA { prop:rival dram:object place:east-gate }

# breaks: ObjectInRange
DELETE WHERE { prop:rival-agent dram:predicate ?p ; dram:object ?x } ;
INSERT DATA { prop:rival-agent dram:predicate dram:target ; dram:object post:prime-minister-of-ostania }

# breaks: ObjectOrValueFitsPredicate
DELETE DATA { prop:rival dram:object actor:eastland } ; INSERT DATA { prop:rival dram:value "Eastland" }

# breaks: ObjectOrValueFitsPredicate
DELETE DATA { prop:injured dram:value 20 } ; INSERT DATA { prop:injured dram:object actor:eastland }

# breaks: DateValueIsDate
DELETE WHERE { prop:day dram:value ?day } ; INSERT DATA { prop:day dram:value "2031-03"^^xsd:gYearMonth }

# breaks: AcceptedIsAffirmed
DELETE WHERE { prop:candidate dram:status ?status } ; INSERT DATA { prop:candidate dram:status dramv:attributed }

# breaks: EventNotAfterDocument as Warning
DELETE WHERE { prop:day dram:value ?day } ; INSERT DATA { prop:day dram:value "2031-03-30"^^xsd:date }

# breaks: SingleSource as Info
DELETE WHERE { prop:killed dram:independentSources ?n } ; INSERT DATA { prop:killed dram:independentSources 1 }
