namespace CustomerInsight.Models;

/// <summary>How far a distribution has moved: the population stability index (PSI).</summary>
/// <remarks>
/// By custom below 0.1 little has changed, and from 0.25 on much. What chance alone gives grows with the number of bins over the number of rows: <see cref="DriftReport"/> says it.
/// <para>Sources: Siddiqi, Credit Risk Scorecards (2006), chapter 9; Yurdakul, Naranjo, "Statistical properties of the population stability index", Journal of Risk Model Validation 14(4), 2020.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class PopulationStability
{
    /// <summary>The share that an empty bin counts as, so that it is not infinitely far away.</summary>
    public const double SmallestShare = 1e-4;

    /// <summary>Measures how far numbers have moved.</summary>
    /// <param name="reference">The numbers that were learned from, none of them NaN; at least one.</param>
    /// <param name="current">Those of today, none of them NaN; at least one.</param>
    /// <param name="bins">How many bins: their bounds are the reference's quantiles of type 7, each with its lower bound. Equal quantiles are one bound, and what lies on it a bin of its own. From 2 to 100.</param>
    /// <returns>At least 0; 0 where each bin has the same share.</returns>
    /// <exception cref="ArgumentException">There are no numbers, or one is not as said.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is not as said.</exception>
    /// <remarks>Time O(n log n). It is not the same with reference and current exchanged.</remarks>
    public static double Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int bins = 10)
    {
        Check(reference, nameof(reference));
        Check(current, nameof(current));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 100);
        double[] bounds = QuantileBins.Bounds(reference, bins);
        return OfShares(QuantileBins.Shares(reference, bounds), QuantileBins.Shares(current, bounds));
    }

    /// <summary>Measures how far shares have moved.</summary>
    /// <param name="reference">The share of each bin or category, at least 0.</param>
    /// <param name="current">That of today, in the same order.</param>
    /// <returns>Σ (current − reference) ln (current / reference), shares below <see cref="SmallestShare"/> counting as that.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a share is negative or not a number.</exception>
    public static double OfShares(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        if (reference.Length != current.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {reference.Length} and {current.Length} shares. Give those of the same bins."), nameof(current));
        }

        double sum = 0;
        for (int bin = 0; bin < reference.Length; bin++)
        {
            if (!(reference[bin] >= 0) || !(current[bin] >= 0))
            {
                throw new ArgumentException(FormattableString.Invariant($"A share of bin {bin} is negative or not a number. Expected at least 0."), nameof(current));
            }

            double p = Math.Max(reference[bin], SmallestShare);
            double q = Math.Max(current[bin], SmallestShare);
            sum += (q - p) * Math.Log(q / p);
        }

        return sum;
    }

    private static void Check(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There are no numbers to compare. Give at least one.", name);
        }

        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} has no number. Leave out what is missing, and compare how much is."), name);
            }
        }
    }
}
