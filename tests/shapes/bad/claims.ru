# breaks: ClaimShape
INSERT DATA { [] a dram:Claim }

# breaks: ClaimStatesOneProposition
DELETE DATA { claim:a-3 dram:states prop:killed }

# breaks: ClaimStatesOneProposition
INSERT DATA { claim:a-3 dram:states prop:day }

# breaks: ClaimIsInOneDocument
INSERT DATA { claim:a-3 dram:inDocument doc:c }

# breaks: ClaimHasEvidence
DELETE WHERE { claim:a-3 dram:evidence ?quote }

# breaks: ClaimHasOneModality
INSERT DATA { claim:a-3 dram:modality dramv:reported }

# breaks: ClaimHasOneModality
DELETE DATA { claim:a-3 dram:modality dramv:asserted } ; INSERT DATA { claim:a-3 dram:modality dramv:certain }

# breaks: ClaimHasOnePolarity
DELETE DATA { claim:a-3 dram:polarity dramv:affirmed }

# breaks: ClaimHasOneCertainty
DELETE DATA { claim:a-3 dram:certainty dramv:certain }

# breaks: ClaimHasClaimant
DELETE WHERE { claim:a-3 dram:claimant ?who }

# breaks: ClaimHasClaimant
INSERT DATA { claim:a-3 dram:claimant place:east-gate }

# breaks: ClaimHasChain
DELETE WHERE { claim:a-3 dram:attribution ?level }

# breaks: ClaimHasConfidence
DELETE WHERE { claim:a-3 dram:extractionConfidence ?sure } ; INSERT DATA { claim:a-3 dram:extractionConfidence 1.5 }

# breaks: ClaimHasConfidence
DELETE WHERE { claim:a-3 dram:extractionConfidence ?sure } ; INSERT DATA { claim:a-3 dram:extractionConfidence 0.9e0 }

# breaks: ClaimComesFromOneRun
DELETE WHERE { claim:a-3 prov:wasGeneratedBy ?run }

# breaks: ClaimStatedOnIsDate
INSERT DATA { claim:a-3 dram:statedOn "2031" }

# breaks: ClaimHasTime as Warning
DELETE WHERE { claim:a-3 dram:statedOn ?day }

# breaks: ClaimNotBeforeIsDate
INSERT DATA { claim:b1-1 dram:notBefore "2031-03-10"^^xsd:date }

# breaks: ClaimNotAfterIsDate
INSERT DATA { claim:b1-1 dram:notAfter "2031-03"^^xsd:gYearMonth }

# breaks: ClaimHeldOnIsDate
INSERT DATA { claim:a-3 dram:heldOn "2031-03"^^xsd:gYearMonth }

# breaks: ClaimPrecisionIsOfList
INSERT DATA { claim:a-3 dram:timePrecision dramv:day }

# breaks: ClaimUndatedIsOfList
INSERT DATA { claim:a-3 dram:undated dramv:not-real }

# breaks: ClaimUtteredInSpeechAct
INSERT DATA { claim:a-3 dram:utteredIn event:2031-03-02-gate-attack }

# breaks: ClaimHasOneRule
INSERT DATA { claim:a-3 dram:rule "another rule" }

# breaks: WeakExtraction as Info
DELETE WHERE { claim:a-3 dram:extractionConfidence ?sure } ; INSERT DATA { claim:a-3 dram:extractionConfidence 0.3 }

# breaks: AttributionShape
INSERT DATA { claim:a-3 dram:attribution [ a dram:Attribution ] }

# breaks: AttributionHasDepth
DELETE DATA { <https://w3id.org/dramatis/id/claim/a-3/source-0> dram:depth 0 }

# breaks: AttributionHasOneSource
INSERT DATA { <https://w3id.org/dramatis/id/claim/a-3/source-0> dram:attributedActor actor:ali-nur }

# breaks: AttributionCueIsQuote
INSERT DATA { <https://w3id.org/dramatis/id/claim/a-3/source-0> dram:cue doc:a }

# breaks: AttributionQuotationIsOfList
INSERT DATA { <https://w3id.org/dramatis/id/claim/a-3/source-0> dram:quotationType dramv:open }

# breaks: AttributionStanceIsOfList
INSERT DATA { <https://w3id.org/dramatis/id/claim/a-3/source-0> dram:stance "doubts" }

# breaks: AttributionIsOfOneClaim
INSERT DATA { claim:a-4 dram:attribution <https://w3id.org/dramatis/id/claim/a-3/source-0> }

# breaks: ModalityFitsPolarity
DELETE DATA { claim:a-3 dram:modality dramv:asserted } ; INSERT DATA { claim:a-3 dram:modality dramv:denied }

# breaks: ModalityFitsPolarity
DELETE DATA { claim:a-2 dram:polarity dramv:open } ; INSERT DATA { claim:a-2 dram:polarity dramv:affirmed }

# breaks: ModalityFitsPolarity
DELETE DATA { claim:a-3 dram:polarity dramv:affirmed } ; INSERT DATA { claim:a-3 dram:polarity dramv:open }

# breaks: ChainWithoutGap
DELETE DATA { <https://w3id.org/dramatis/id/claim/a-1/source-1> dram:depth 1 } ;
INSERT DATA { <https://w3id.org/dramatis/id/claim/a-1/source-1> dram:depth 2 }

# breaks: ChainHasOneSourceALevel
DELETE DATA { <https://w3id.org/dramatis/id/claim/a-1/source-1> dram:depth 1 } ;
INSERT DATA { <https://w3id.org/dramatis/id/claim/a-1/source-1> dram:depth 0 }

# breaks: ClaimantIsInnermost
DELETE DATA { claim:a-1 dram:claimant actor:ali-nur } ; INSERT DATA { claim:a-1 dram:claimant actor:daily-lantern }

# breaks: UnnamedSource as Info
INSERT DATA { claim:a-3 dram:claimant actor:unnamed-officer-a }

# breaks: DependenceIsOnASource
INSERT DATA { claim:a-3 dram:dependsOn actor:ali-nur }

# breaks: DependenceIsOnASource
INSERT DATA { doc:c dram:dependsOn doc:c }

# breaks: DependenceIsOnASource
INSERT DATA { claim:a-3 dram:dependsOn doc:c }

# breaks: PassageSaysWhyItDepends
INSERT { ?quote dram:dependsOn ?other }
WHERE { claim:a-1 dram:evidence ?quote . claim:a-3 dram:evidence ?other }

# breaks: ClaimReviewIsOfList
INSERT DATA { claim:a-3 dram:review dramv:confirmed , dramv:rejected }

# breaks: ClaimReviewIsOfList
INSERT DATA { claim:a-3 dram:review dramv:accepted }

# breaks: ClaimStatesOneProposition
INSERT DATA { claim:a-3 dram:misreads prop:day ; dram:review dramv:rejected }

# breaks: MisreadIsJudged
DELETE DATA { claim:a-3 dram:states prop:killed } ; INSERT DATA { claim:a-3 dram:misreads prop:killed }
