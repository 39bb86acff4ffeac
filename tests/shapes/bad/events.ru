# breaks: PlaceShape
INSERT DATA { <https://w3id.org/dramatis/id/place/-gate> a dram:Place ; skos:prefLabel "Gate"@en }

# breaks: PlaceHasLabel
DELETE WHERE { place:east-gate skos:prefLabel ?label }

# breaks: EventShape
INSERT DATA { [] a dram:Attack ; skos:prefLabel "an attack"@en }

# breaks: EventHasLabel
DELETE WHERE { event:2031-03-02-gate-attack skos:prefLabel ?label }

# breaks: EventStartIsDate
INSERT DATA { event:2031-03-02-gate-attack dram:endDate "2031-03-01"^^xsd:date }

# breaks: EventEndIsDate
INSERT DATA { event:2031-03-02-gate-attack dram:endDate "2031-03"^^xsd:gYearMonth }

# breaks: EventPrecisionIsOfList
INSERT DATA { event:2031-03-02-gate-attack dram:timePrecision dramv:year }

# breaks: EventHasTime as Warning
DELETE WHERE { event:2031-03-03-statement dram:notBefore ?first ; dram:notAfter ?last }

# breaks: EventNotBeforeIsDate
DELETE DATA { event:2031-03-03-statement dram:notBefore "2031-03-02"^^xsd:date } ;
INSERT DATA { event:2031-03-03-statement dram:notBefore "2031-03-04"^^xsd:date }

# breaks: EventNotAfterIsDate
INSERT DATA { event:2031-03-03-statement dram:notAfter "2031-03"^^xsd:gYearMonth }

# breaks: EventHeldOnIsDate
INSERT DATA { event:2031-03-03-statement dram:heldOn "2031-03"^^xsd:gYearMonth }

# breaks: EventTimeIsQuoted
INSERT DATA { event:2031-03-03-statement dram:timeEvidence actor:ali-nur }

# breaks: EventUndatedIsOfList
INSERT DATA { event:2031-03-03-statement dram:undated dramv:day }

# breaks: ResultShape
INSERT DATA { [] a dram:ElectionResult }

# breaks: ResultIsOfOneElection
DELETE WHERE { ?result dram:ofElection ?election }

# breaks: ResultIsOfOneContestant
INSERT { ?result dram:contestant actor:river-party } WHERE { ?result dram:contestant actor:harvest-list }

# breaks: FigureShape
INSERT DATA { [] a dram:CasualtyFigure }

# breaks: FigureIsOfOneEvent
DELETE WHERE { ?figure dram:ofEvent ?event }

# breaks: FigureCountsOneHarm
INSERT { ?figure dram:harm dramv:killed } WHERE { ?figure dram:harm dramv:injured }

# breaks: FigureCountsOneGroup
DELETE WHERE { ?figure dram:affectedGroup ?group }

# breaks: EventWithoutRoles as Warning
INSERT DATA { event:2031-04-01-march a dram:Protest ; skos:prefLabel "a march"@en }
