# breaks: QuoteShape
INSERT DATA { [] a dram:TextSpan }

# breaks: QuoteHasOneSource
INSERT { ?quote oa:hasSource doc:c } WHERE { claim:a-3 dram:evidence ?quote }

# breaks: QuoteHasOneSelector
DELETE { ?quote oa:hasSelector ?selector } WHERE { claim:a-3 dram:evidence ?quote . ?quote oa:hasSelector ?selector }

# breaks: PassageSaysWhy
INSERT { ?quote dram:dependenceBasis "" } WHERE { claim:a-3 dram:evidence ?quote }

# breaks: QuoteIsUsed
DELETE WHERE { claim:a-3 dram:evidence ?quote }

# breaks: SelectorShape
INSERT { ?quote oa:hasSelector "100 to 117" } WHERE { claim:a-3 dram:evidence ?quote }

# breaks: SelectorHasStart
DELETE { ?selector oa:start ?start } WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:start ?start }

# breaks: SelectorHasStart
DELETE { ?selector oa:start ?start } INSERT { ?selector oa:start -4 }
WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:start ?start }

# breaks: SelectorHasStart
DELETE { ?selector oa:start ?start } INSERT { ?selector oa:start 100000 }
WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:start ?start }

# breaks: SelectorHasStart
DELETE { ?selector oa:start ?start } INSERT { ?selector oa:start "7"^^xsd:nonNegativeInteger }
WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:start ?start }

# breaks: SelectorHasEnd
INSERT { ?selector oa:end 100000 } WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector }

# breaks: SelectorHasWords
DELETE { ?selector oa:exact ?words } INSERT { ?selector oa:exact "" }
WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:exact ?words }

# breaks: QuoteOfSameDocument
DELETE { ?quote oa:hasSource doc:a } INSERT { ?quote oa:hasSource doc:c } WHERE { claim:a-3 dram:evidence ?quote }

# breaks: SpanIriFitsOffsets
DELETE { ?selector oa:start ?start ; oa:end ?end } INSERT { ?selector oa:start ?before ; oa:end ?earlier }
WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:start ?start ; oa:end ?end
        BIND( ?start - 1 AS ?before ) BIND( ?end - 1 AS ?earlier ) }

# breaks: QuoteLengthFitsOffsets
DELETE { ?selector oa:exact ?words } INSERT { ?selector oa:exact "Three people" }
WHERE { claim:a-3 dram:evidence/oa:hasSelector ?selector . ?selector oa:exact ?words }
