using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How much of what a customer bought falls on one category or one channel.</summary>
/// <param name="Name">The category or channel.</param>
/// <param name="Count">How many purchases (of a category) or orders (in a channel).</param>
/// <param name="Amount">What they amount to, refunds not taken off.</param>
/// <param name="Share">The share of <paramref name="Count"/> in all of the customer's that have a category or channel, in (0, 1].</param>
public readonly record struct HabitShare(string Name, int Count, decimal Amount, double Share)
{
    /// <summary>Writes the share.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count:#,0} ({Share * 100:0.0} %), {Amount:#,0.00}");
}
