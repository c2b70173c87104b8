namespace CustomerInsight.Matching;

/// <summary>Why two records whose pair weighed enough are not in one cluster.</summary>
public enum ApartReason
{
    /// <summary>The pair is the weak bridge between two groups: all the evidence between the groups together is too little.</summary>
    Evidence,

    /// <summary>A person said that they, or records that are with them, are different.</summary>
    Assertion,

    /// <summary>A rule says that they, or records that are with them, never match.</summary>
    Rule,

    /// <summary>Together their records would hold more values of one identifier than an entity may.</summary>
    Identifier,

    /// <summary>Together they would hold two records of a source that has each entity once.</summary>
    DuplicateFree,

    /// <summary>One of them fits two groups equally well, which a rule or an identifier keeps apart; it joins neither.</summary>
    Ambiguous,
}
