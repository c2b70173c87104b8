using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What it earns to do something for a customer: more for one who would leave, less or a loss for one who would not.</summary>
/// <param name="Event">What is earned by targeting a customer with the event, on average; a loss is below 0.</param>
/// <param name="Other">What is earned by targeting one without; mostly a loss, below 0.</param>
public readonly record struct TargetingValue(double Event, double Other)
{
    /// <summary>Gets from which probability of the event on it pays to target a customer, where probabilities are true.</summary>
    /// <value>From 0 to 1; 0 where it always pays, above 1 (infinite) where it never does.</value>
    public double BreakEvenProbability => Other >= 0 && Event >= 0 ? 0 : Event <= 0 || Event <= Other ? double.PositiveInfinity : -Other / (Event - Other);

    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Event:G6} with the event, {Other:G6} without");
}
