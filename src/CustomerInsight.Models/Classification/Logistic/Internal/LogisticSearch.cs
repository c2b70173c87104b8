namespace CustomerInsight.Models;

/// <summary>Newton's method with shortened steps; with a penalty on sizes, its proximal form.</summary>
/// <remarks>Sources: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning" (2009), section 4.4.1; Friedman, Hastie, Tibshirani, "Regularization Paths for
/// Generalized Linear Models via Coordinate Descent", Journal of Statistical Software 33 (2010); Lee, Sun, Saunders, "Proximal Newton-Type Methods", SIAM Journal on Optimization 24 (2014).</remarks>
internal sealed class LogisticSearch
{
    private const int MostHalvings = 40;
    private const double Decrease = 1e-4;

    // Of the loss: below it, sums over rows cannot tell two losses apart.
    private const double Rounding = 1e-12;

    // Newton's steps soon shrink faster than by any factor; those towards infinity shrink by e^−½ each.
    private const double SlowShrinking = 0.4;
    private const int SlowSteps = 4;

    private readonly LogisticProblem _problem;
    private readonly LogisticOptions _options;
    private readonly double _squares;
    private readonly double _sizes;

    public LogisticSearch(LogisticProblem problem, LogisticOptions options)
    {
        _problem = problem;
        _options = options;
        double sizes = options.Penalty switch
        {
            LogisticPenalty.L1 => 1,
            LogisticPenalty.ElasticNet => options.L1Ratio,
            _ => 0,
        };
        _sizes = options.PenaltyStrength * sizes;
        _squares = options.Penalty == LogisticPenalty.None ? 0 : options.PenaltyStrength * (1 - sizes);
    }

    /// <param name="current">Where to start.</param>
    /// <param name="escapes">Says whether no row's likelihood falls along a step.</param>
    public LogisticFound Run(LogisticPoint current, Func<double[], bool> escapes)
    {
        int slow = 0;
        double before = double.PositiveInfinity;
        for (int iteration = 1; iteration <= _options.MaximumIterations; iteration++)
        {
            double[]? step = PenalizedStep.Of(current, _squares, _sizes);
            if (step is null)
            {
                return new LogisticFound(current.Values, current.Loss, iteration, Converged: false, null);
            }

            double size = Math.Sqrt(PenalizedStep.Square(current, _squares, step));
            if (size <= _options.Tolerance)
            {
                return new LogisticFound(Moved(current.Values, step, 1), current.LossAfter(step), iteration, Converged: true, null);
            }

            slow = size > SlowShrinking * before ? slow + 1 : 0;
            before = size;
            if (_squares + _sizes == 0 && slow >= SlowSteps && escapes(step))
            {
                return new LogisticFound(current.Values, current.Loss, iteration, Converged: false, step);
            }

            LogisticPoint? next = Shortened(current, step);
            if (next is null)
            {
                return new LogisticFound(current.Values, current.Loss, iteration, Converged: size * size <= Rounding * Math.Abs(current.Loss), null);
            }

            current = next;
        }

        return new LogisticFound(current.Values, current.Loss, _options.MaximumIterations, Converged: false, null);
    }

    private LogisticPoint? Shortened(LogisticPoint current, double[] step)
    {
        double penalty = Penalty(current.Values);
        double promised = Penalty(Moved(current.Values, step, 1)) - penalty;
        for (int i = 0; i < step.Length; i++)
        {
            promised += current.Slopes[i] * step[i];
        }

        double allowed = Rounding * Math.Abs(current.Loss);
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            LogisticPoint next = _problem.At(Moved(current.Values, step, share));
            if (next.Loss + Penalty(next.Values) <= current.Loss + penalty + (Decrease * share * Math.Min(0, promised)) + allowed)
            {
                return next;
            }
        }

        return null;
    }

    private double Penalty(double[] point)
    {
        double sum = 0;
        foreach (double value in point.AsSpan(1))
        {
            sum += (_squares / 2 * value * value) + (_sizes * Math.Abs(value));
        }

        return sum;
    }

    private static double[] Moved(double[] from, double[] step, double share) => [.. from.Zip(step, (value, change) => value + (share * change))];
}
