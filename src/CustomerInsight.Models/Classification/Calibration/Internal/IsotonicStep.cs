namespace CustomerInsight.Models;

/// <summary>Margins that share one chance.</summary>
/// <param name="First">The least of them.</param>
/// <param name="Last">The greatest.</param>
/// <param name="Weight">How much their rows count.</param>
/// <param name="Events">How much those with the event count.</param>
internal readonly record struct IsotonicStep(double First, double Last, double Weight, double Events)
{
    public double Share => Events / Weight;
}
