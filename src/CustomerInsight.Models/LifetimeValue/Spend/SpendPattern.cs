using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a customer spent on the days of repeat purchases.</summary>
/// <param name="Purchases">How many such days. Without at least 1, a spend model learns nothing from the customer.</param>
/// <param name="MeanSpend">The mean amount of such a day.</param>
public readonly record struct SpendPattern(int Purchases, double MeanSpend)
{
    /// <summary>Gets whether there is something to learn: at least 1 purchase of a mean above 0 and finite.</summary>
    public bool IsUsable => Purchases > 0 && double.IsFinite(MeanSpend) && MeanSpend > 0;

    /// <summary>What a spend model may take in of the customer: nothing where there is nothing to learn.</summary>
    internal SpendPattern Learnt => IsUsable ? this : default;

    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Purchases} purchase(s) of {MeanSpend:G6} on average");
}
