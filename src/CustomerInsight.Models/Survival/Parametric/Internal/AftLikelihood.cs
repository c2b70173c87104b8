namespace CustomerInsight.Models;

/// <summary>The log-likelihood of times in γ = coefficients / scale and ν = 1 / scale, with w = ν ln t − features × γ.</summary>
/// <remarks>In these it is concave for each of the distributions where no row is watched from later on, so that the search finds its one top. Source: Burridge, "A note on maximum likelihood
/// estimation for regression models using grouped data", Journal of the Royal Statistical Society B 43 (1981).</remarks>
internal sealed class AftLikelihood : ICoxLikelihood
{
    private readonly AftRows _rows;
    private readonly AftDistribution _distribution;
    private readonly ParallelOptions _parallel;
    private double[] _information = [];

    public AftLikelihood(AftRows rows, AftDistribution distribution, ParallelOptions parallel)
    {
        (_rows, _distribution, _parallel) = (rows, distribution, parallel);
        IsScaleFree = distribution != AftDistribution.Exponential;
        Parameters = rows.Width + (IsScaleFree ? 1 : 0);
        StartSlope = IsScaleFree && rows.LogDeviation > 0 ? 1 / rows.LogDeviation : 1;
        Gradient = new double[Parameters];
    }

    public bool IsScaleFree { get; }

    /// <summary>The intercept, the features, and if free what ν is above <see cref="StartSlope"/>.</summary>
    public int Parameters { get; }

    public double StartSlope { get; }

    public double Value { get; private set; }

    public double[] Gradient { get; private set; }

    public double[] Information() => _information;

    public bool Evaluate(ReadOnlySpan<double> coefficients)
    {
        double[] point = coefficients.ToArray();
        double slope = StartSlope + (IsScaleFree ? point[^1] : 0);
        if (!(slope > 0))
        {
            return false;
        }

        int n = Parameters;
        int size = RowChunks.RowsFor(_rows.Width);
        double[][] parts = new double[RowChunks.Count(_rows.Count, size)][];
        RowChunks.For(_rows.Count, size, _parallel, (chunk, from, to) => parts[chunk] = Sum(point, slope, from, to));
        double[] sum = new double[1 + n + (n * n)];
        foreach (double[] part in parts)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += part[i];
            }
        }

        Value = sum[0] - _rows.LogJacobian;
        Gradient = sum[1..(n + 1)];
        _information = sum[(n + 1)..];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                _information[(j * n) + i] = _information[(i * n) + j];
            }
        }

        return double.IsFinite(Value);
    }

    // The value, the slope, and the lower half of the information.
    private double[] Sum(double[] point, double slope, int from, int to)
    {
        int n = Parameters;
        int width = _rows.Width;
        double[] sums = new double[1 + n + (n * n)];
        Span<double> gradient = sums.AsSpan(1, n);
        Span<double> information = sums.AsSpan(1 + n);
        for (int row = from; row < to; row++)
        {
            ReadOnlySpan<double> design = _rows.Design.AsSpan(row * width, width);
            double location = Bfgs.Dot(design, point);
            double log = _rows.LogExits[row];
            double weight = _rows.Weights[row];
            bool isEvent = _rows.Events[row];
            AftTerm exit = isEvent ? AftScatter.Density(_distribution, (slope * log) - location) : AftScatter.Survival(_distribution, (slope * log) - location);
            AftTerm entry = default;
            double entryLog = 0;
            if (_rows.LogEntries is { } entries && !double.IsNegativeInfinity(entries[row]))
            {
                entryLog = entries[row];
                entry = AftScatter.Survival(_distribution, (slope * entryLog) - location);
            }

            sums[0] += weight * (exit.Value - entry.Value + (isEvent ? Math.Log(slope) : 0));
            double pull = weight * (exit.Slope - entry.Slope);
            double curve = -weight * (exit.Curvature - entry.Curvature);
            for (int i = 0; i < width; i++)
            {
                gradient[i] -= pull * design[i];
                double line = curve * design[i];
                for (int j = 0; j <= i; j++)
                {
                    information[(i * n) + j] += line * design[j];
                }
            }

            if (IsScaleFree)
            {
                double cross = -weight * ((exit.Curvature * log) - (entry.Curvature * entryLog));
                gradient[width] += weight * ((exit.Slope * log) - (entry.Slope * entryLog) + (isEvent ? 1 / slope : 0));
                for (int j = 0; j < width; j++)
                {
                    information[(width * n) + j] -= cross * design[j];
                }

                information[(width * n) + width] -= weight * ((exit.Curvature * log * log) - (entry.Curvature * entryLog * entryLog) - (isEvent ? 1 / (slope * slope) : 0));
            }
        }

        return sums;
    }
}
