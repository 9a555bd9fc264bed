import Testing

/// Tests that run the built executables as processes, one test after the other: their moments are
/// measured, and two cores are not many.
@Suite(.serialized) struct SystemTests {}

/// Tests that ask the coordinator's pages and interface from outside for minutes, one after the
/// other, beside the rest and after it in rank: no moment of theirs is measured.
@Suite(.serialized) struct SiteTests {}
