# breaks: DocumentShape
INSERT DATA { [] a dram:NewsArticle }

# breaks: DocumentHasTitle
DELETE WHERE { doc:a dcterms:title ?title }

# breaks: DocumentHasHash
DELETE WHERE { doc:a dram:textHash ?hash } ; INSERT DATA { doc:a dram:textHash "abc" }

# breaks: DocumentPublishedOnIsDate
INSERT DATA { doc:a dram:publishedOn "2031-03-04"^^xsd:date }

# breaks: DocumentAnchorIsDate
INSERT DATA { doc:a dram:anchorDate "2031-03-04"^^xsd:date }

# breaks: DocumentSaysWhyItsAnchor
DELETE WHERE { doc:b1 dram:anchorBasis ?why }

# breaks: DocumentSaysWhyNoAnchor
DELETE WHERE { doc:c dram:anchorBasis ?why }

# breaks: DocumentPublisherIsActor
INSERT DATA { doc:a dram:publisher place:east-gate }

# breaks: DocumentAuthorIsActor
INSERT DATA { doc:a dram:author doc:b }

# breaks: DocumentRevisesDocument
INSERT DATA { doc:a prov:wasRevisionOf actor:ali-nur }

# breaks: DocumentIsPartOfDocument
INSERT DATA { doc:b1 dram:partOfDocument doc:a }

# breaks: RunShape
INSERT DATA { [] a dram:ExtractionRun }

# breaks: RunReadsDocument
DELETE DATA { run:extract-a prov:used doc:a }

# breaks: DocumentTakenFromActor
INSERT DATA { doc:a dram:takenFrom doc:c }

# breaks: FormerVersionTellsNothing
INSERT DATA { doc:b1 prov:wasRevisionOf doc:a }
