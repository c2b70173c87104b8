namespace CustomerInsight;

/// <summary>What a record is about. Records of different kinds are never one entity.</summary>
public enum EntityKind
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A company, an authority, a club.</summary>
    Organization,

    /// <summary>People who live and buy together.</summary>
    Household,
}
