namespace CustomerInsight.Models;

/// <summary>Second derivatives as central differences of an analytic gradient.</summary>
internal static class Hessian
{
    // Coordinates are logs or standardised: their own scale is about 1. The differences are off by the square of the step, rounding by 1e-16 over it.
    private const double Step = 1e-4;

    /// <summary>Makes the matrix, symmetric to the last bit; null where the function is not finite next to the point. Takes two evaluations a coordinate.</summary>
    public static double[,]? At(IObjective objective, ReadOnlySpan<double> point, CancellationToken cancellationToken = default)
    {
        int n = point.Length;
        double[,] hessian = new double[n, n];
        double[] at = point.ToArray();
        double[] above = new double[n];
        double[] below = new double[n];
        for (int i = 0; i < n; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            at[i] = point[i] + Step;
            double up = objective.Evaluate(at, above);
            at[i] = point[i] - Step;
            double down = objective.Evaluate(at, below);
            at[i] = point[i];
            if (!double.IsFinite(up) || !double.IsFinite(down))
            {
                return null;
            }

            for (int j = 0; j < n; j++)
            {
                double difference = (above[j] - below[j]) / (2 * Step);
                if (!double.IsFinite(difference))
                {
                    return null;
                }

                // Each of the two differences of a mixed derivative counts half.
                hessian[i, j] += j == i ? difference : difference / 2;
                if (j != i)
                {
                    hessian[j, i] += difference / 2;
                }
            }
        }

        return hessian;
    }
}
