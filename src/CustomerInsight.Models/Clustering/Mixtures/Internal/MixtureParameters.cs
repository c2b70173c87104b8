namespace CustomerInsight.Models;

/// <summary>A mixture as the inner loops read it, and as a search moves it.</summary>
internal sealed class MixtureParameters
{
    private static readonly double LogTwoPi = Math.Log(2 * Math.PI);

    private const double LeastRidge = 1e-12;

    private MixtureParameters(MixtureShape shape)
    {
        Shape = shape;
        Weights = new double[shape.Groups];
        Means = new double[shape.Groups * shape.Width];
        Covariances = new double[shape.Groups][];
        Factors = new double[shape.Groups][];
        Constants = new double[shape.Groups];
    }

    public MixtureShape Shape { get; }

    /// <summary>The shares of the groups; 0 for one that lost all rows.</summary>
    public double[] Weights { get; }

    /// <summary>By group, a number for each column.</summary>
    public double[] Means { get; }

    /// <summary>By group: a matrix row by row, or a variance for each column.</summary>
    public double[][] Covariances { get; }

    /// <summary>By group, what turns differences into units of the deviation, as <see cref="MixtureKernel"/> reads it.</summary>
    public double[][] Factors { get; }

    /// <summary>By group, the logarithm of the density times the weight at the mean.</summary>
    public double[] Constants { get; }

    /// <summary>How many groups needed more regularisation than asked for.</summary>
    public int Ridged { get; private set; }

    /// <summary>Whether all numbers are finite; squares of very large features are not.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Makes a mixture whose factors are not known yet, as the point that first sums are taken about.</summary>
    public static MixtureParameters About(MixtureShape shape, ReadOnlySpan<double> means)
    {
        var parameters = new MixtureParameters(shape);
        for (int group = 0; group < shape.Groups; group++)
        {
            means.Slice(group * shape.Columns, shape.Columns).CopyTo(parameters.Means.AsSpan(group * shape.Width));
            parameters.Covariances[group] = [];
            parameters.Factors[group] = [];
        }

        return parameters;
    }

    /// <summary>Makes a mixture of given numbers.</summary>
    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    public static MixtureParameters Of(MixtureShape shape, ReadOnlySpan<double> weights, ReadOnlySpan<double> means, double[][] covariances)
    {
        MixtureParameters parameters = About(shape, means);
        weights.CopyTo(parameters.Weights);
        for (int group = 0; group < shape.Groups; group++)
        {
            parameters.Covariances[group] = covariances[group];
            if (!parameters.TryFactor(group))
            {
                throw new ArgumentException(FormattableString.Invariant($"The covariance of group {group} is not positive definite. Give variances above 0 and correlations within ±1, or fit the mixture again."), nameof(covariances));
            }
        }

        return parameters;
    }

    /// <summary>Finds the parameters that fit sums over all rows best: the M step.</summary>
    /// <param name="about">What the sums were taken about.</param>
    /// <param name="sums">The sums, as <see cref="MixtureShape"/> lays them out.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="regularization">Added to every variance.</param>
    public static MixtureParameters From(MixtureParameters about, ReadOnlySpan<double> sums, int rows, double regularization)
    {
        MixtureShape shape = about.Shape;
        var parameters = new MixtureParameters(shape);
        for (int group = 0; group < shape.Groups; group++)
        {
            ReadOnlySpan<double> own = sums.Slice(group * shape.GroupSums, shape.GroupSums);
            parameters.Weights[group] = own[0] / rows;
            Span<double> mean = parameters.Means.AsSpan(group * shape.Width, shape.Width);
            about.Means.AsSpan(group * shape.Width, shape.Width).CopyTo(mean);
            if (own[0] <= 0)
            {
                parameters.Covariances[group] = about.Covariances[group];
                continue;
            }

            double[] shift = new double[shape.Width];
            for (int column = 0; column < shape.Columns; column++)
            {
                shift[column] = own[1 + column] / own[0];
                mean[column] += shift[column];
            }

            parameters.Covariances[group] = MixtureCovariance.Of(shape, own, shift, shape.Kind == CovarianceKind.Tied ? 0 : regularization);
        }

        if (shape.Kind == CovarianceKind.Tied)
        {
            Array.Fill(parameters.Covariances, MixtureCovariance.Pooled(parameters.Covariances, parameters.Weights, shape.Columns, regularization));
        }

        parameters.FactorAll(regularization);
        return parameters;
    }

    private void FactorAll(double regularization)
    {
        for (int group = 0; group < Shape.Groups; group++)
        {
            if (Weights[group] <= 0)
            {
                Factors[group] = new double[Shape.Kind is CovarianceKind.Full or CovarianceKind.Tied ? MixtureShape.Triangle(Shape.Width) : Shape.Width];
                Constants[group] = double.NegativeInfinity;
            }
            else if (Shape.Kind == CovarianceKind.Tied && group > 0 && Constants[0] > double.NegativeInfinity)
            {
                Covariances[group] = Covariances[0];
                Factors[group] = Factors[0];
                Constants[group] = Constants[0] - Math.Log(Weights[0]) + Math.Log(Weights[group]);
            }
            else if (!TryFactor(group))
            {
                Ridged++;
                Ridge(group, regularization);
            }
        }
    }

    /// <summary>Raises the variances until rounding no longer hides that the matrix is positive definite.</summary>
    private void Ridge(int group, double regularization)
    {
        int n = Shape.Columns;
        int step = Shape.Kind is CovarianceKind.Full or CovarianceKind.Tied ? n + 1 : 1;
        double[] before = Covariances[group];
        double trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += before[i * step];
        }

        // A matrix of zeros becomes positive definite too: the least ridge is above 0.
        for (double ridge = Math.Max(Math.Max(regularization, 1e-14 * trace / n), LeastRidge); double.IsFinite(ridge); ridge *= 10)
        {
            Covariances[group] = [.. before];
            for (int i = 0; i < n; i++)
            {
                Covariances[group][i * step] += ridge;
            }

            if (TryFactor(group))
            {
                return;
            }
        }

        IsUsable = false;
    }

    private bool TryFactor(int group)
    {
        double[] covariance = Covariances[group];
        double logDeviation;
        if (Shape.Kind is CovarianceKind.Full or CovarianceKind.Tied)
        {
            if (MixtureCovariance.InverseFactor(covariance, Shape.Columns) is not double[] inverse)
            {
                return false;
            }

            Factors[group] = MixtureCovariance.Packed(inverse, Shape.Columns, Shape.Width, out logDeviation);
        }
        else
        {
            double[] factor = Factors[group] = new double[Shape.Width];
            logDeviation = 0;
            for (int column = 0; column < Shape.Columns; column++)
            {
                if (!(covariance[column] > 0 && double.IsFinite(covariance[column])))
                {
                    return false;
                }

                factor[column] = 1 / Math.Sqrt(covariance[column]);
                logDeviation -= Math.Log(factor[column]);
            }
        }

        Constants[group] = Math.Log(Weights[group]) - (Shape.Columns * LogTwoPi / 2) - logDeviation;
        return double.IsFinite(logDeviation);
    }
}
