namespace CustomerInsight.Models;

/// <summary>The mean of −ln L over customers whose parameters depend on covariates: by the logs of the average customer's parameters, then by the coefficients of each shift.</summary>
/// <remarks>Source: Fader, Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007).</remarks>
internal sealed class CovariateObjective(
    CovariateRows rows, int[] counts, ICustomerLikelihood likelihood, int parameters, IReadOnlyList<CovariateShift> shifts, double daysPerTime, double ridge, ParallelOptions parallel) : IObjective
{
    private const double LargestLog = 25;
    private const int SmallestChunk = 1_024;

    private readonly double _customers = counts.Sum();

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        foreach (double coordinate in point)
        {
            if (!(Math.Abs(coordinate) <= LargestLog))
            {
                return double.PositiveInfinity;
            }
        }

        double[] at = point.ToArray();
        double value = 0;
        gradient.Clear();
        foreach ((double Value, double[] Gradient) part in FixedChunks.Run(counts.Length, SmallestChunk, parallel, (first, last) => Sum(at, first, last)))
        {
            value -= part.Value / _customers;
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] -= part.Gradient[i] / _customers;
            }
        }

        for (int i = parameters; i < at.Length; i++)
        {
            value += ridge * at[i] * at[i] / 2 / _customers;
            gradient[i] += ridge * at[i] / _customers;
        }

        return value;
    }

    private (double Value, double[] Gradient) Sum(double[] point, int first, int last)
    {
        double value = 0;
        double[] gradient = new double[point.Length];
        Span<double> logs = stackalloc double[parameters];
        Span<double> slopes = stackalloc double[parameters];
        int width = rows.Columns.Count;
        for (int row = first; row < last; row++)
        {
            int count = counts[row];
            if (count == 0)
            {
                continue;
            }

            ReadOnlySpan<double> covariates = rows.Values.AsSpan(row * width, width);
            point.AsSpan(0, parameters).CopyTo(logs);
            int coefficient = parameters;
            foreach (CovariateShift shift in shifts)
            {
                foreach (int column in shift.Columns)
                {
                    logs[shift.Parameter] += shift.Sign * point[coefficient++] * covariates[column];
                }
            }

            ref readonly RepeatPattern pattern = ref rows.Patterns[row];
            value += count * likelihood.Evaluate(pattern.Repeats, pattern.ActiveDays / daysPerTime, pattern.TenureDays / daysPerTime, logs, slopes);
            for (int i = 0; i < parameters; i++)
            {
                gradient[i] += count * slopes[i];
            }

            coefficient = parameters;
            foreach (CovariateShift shift in shifts)
            {
                foreach (int column in shift.Columns)
                {
                    gradient[coefficient++] += count * shift.Sign * slopes[shift.Parameter] * covariates[column];
                }
            }
        }

        return (value, gradient);
    }
}
