namespace CustomerInsight.Models;

/// <summary>One named trait of customers: a value computed as of a date, or taken over from a profile.</summary>
/// <param name="Name">The trait's name, unique within a schema; upper and lower case differ. Not blank.</param>
/// <param name="Kind">What sort of value it has.</param>
/// <param name="Description">What it means, for a person; may be empty.</param>
public sealed record TraitDefinition(string Name, TraitKind Kind, string Description = "")
{
    /// <summary>Gets a value indicating whether the value tells who a customer is: a name, an e-mail address, a number of the state's.</summary>
    /// <value>False. Of such a trait a comparison of segments tells only how often it is known, unless it is asked for by name.</value>
    public bool IsPersonal { get; init; }
}
