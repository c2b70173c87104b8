namespace CustomerInsight.Models;

/// <summary>The covariance of coefficients where one kind of rows counts more than it is there: H⁻¹ (Σ gᵢ gᵢᵀ) H⁻¹ with the slopes gᵢ of the rows' own losses.</summary>
/// <remarks>Sources: Huber, "The behavior of maximum likelihood estimates under nonstandard conditions" (1967); White, "Maximum likelihood estimation of misspecified models", Econometrica 50 (1982).</remarks>
internal sealed class LogisticSandwich(LogisticRows rows, LogisticMoments moments, int[] columns, double positiveWeight)
{
    private const int Slab = SlabMatrix.SlabRows;
    private const int FewestSlabs = 64;

    /// <param name="point">The log-odds at the means, then the coefficients per standard deviation.</param>
    /// <param name="inverse">The inverse of the curvature there.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    public double[] Covariance(double[] point, double[] inverse, ParallelOptions parallel)
    {
        int side = point.Length;
        double[] slopes = new double[side * side];
        FixedChunks.Run(rows.Values.Slabs, FewestSlabs, parallel, (from, to) => Squares(point, from, to), part =>
        {
            for (int i = 0; i < slopes.Length; i++)
            {
                slopes[i] += part[i];
            }
        });

        double[] all = Product(Product(inverse, slopes, side), inverse, side);
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < i; j++)
            {
                all[(i * side) + j] = all[(j * side) + i] = (all[(i * side) + j] + all[(j * side) + i]) / 2;
            }
        }

        return all;
    }

    /// <summary>The sum over rows of the products of their slopes. A row of weight 2 is two rows, each with slopes of its own.</summary>
    private double[] Squares(double[] point, int from, int to)
    {
        int side = point.Length;
        double[] sums = new double[side * side];
        double[] apart = new double[side];
        apart[0] = 1;
        for (int row = from * Slab; row < to * Slab; row++)
        {
            double logOdds = point[0];
            int first = row / Slab * Slab * rows.Values.Width;
            for (int i = 1; i < side; i++)
            {
                int column = columns[i - 1];
                apart[i] = (rows.Values.Values[first + (column * Slab) + (row % Slab)] - moments.Means[column]) / moments.Deviations[column];
                logOdds += point[i] * apart[i];
            }

            double rest = rows.Labels[row] > 0 ? positiveWeight * ClassificationModelExtensions.Logistic(-logOdds) : ClassificationModelExtensions.Logistic(logOdds);
            double square = rows.Weights[row] * rest * rest;
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += square * apart[i / side] * apart[i % side];
            }
        }

        return sums;
    }

    private static double[] Product(double[] left, double[] right, int side)
    {
        double[] product = new double[side * side];
        for (int i = 0; i < product.Length; i++)
        {
            for (int k = 0; k < side; k++)
            {
                product[i] += left[(i / side * side) + k] * right[(k * side) + (i % side)];
            }
        }

        return product;
    }
}
