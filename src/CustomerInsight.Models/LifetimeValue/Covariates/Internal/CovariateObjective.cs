namespace CustomerInsight.Models;

/// <summary>The mean of −ln L over customers whose parameters depend on covariates: by the logs of the average customer's parameters, then by the coefficients of each shift.</summary>
/// <remarks>Source: Fader, Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007).</remarks>
internal sealed class CovariateObjective(
    CovariateRows rows, int[] counts, ICustomerLikelihood likelihood, int parameters, IReadOnlyList<CovariateShift> shifts, double daysPerTime, double ridge, ParallelOptions parallel) : IObjective
{
    private const double LargestLog = 25;
    private const double LargestOwnLog = 100;
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
        var batch = new CustomerBatch(parameters);
        Span<int> places = stackalloc int[CustomerBatch.Size];
        double value = 0;
        double[] gradient = new double[point.Length];
        int filled = 0;
        for (int row = first; row < last; row++)
        {
            if (counts[row] == 0)
            {
                continue;
            }

            if (!Fill(batch, filled, row, point))
            {
                return (double.NegativeInfinity, gradient);
            }

            places[filled++] = row;
            if (filled == places.Length)
            {
                value += Add(batch, places, gradient);
                filled = 0;
            }
        }

        if (filled > 0)
        {
            batch.FillFrom(filled - 1);
            value += Add(batch, places[..filled], gradient);
        }

        return (value, gradient);
    }

    // Says whether the customer's own parameters are within what can be computed.
    private bool Fill(CustomerBatch batch, int place, int row, double[] point)
    {
        ref readonly RepeatPattern pattern = ref rows.Patterns[row];
        batch.Repeats[place] = pattern.Repeats;
        batch.Active[place] = pattern.ActiveDays / daysPerTime;
        batch.Tenure[place] = pattern.TenureDays / daysPerTime;
        for (int parameter = 0; parameter < parameters; parameter++)
        {
            batch.Logs(parameter)[place] = point[parameter];
        }

        ReadOnlySpan<double> covariates = Covariates(row);
        int coefficient = parameters;
        foreach (CovariateShift shift in shifts)
        {
            double sum = 0;
            foreach (int column in shift.Columns)
            {
                sum += point[coefficient++] * covariates[column];
            }

            double log = point[shift.Parameter] + (shift.Sign * sum);
            batch.Logs(shift.Parameter)[place] = log;
            if (!(Math.Abs(log) <= LargestOwnLog))
            {
                return false;
            }
        }

        return true;
    }

    private double Add(CustomerBatch batch, ReadOnlySpan<int> places, double[] gradient)
    {
        likelihood.Evaluate(batch);
        double value = 0;
        for (int place = 0; place < places.Length; place++)
        {
            int count = counts[places[place]];
            value += count * batch.Values[place];
            for (int parameter = 0; parameter < parameters; parameter++)
            {
                gradient[parameter] += count * batch.Slopes(parameter)[place];
            }

            ReadOnlySpan<double> covariates = Covariates(places[place]);
            int coefficient = parameters;
            foreach (CovariateShift shift in shifts)
            {
                double slope = count * shift.Sign * batch.Slopes(shift.Parameter)[place];
                foreach (int column in shift.Columns)
                {
                    gradient[coefficient++] += slope * covariates[column];
                }
            }
        }

        return value;
    }

    private ReadOnlySpan<double> Covariates(int row) => rows.Values.AsSpan(row * rows.Columns.Count, rows.Columns.Count);
}
