namespace CustomerInsight.Matching;

/// <summary>The adjustment in bits for how common each value of an attribute is.</summary>
internal sealed class DirectAdjustment(PartFeature values, DirectFeature<double> adjustments)
{
    /// <summary>Those of the left content's values.</summary>
    public ReadOnlySpan<double> Left => adjustments.Left;

    /// <summary>That of the rarest value that both have; where they share none, that of the commoner of each one's rarest.</summary>
    public double Rarest()
    {
        ReadOnlySpan<TextPart> left = values.Left;
        ReadOnlySpan<TextPart> right = values.Right;
        double most = double.NegativeInfinity;
        for (int l = 0; l < left.Length; l++)
        {
            for (int r = 0; r < right.Length; r++)
            {
                if (left[l].Same(right[r]))
                {
                    most = Math.Max(most, Left[l]);
                }
            }
        }

        return double.IsNegativeInfinity(most) ? LevelWeights.Commoner(Most(Left), Most(adjustments.Right)) : most;
    }

    private static double Most(ReadOnlySpan<double> adjustments)
    {
        double most = double.NegativeInfinity;
        foreach (double adjustment in adjustments)
        {
            most = Math.Max(most, adjustment);
        }

        return most;
    }
}
