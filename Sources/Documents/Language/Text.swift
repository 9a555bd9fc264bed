/// Every text that a document holds, whatever its language.
package enum Text: String, CaseIterable, Hashable, Sendable {
    // Units, with short forms for narrow tables.
    case unitOst, unitIndreOst, unitSor, unitVest, unitMidt, unitNord, unitCentral, shortOst
    case shortIndreOst, shortSor, shortVest, shortMidt, shortNord, shortCentral, total

    // Indicators (domain.md, 9).
    case agreementsInForce, municipalAgreements, sectorAgreements, voluntaryAgreements
    case municipalitiesCovered, settledUnderAgreement, planCoverage, meetingsHeld
    case meetingsPostponed, meetingsCancelled, meetingDelay, followUpsOnTime, measuresDone
    case evaluationCoverage, scoreIMDi, scoreCounterpart, commitmentGrade, anchored, activities
    case overdue, overdueUpTo30, overdue31To90, overdueOver90, sectorCoverage, requested, decided
    case settled, settlement, grants, municipalMeetings

    // Kinds of activity, and sub-goals (domain.md, 8).
    case kindVisit, kindPhone, kindSeminar, kindConference, kindNetwork, kindGuidance
    case kindTraining, kindMedia, kindOther, goalD1, goalD2, goalD3, goalD4, goalD5, goalD6
    case goalD7, goalD8

    // The report's page.
    case reportTitle, skipToContent, contents, period, cutOff, rulesVersion, checksum, notIssued
    case keyFigures, indicator, unit, spread, highest, lowest
    case difference, spreadPoints, ofCount, meanOfCount, noValue, scrollTable, activitiesByKind
    case activitiesBySubGoal, noActivities, grantsByScheme, scheme, activityKind, subGoal
    case noGrants, amountNOK

    // Lights against targets.
    case targets, noTargets, lightGreen, lightYellow, lightRed, lightGrey, targetOf

    // The coverage matrix.
    case coverage, coverageNote, coverageSummary, authority, countyGovernors, covered, missing
    case notApplicable, noCoverage

    // Exceptions.
    case exceptions, exceptionOverdue, exceptionPostponed, exceptionExpiring
    case exceptionBelowStandard, noExceptions, moreExceptions, agreement, subject, dueOn
    case plannedOn, lastDay, daysOverdue, timesPostponed, daysLeft, requirementsMet, count

    // Charts.
    case charts, chartDescription, figuresOf, settlementChart, value, basis

    // Digests.
    case digestSubject, subjectEscalated, subjectOverdue, subjectComing, greeting
    case digestIntroduction, digestEmpty, headingEscalated, headingOverdue, headingComing, open
    case digestFooter, today, tomorrow, yesterday, inDays, daysAgo, dueFuture, duePast
    case meetingFuture, meetingPast, expiryFuture, expiryPast, monthPast, whatMeetingUpcoming
    case whatMeetingOutcome, whatMeetingMissing, whatFollowUpDue, whatMeasureDue, whatPlanMissing
    case whatEvaluationDue, whatAgreementExpiry, whatAgreementExpired, whatSettlementMissing
    case doMeetingUpcoming, doMeetingOutcome, doMeetingMissing, doFollowUpDue, doMeasureDue
    case doPlanMissing, doEvaluationDue, doAgreementExpiry, doAgreementExpired
    case doSettlementMissing

    // Letters.
    case letterMissingSubject, letterMissingWhat, letterMissingLink
    case letterInvitationSubject, letterInvitationWhat, letterNudgeSubject, letterNudgeWhat
    case letterAnswerLink, letterOfferSubject, letterOfferWhat, letterOfferLink
    case letterUnansweredSubject, letterUnansweredWhat, letterAccountSubject
    case letterAccountWhat, letterAccountLink, letterDue, letterPersonal, letterFooter
    case oneAgreement, manyAgreements
    case letterNotMineSubject, letterNotMineWhat, headingByRegion, headingLetters, answerHere
    case answerDone, answerLater, answerNotMine, putOffOnce, putOffTimes

    // An evaluation's dossier.
    case evaluationTitle, evaluationOf, year, owner, agreementKind, kindMunicipal, kindSector
    case kindVoluntary, status, statusOpen, statusSubmitted, statusApproved, evidence
    case evidenceLight, evidenceGreen, evidenceYellow, evidenceRed, evidenceGrey, lastYearsScore
    case scores, dimension, imdi, counterpart, mean, blank, assessment, score, rating
    case ratingVeryHigh, ratingGood, ratingSatisfactory, ratingUnsatisfactory, ratingUnrated, gap
    case gapFlagged, gapSmall, gapUnknown, recommendation, recommendContinue, recommendRevise
    case recommendRenew, recommendEnd, notGiven, reasonWithoutCounterpart, dimensionSettlement
    case dimensionQualification, dimensionServices, dimensionKnowledge, dimensionAnchoring
    case dimensionCommitments, dimensionOverall, dimensionCoordination, dimensionMeetings
    case dimensionRegional

    // A report's summary, its two parts, and Part III of the annual report.
    case division, divisionThen, divisionNow, edition, missingParts, missingPart, directorSummary
    case summaryAgreements, summaryWork, summaryOverdue, summaryCoverage, summarySettlement
    case summaryTargets, summarySpread, summaryBelow, summaryUrgent, summaryNothing, ownWork
    case ownWorkNote, stateOfThings, stateOfThingsNote, wholeCountry, requirement, light, holes
    case noHoles, subGoals, subGoalsNote, measuresBySubGoal, partThree, partThreeNote
    case partThreeText, partThreeSpread, goal, parameter, result, source, sourceRegister
    case noRequirement, goalBinding, goalFollowedUp, goalLearning, goalState, effects, effectsNote
    case volume, effect, about, aboutFigures, pageNumber, pageCount, dayHead, numerator, denominator
    case part, partOwn, partState, body, countyName, agreementsListed, title
    case code, sheetKeyFigures, share, underAgreement, allGrants, measuresDue
    case fact, kindOfException, group, unlisted, overdueSheet, coverageSheet

    // Packages for the archive.
    case archiveCommitments, archiveAmendments, archivePlan, archiveMeetings, archiveFollowUps
    case archiveEvaluation, archivePublicTitle, archiveDesignation, archiveParties, archivePurpose
    case archiveSigned, archiveFrom, archiveTo, archiveResponsible, archiveDeputy, archiveCase
    case archiveGround, archiveNote, archiveNothing, archiveHeld, archivePlanned, archiveCancelled
    case archiveDone, archiveInProgress, archiveDraft, archiveAdopted, archiveClosed
    case archiveAgreed, archiveBoth, archiveMeasurable, archiveStrategic, archiveOperational
}
