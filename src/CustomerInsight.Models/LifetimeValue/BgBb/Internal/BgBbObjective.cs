namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of the BG/BB model over all customers, as a function of the logs of its parameters.</summary>
internal sealed class BgBbObjective(IReadOnlyList<OpportunityCount> patterns) : IObjective
{
    // e^20: beyond it the likelihood is flat and the model a limit case.
    private const double LargestLog = 20;

    private readonly double _customers = patterns.Sum(static count => (double)count.Customers);

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        Span<double> parameters = stackalloc double[4];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!(Math.Abs(point[i]) <= LargestLog))
            {
                return double.PositiveInfinity;
            }

            parameters[i] = Math.Exp(point[i]);
        }

        double value = 0;
        gradient.Clear();
        Span<double> slopes = stackalloc double[4];
        foreach (OpportunityCount count in patterns)
        {
            double share = count.Customers / _customers;
            value -= share * BgBbHistory.Of(parameters[0], parameters[1], parameters[2], parameters[3], count.Pattern, slopes).LogLikelihood;
            for (int i = 0; i < slopes.Length; i++)
            {
                gradient[i] -= share * parameters[i] * slopes[i];
            }
        }

        return value;
    }
}
