namespace CustomerInsight.Models;

/// <summary>Quasi-Newton search that reports how it ended instead of throwing.</summary>
/// <remarks>
/// Source: Nocedal, Wright, "Numerical Optimization" (2006), algorithm 6.1 with the scaling (6.20); the line search bisects for
/// the weak Wolfe conditions after Lewis, Overton, "Nonsmooth optimization via quasi-Newton methods",
/// Mathematical Programming 141 (2013), section 4. They make every update keep the matrix positive definite. Next to the minimum, where a sum over
/// many rows cannot show that it fell, the slope tells instead: Hager, Zhang, "A new conjugate gradient method with guaranteed descent and an
/// efficient line search", SIAM Journal on Optimization 16 (2005), condition (23).
/// </remarks>
internal sealed class Bfgs(int maximumIterations)
{
    private const double GradientTolerance = 1e-8;

    // Where rounding alone stops the search, a gradient this small still says that the minimum is there.
    private const double RoundingTolerance = 1e-6;
    private const double Decrease = 1e-4;
    private const double Curvature = 0.9;
    private const double LongestStep = 3;
    private const int LineSteps = 60;

    // How far a value that is a mean over a million rows may be off, of its size.
    private const double Rounding = 1e-12;

    /// <param name="objective">The function.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="inverse">What is known of the inverse of the second derivatives there; changed by the search. Null for nothing.</param>
    public SearchResult Minimize(IObjective objective, ReadOnlySpan<double> start, CancellationToken cancellationToken, InverseHessian? inverse = null)
    {
        int n = start.Length;
        var current = new Candidate(n);
        var next = new Candidate(n);
        start.CopyTo(current.Point);
        current.Value = objective.Evaluate(current.Point, current.Gradient);
        if (!current.IsFinite)
        {
            return new SearchResult(current.Point, current.Value, SearchStatus.NotFinite, 0);
        }

        inverse ??= new InverseHessian(n);
        double[] direction = new double[n];
        for (int iteration = 0; iteration < maximumIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Largest(current.Gradient) <= GradientTolerance)
            {
                return new SearchResult(current.Point, current.Value, SearchStatus.Converged, iteration);
            }

            inverse.Descend(current.Gradient, direction);
            if (!LineSearch(objective, current, direction, next))
            {
                bool good = Largest(current.Gradient) <= RoundingTolerance;
                if (!good && !inverse.IsIdentity)
                {
                    // The matrix may have gone bad: try once more along the gradient itself.
                    inverse.Reset();
                    continue;
                }

                return new SearchResult(current.Point, current.Value, good ? SearchStatus.Converged : SearchStatus.NoProgress, iteration);
            }

            inverse.Update(current, next);
            (current, next) = (next, current);
        }

        bool done = Largest(current.Gradient) <= GradientTolerance;
        return new SearchResult(current.Point, current.Value, done ? SearchStatus.Converged : SearchStatus.IterationLimit, maximumIterations);
    }

    private static bool LineSearch(IObjective objective, Candidate from, double[] direction, Candidate to)
    {
        double slope = Dot(from.Gradient, direction);
        double size = Largest(direction);
        double longest = LongestStep / size;
        double low = 0;
        double high = double.PositiveInfinity;
        double step = Math.Min(1, longest);
        double rounding = Rounding * Math.Abs(from.Value);
        for (int i = 0; i < LineSteps; i++)
        {
            for (int k = 0; k < direction.Length; k++)
            {
                to.Point[k] = from.Point[k] + (step * direction[k]);
            }

            to.Value = objective.Evaluate(to.Point, to.Gradient);
            double slopeThere = Dot(to.Gradient, direction);
            bool falls = to.Value <= from.Value + (Decrease * step * slope)
                || (to.Value <= from.Value + rounding && slopeThere <= ((2 * Decrease) - 1) * slope);
            if (!to.IsFinite || !falls)
            {
                high = step;
            }
            else if (step < longest && slopeThere < Curvature * slope)
            {
                low = step;
            }
            else
            {
                return true;
            }

            step = double.IsPositiveInfinity(high) ? Math.Min(2 * low, longest) : (low + high) / 2;
        }

        return false;
    }

    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
