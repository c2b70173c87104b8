namespace CustomerInsight.Models;

/// <summary>What sort of value a trait has; it decides which questions can be asked of it.</summary>
public enum TraitKind
{
    /// <summary>A number: orders, revenue, a score.</summary>
    Number,

    /// <summary>One text: a country, a segment's name.</summary>
    Text,

    /// <summary>A day of the calendar, without time of day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A set of texts: tags, categories bought.</summary>
    Texts,
}
