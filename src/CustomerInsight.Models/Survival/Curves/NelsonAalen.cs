using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How much risk adds up over time, without a model: the sum of the shares of those at risk who had the event.</summary>
/// <remarks>Sources: Nelson, "Theory and applications of hazard plotting for censored failure data", Technometrics 14 (1972); Aalen, "Nonparametric inference for a family of counting
/// processes", Annals of Statistics 6 (1978); Fleming, Harrington, "Nonparametric estimation of the survival distribution in censored data", Communications in Statistics 13 (1984) for ties.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class NelsonAalen
{
    /// <summary>Estimates the cumulative hazard.</summary>
    /// <param name="times">The times; an end of any cause is an event. Weights count as that many rows.</param>
    /// <param name="ties">Whether events at the same time are taken to have come one after the other, as they do where times were rounded: each then has fewer at risk than the one before.</param>
    /// <param name="level">How sure the intervals are to be. Above 0, below 1.</param>
    /// <returns>The hazard with its errors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    /// <remarks>O(n log n) at most.</remarks>
    public static HazardEstimate Estimate([NotNull] SurvivalTimes times, bool ties = false, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);
        ParameterCheck.Probability(level, nameof(level));
        var table = RiskTable.Of(times);
        double[] hazards = new double[table.Times.Length];
        double[] errors = new double[table.Times.Length];
        double hazard = 0;
        double variance = 0;
        for (int i = 0; i < hazards.Length; i++)
        {
            int rounds = ties ? table.EventRows[i] : Math.Min(1, table.EventRows[i]);
            double each = rounds > 0 ? table.Events[i] / rounds : 0;
            for (int round = 0; round < rounds; round++)
            {
                double atRisk = table.AtRisk[i] - (round * each);
                hazard += each / atRisk;
                variance += each / atRisk / atRisk;
            }

            hazards[i] = hazard;
            errors[i] = Math.Sqrt(variance);
        }

        return new HazardEstimate(table.Times, hazards, errors, level);
    }
}
