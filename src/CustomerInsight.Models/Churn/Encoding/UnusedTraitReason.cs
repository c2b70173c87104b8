namespace CustomerInsight.Models;

/// <summary>Why a trait becomes no feature.</summary>
public enum UnusedTraitReason
{
    /// <summary>The options leave it out.</summary>
    LeftOut,

    /// <summary>It tells who a customer is (<see cref="TraitDefinition.IsPersonal"/>).</summary>
    Personal,

    /// <summary>No row has a value.</summary>
    AllMissing,

    /// <summary>All rows have the same value.</summary>
    Constant,

    /// <summary>Nearly every row has another value, as a number or name of the customer: it can only be learned by heart.</summary>
    Identifier,

    /// <summary>No level is common enough to learn anything about.</summary>
    NoCommonLevel,
}
