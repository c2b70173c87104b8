namespace CustomerInsight.Matching;

/// <summary>Why two records are not one entity.</summary>
public enum NotLinkedReason
{
    /// <summary>One is a person and the other an organisation, say; entities of different kinds never meet.</summary>
    DifferentKinds,

    /// <summary>A source that has each entity once has both.</summary>
    DuplicateFreeSource,

    /// <summary>No blocking rule brought them together.</summary>
    NotCompared,

    /// <summary>A rule would have brought them together, but was left out because its pairs went over the budget.</summary>
    RuleLeftOut,

    /// <summary>A rule would have brought them together, but so many records share the value that it says nothing.</summary>
    HubValue,

    /// <summary>They share an identifier that is blocked, or that so many records claim that it says nothing.</summary>
    HubIdentifier,

    /// <summary>They share an identifier that has expired: they were observed too long after each other for it to be one holder's still.</summary>
    ExpiredIdentifier,

    /// <summary>Their weight is below the threshold.</summary>
    BelowThreshold,

    /// <summary>They say the same, but too little: even a perfect copy would weigh less than the threshold.</summary>
    SaysTooLittle,

    /// <summary>What links would have joined them to is too large, so it was not joined at all.</summary>
    Quarantined,

    /// <summary>The clusters they are in were kept apart: by a constraint, or because they hang together by a weak bridge only.</summary>
    KeptApart,
}
