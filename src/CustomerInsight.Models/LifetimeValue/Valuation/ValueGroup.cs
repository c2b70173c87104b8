namespace CustomerInsight.Models;

/// <summary>Some of the customers in the order of their value, the highest first.</summary>
/// <param name="Group">Their place: 1 for those of the highest values.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="Value">What they are worth together.</param>
/// <param name="ValueShare">That as a share of what all are worth; 0 where nobody is worth anything.</param>
/// <param name="CumulativeShare">The share of these and all of higher value.</param>
/// <param name="LeastValue">The lowest value among them.</param>
/// <param name="MeanProbabilityAlive">How probable it is on average that they still buy.</param>
/// <param name="Revenue">What they spent so far.</param>
public sealed record ValueGroup(
    int Group, int Customers, double Value, double ValueShare, double CumulativeShare, double LeastValue, double MeanProbabilityAlive, decimal Revenue)
{
    /// <summary>Gets what one of them is worth on average; NaN of none.</summary>
    public double MeanValue => Value / Customers;
}
