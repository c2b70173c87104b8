namespace CustomerInsight.Models;

/// <summary>The covariance of all rows about their common mean, from which a shared matrix follows by taking off that of the means.</summary>
internal sealed class TotalScatter(double[] covariance, double[] mean)
{
    public static TotalScatter Of(SlabMatrix data, ParallelOptions parallel)
    {
        var one = new MixtureShape(CovarianceKind.Full, 1, data.Columns);
        var pass = new MixturePass(data, one, parallel);
        double[] row = new double[data.Columns];
        data.CopyRow(0, row);
        var about = MixtureParameters.About(one, row);
        int[] labels = new int[data.Rows];
        about = MixtureParameters.About(one, MixtureParameters.From(about, pass.SumByLabels(labels, about), data.Rows, null, 0).Means.AsSpan(0, data.Columns));
        var found = MixtureParameters.From(about, pass.SumByLabels(labels, about), data.Rows, null, 0);
        return new TotalScatter(found.Covariances[0], found.Means);
    }

    /// <summary>Computes the shared covariance within the groups.</summary>
    public double[] Within(MixtureParameters parameters, double regularization)
    {
        MixtureShape shape = parameters.Shape;
        int n = shape.Columns;
        double[] matrix = [.. covariance];
        for (int group = 0; group < shape.Groups; group++)
        {
            ReadOnlySpan<double> own = parameters.Means.AsSpan(group * shape.Width, n);
            double weight = parameters.Weights[group];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    matrix[(j * n) + i] = matrix[(i * n) + j] -= weight * (own[i] - mean[i]) * (own[j] - mean[j]);
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            matrix[(i * n) + i] = Math.Max(matrix[(i * n) + i], 0) + regularization;
        }

        return matrix;
    }
}
