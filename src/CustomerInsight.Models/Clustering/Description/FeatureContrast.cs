namespace CustomerInsight.Models;

/// <summary>How a group differs from all other customers in one feature.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Median">The group's median, as measured; not a number where nobody in the group has the feature.</param>
/// <param name="MedianElsewhere">The median of all other customers; not a number where there are none.</param>
/// <param name="Mean">The group's mean.</param>
/// <param name="MeanElsewhere">The mean of all other customers.</param>
/// <param name="CliffsDelta">
/// The chance that a member of the group has more than a customer outside, less the chance of the reverse: from −1 (each has less) over 0 to 1 (each has more). 0 where one side is empty.
/// </param>
/// <param name="CohensD">The difference of the means in units of the pooled standard deviation; 0 where it cannot be measured, infinite where both sides are constant and differ.</param>
/// <param name="Text">The difference in words, such as <c>spends 2.3 × as much</c>.</param>
/// <remarks>
/// Sources: Cliff, "Dominance statistics: Ordinal analyses to answer ordinal questions", Psychological Bulletin 114(3), 1993;
/// Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), section 2.2.
/// </remarks>
public sealed record FeatureContrast(
    string Feature, double Median, double MedianElsewhere, double Mean, double MeanElsewhere, double CliffsDelta, double CohensD, string Text)
{
    private const double SmallFrom = 0.147;
    private const double MediumFrom = 0.33;
    private const double LargeFrom = 0.474;

    /// <summary>Gets the size of the difference in words, by <see cref="CliffsDelta"/>.</summary>
    public EffectMagnitude Magnitude => Math.Abs(CliffsDelta) switch
    {
        < SmallFrom => EffectMagnitude.Negligible,
        < MediumFrom => EffectMagnitude.Small,
        < LargeFrom => EffectMagnitude.Medium,
        _ => EffectMagnitude.Large,
    };
}
