namespace CustomerInsight.Models;

/// <summary>A point of the search: the log-odds at the means, then the coefficients per standard deviation of the columns that are fitted, and what a pass found there.</summary>
/// <param name="Values">The point.</param>
/// <param name="Loss">−ln L, without the penalty.</param>
/// <param name="Slopes">Its slopes.</param>
/// <param name="Curvature">Its second derivatives, row by row.</param>
internal sealed record LogisticPoint(double[] Values, double Loss, double[] Slopes, double[] Curvature)
{
    public int Count => Values.Length;

    /// <summary>The loss that the slopes and the curvature foretell after a step.</summary>
    public double LossAfter(ReadOnlySpan<double> step)
    {
        double sum = Loss;
        for (int i = 0; i < Count; i++)
        {
            double pull = Slopes[i];
            for (int j = 0; j < Count; j++)
            {
                pull += 0.5 * Curvature[(i * Count) + j] * step[j];
            }

            sum += pull * step[i];
        }

        return sum;
    }
}
