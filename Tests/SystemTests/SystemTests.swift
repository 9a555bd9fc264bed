import Testing

/// Tests that run the built executables as processes, one test after the other: their moments are
/// measured, and two cores are not many.
@Suite(.serialized) struct SystemTests {}
