using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A customer drawn from a purchase model, with what no one can see of a real one.</summary>
/// <param name="Pattern">When the customer bought again: what a model is fitted to.</param>
/// <param name="PurchasesPerDay">How often the customer buys while still a customer, in purchases a day. At least 0.</param>
/// <param name="DropOutProbability">The probability of leaving after a purchase, where the model has one; else null.</param>
/// <param name="DropOutPerDay">The rate of leaving, one over the mean lifetime in days, where the model has one; else null.</param>
/// <param name="LeftAfterDays">How many days after the first purchase the customer left, where that was within the tenure; else null.</param>
public readonly record struct SimulatedCustomer(
    RepeatPattern Pattern, double PurchasesPerDay, double? DropOutProbability, double? DropOutPerDay, double? LeftAfterDays)
{
    /// <summary>Gets whether the customer still buys at the end of the tenure.</summary>
    public bool IsAlive => LeftAfterDays is null;

    /// <summary>Writes what the customer did and how often the customer buys.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Pattern}; buys {PurchasesPerDay:G6} times a day, {(LeftAfterDays is double left ? FormattableString.Invariant($"left after {left:G6} days") : "still buys")}");
}
