namespace CustomerInsight.Models;

/// <summary>Expectation and maximisation in turn until the likelihood no longer grows.</summary>
internal sealed class MixtureSearch
{
    private readonly SlabMatrix _data;
    private readonly MixtureShape _shape;
    private readonly double _regularization;
    private readonly double _tolerance;
    private readonly int _maximumIterations;
    private readonly CancellationToken _cancellationToken;
    private readonly IProgress<int>? _progress;
    private readonly MixturePass _pass;

    public MixtureSearch(SlabMatrix data, MixtureShape shape, GaussianMixtureOptions options, ParallelOptions parallel, IProgress<int>? progress)
    {
        _data = data;
        _shape = shape;
        _regularization = options.Regularization;
        _tolerance = options.Tolerance;
        _maximumIterations = options.MaximumIterations;
        _cancellationToken = parallel.CancellationToken;
        _progress = progress;
        _pass = new MixturePass(data, shape, parallel);
    }

    /// <summary>Searches from rows that are each counted to one group.</summary>
    /// <param name="labels">The group of each row.</param>
    public MixtureFound Run(int[] labels)
    {
        // Sums about a row of each group are about as good as those about its mean, which is not known yet.
        double[] about = new double[_shape.Groups * _shape.Columns];
        for (int row = labels.Length - 1; row >= 0; row--)
        {
            if (labels[row] >= 0)
            {
                _data.CopyRow(row, about.AsSpan(labels[row] * _shape.Columns, _shape.Columns));
            }
        }

        var first = MixtureParameters.About(_shape, about);
        return Run(MixtureParameters.From(first, _pass.SumByLabels(labels, first), _data.Rows, _regularization));
    }

    /// <summary>Searches from a mixture.</summary>
    public MixtureFound Run(MixtureParameters current)
    {
        double last = double.NegativeInfinity;
        int iterations = 0;
        bool converged = false;
        while (iterations < _maximumIterations && !converged && current.IsUsable)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            double[] sums = _pass.Sum(current);
            double mean = sums[^1] / _data.Rows;
            current = MixtureParameters.From(current, sums, _data.Rows, _regularization);
            converged = Math.Abs(mean - last) < _tolerance;
            last = mean;
            iterations++;
            _progress?.Report(iterations);
        }

        return new MixtureFound(current, current.IsUsable ? _pass.LogLikelihood(current) : double.NaN, iterations, converged, Collapsed(current));
    }

    /// <summary>Counts the groups that stand on too few rows to have a shape of their own.</summary>
    private int Collapsed(MixtureParameters mixture)
    {
        int collapsed = 0;
        for (int group = 0; group < _shape.Groups; group++)
        {
            double fewest = _shape.Kind switch
            {
                CovarianceKind.Full => _shape.Columns + 1,
                CovarianceKind.Tied => double.Epsilon,
                _ => 2,
            };
            collapsed += mixture.Weights[group] * _data.Rows < fewest ? 1 : 0;
        }

        return collapsed;
    }
}
