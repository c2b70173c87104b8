namespace CustomerInsight.Models;

/// <summary>How one trait becomes features, with what was learned for that.</summary>
/// <param name="Trait">The trait's name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Method">How it becomes features.</param>
public sealed record TraitEncoding(string Trait, TraitKind Kind, TraitEncodingMethod Method)
{
    /// <summary>Gets what a number has that is missing, before any logarithm: the median of the known ones.</summary>
    /// <value>0; null where what is missing stays missing.</value>
    public double? Fill { get; init; } = 0;

    /// <summary>Gets the day that a date is counted back from where a table does not say from which day it looks: the latest day known.</summary>
    /// <value>Null for a trait that is no date.</value>
    public DateOnly? ReferenceDay { get; init; }

    /// <summary>Gets whether a column says that the trait is missing.</summary>
    public bool HasMissing { get; init; }

    /// <summary>Gets whether levels without a column or number of their own share one.</summary>
    public bool HasOther { get; init; }

    /// <summary>Gets the levels (or texts of sets) that have a column or number of their own, the commonest first.</summary>
    public ValueList<string> Levels { get; init; }

    /// <summary>Gets the level that others are compared with, which has no column: the commonest.</summary>
    /// <value>Null where there is none.</value>
    public string? Reference { get; init; }

    /// <summary>Gets the share of the rows that have each of the <see cref="Levels"/>; of a text, also that of the rows with another level than those, and that of the rows where it is missing.</summary>
    /// <value>None for a trait that is no text. A row whose level was never seen and has no place has these shares in the levels' columns, as an average customer.</value>
    public ValueList<double> Shares { get; init; }

    /// <summary>Gets the levels that are known by how common they are, the commonest first, where a column says that.</summary>
    /// <value>None where there is no such column.</value>
    public ValueList<LevelCount> Counts { get; init; }
}
