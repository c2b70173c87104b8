using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How regularly customers buy.</summary>
/// <param name="Shape">The shape k of the gaps between a customer's purchases, which are gamma distributed: 1 for purchases at random times, more the more regular, below 1 for purchases in bursts.</param>
/// <param name="WheatMorrison">The same by the method of Wheat and Morrison, which looks at the last two gaps of each customer only; null where these vary more than any gamma distribution has it.</param>
/// <param name="Customers">How many customers with two gaps or more it is learned from.</param>
/// <param name="Gaps">How many gaps they have.</param>
public sealed record RegularityEstimate(ParameterEstimate Shape, double? WheatMorrison, int Customers, long Gaps)
{
    /// <summary>Gets the whole number nearest to the shape, as <see cref="BgNbdOptions.Regularity"/> takes it.</summary>
    public int Nearest => (int)Math.Clamp(Math.Round(Shape.Value, MidpointRounding.AwayFromZero), 1, BgNbdModel.MaximumRegularity);

    /// <summary>Says how regularly customers buy.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"regularity {Shape.Value:0.00} ({Shape.Low:0.00} to {Shape.High:0.00}) from {Gaps:#,0} gaps of {Customers:#,0} customers");
}
