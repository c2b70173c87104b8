namespace CustomerInsight.Models;

/// <summary>What of a trait was compared.</summary>
public enum DifferenceAspect
{
    /// <summary>Its value, of those of whom it is known.</summary>
    Value,

    /// <summary>Whether a set holds one text, of those whose set is known.</summary>
    HasText,

    /// <summary>Whether there is a value at all.</summary>
    IsKnown,
}
