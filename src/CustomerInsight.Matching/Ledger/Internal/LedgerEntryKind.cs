namespace CustomerInsight.Matching;

/// <summary>The second byte of an entry's payload. Numbers are for ever.</summary>
internal enum LedgerEntryKind : byte
{
    /// <summary>None: the entry was erased. Never written.</summary>
    Erased = 0,

    /// <summary>A <see cref="Matching.ModelAdopted"/>.</summary>
    ModelAdopted = 1,

    /// <summary>A <see cref="Matching.SchemaDeclared"/>.</summary>
    SchemaDeclared = 2,

    /// <summary>A <see cref="Matching.RecordUpserted"/>.</summary>
    RecordUpserted = 3,

    /// <summary>A <see cref="Matching.RecordDeleted"/>.</summary>
    RecordDeleted = 4,

    /// <summary>A <see cref="Matching.RecordErased"/>.</summary>
    RecordErased = 5,

    /// <summary>A <see cref="Matching.PairsKept"/>.</summary>
    PairsKept = 6,

    /// <summary>A <see cref="Matching.ContentsAssigned"/>.</summary>
    ContentsAssigned = 7,

    /// <summary>An <see cref="Matching.Asserted"/>.</summary>
    Asserted = 8,

    /// <summary>A <see cref="Matching.Retracted"/>.</summary>
    Retracted = 9,

    /// <summary>A <see cref="Matching.ProfilesChanged"/>.</summary>
    ProfilesChanged = 10,

    /// <summary>A <see cref="Matching.RecordVersion"/>.</summary>
    RecordVersion = 11,

    /// <summary>A <see cref="Matching.ModelSaved"/>.</summary>
    ModelSaved = 12,

    /// <summary>A <see cref="Matching.Noted"/>.</summary>
    Noted = 13,

    /// <summary>A <see cref="Matching.RecordsWaiting"/>.</summary>
    RecordsWaiting = 14,
}
