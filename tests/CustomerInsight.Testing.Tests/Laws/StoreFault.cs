namespace CustomerInsight.Testing.Tests;

/// <summary>What a store may do wrong.</summary>
public enum StoreFault
{
    None,
    VersionCountsFromOne,
    IgnoresFrom,
    ReadsAfter,
    ReadsBackwards,
    KeepsTheCallersBytes,
    LosesEmptyPayloads,
    CutsLongPayloads,
    SortsEntries,
    RoundsTimes,
    HashesAnew,
    OneTenant,
    NoConflictOnOld,
    NoConflictOnNew,
    ConflictsOtherwise,
    AnyNumber,
    CancelledHalfway,
    ChecksThenAppends,
    ErasesNothing,
    ErasesPayloadOnly,
    ErasesCommitments,
    ErasesWholeBlocks,
    ErasesTwice,
    ErasesWhatIsThere,
    ErasesBeforeItLooks,
}
