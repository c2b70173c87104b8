using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Which changes would bring a customer's risk down, as far as the model knows.</summary>
/// <param name="Before">The chance of leaving as it is.</param>
/// <param name="After">The chance with the changes.</param>
/// <param name="Reaches">Whether that is below the target.</param>
/// <param name="Changes">The changes, that of the greatest effect first.</param>
public sealed record CounterfactualHint(double Before, double After, bool Reaches, ValueList<FeatureChange> Changes)
{
    /// <summary>What a hint does not say.</summary>
    public const string Caveat = "The model has seen that customers who are so stay more often, not that they stay because of it. Try the change on some customers, and compare, before relying on it.";

    /// <summary>Writes the hint for a person.</summary>
    /// <returns>The changes and the chances. It may be personal: not for logs.</returns>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{string.Join("; ", Changes.Select(static change => change.Describe()))} ({Before:0.0 %} → {After:0.0 %})");

    /// <summary>Says how many changes there are, never whose.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Changes.Count} changes");
}
