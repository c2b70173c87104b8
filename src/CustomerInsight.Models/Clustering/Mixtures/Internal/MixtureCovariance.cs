namespace CustomerInsight.Models;

/// <summary>Covariance matrices: from sums, and their inverse factors.</summary>
internal static class MixtureCovariance
{
    /// <summary>Makes a group's covariance out of its sums, about the mean that they have.</summary>
    public static double[] Of(MixtureShape shape, ReadOnlySpan<double> sums, ReadOnlySpan<double> shift, double regularization)
    {
        double weight = sums[0];
        ReadOnlySpan<double> moments = sums[(1 + shape.Width)..];
        int n = shape.Columns;
        if (shape.Kind is CovarianceKind.Full or CovarianceKind.Tied)
        {
            double[] matrix = new double[n * n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    matrix[(i * n) + j] = matrix[(j * n) + i] = (moments[MixtureShape.InTiles(i, j)] / weight) - (shift[i] * shift[j]);
                }

                matrix[(i * n) + i] = Math.Max(matrix[(i * n) + i], 0) + regularization;
            }

            return matrix;
        }

        double[] variances = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++)
        {
            variances[i] = Math.Max((moments[i] / weight) - (shift[i] * shift[i]), 0) + regularization;
            mean += variances[i] / n;
        }

        if (shape.Kind == CovarianceKind.Spherical)
        {
            Array.Fill(variances, mean);
        }

        return variances;
    }

    /// <summary>Makes the covariance that all groups share: the mean of theirs, by their weights.</summary>
    public static double[] Pooled(double[][] covariances, double[] weights, int n, double regularization)
    {
        double[] matrix = new double[n * n];
        double all = weights.Sum();
        for (int group = 0; group < weights.Length; group++)
        {
            for (int i = 0; weights[group] > 0 && i < matrix.Length; i++)
            {
                matrix[i] += weights[group] / all * covariances[group][i];
            }
        }

        for (int i = 0; i < n; i++)
        {
            matrix[(i * n) + i] += regularization;
        }

        return matrix;
    }

    /// <summary>Inverts the Cholesky factor of a matrix; null where rounding leaves the matrix not positive definite.</summary>
    /// <returns>A lower triangle, row by row in a square.</returns>
    public static double[]? InverseFactor(ReadOnlySpan<double> matrix, int n)
    {
        double[] factor = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[(i * n) + j] - Bfgs.Dot(factor.AsSpan(i * n, j), factor.AsSpan(j * n, j));
                if (i != j)
                {
                    factor[(i * n) + j] = rest / factor[(j * n) + j];
                }
                else if (rest > 1e-15 * matrix[(i * n) + i] && double.IsFinite(rest))
                {
                    factor[(i * n) + i] = Math.Sqrt(rest);
                }
                else
                {
                    return null;
                }
            }
        }

        double[] inverse = new double[n * n];
        for (int column = 0; column < n; column++)
        {
            inverse[(column * n) + column] = 1 / factor[(column * n) + column];
            for (int i = column + 1; i < n; i++)
            {
                double sum = 0;
                for (int j = column; j < i; j++)
                {
                    sum -= factor[(i * n) + j] * inverse[(j * n) + column];
                }

                inverse[(i * n) + column] = sum / factor[(i * n) + i];
            }
        }

        return inverse;
    }

    /// <summary>Lays a lower triangle out as the inner loops read it: four rows at a time, of each four the columns up to the diagonal.</summary>
    public static double[] Packed(ReadOnlySpan<double> inverse, int n, int width, out double logDeviation)
    {
        double[] packed = new double[MixtureShape.Triangle(width)];
        logDeviation = 0;
        int at = 0;
        for (int end = SlabMatrix.Tile; end <= width; end += SlabMatrix.Tile)
        {
            for (int column = 0; column < end; column++)
            {
                for (int row = end - SlabMatrix.Tile; row < end; row++, at++)
                {
                    packed[at] = row < n && column <= row ? inverse[(row * n) + column] : 0;
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            logDeviation -= Math.Log(inverse[(i * n) + i]);
        }

        return packed;
    }
}
