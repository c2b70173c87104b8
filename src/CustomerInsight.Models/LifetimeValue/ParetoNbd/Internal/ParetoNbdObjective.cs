using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of the Pareto/NBD model over all customers, as a function of the logs of its parameters.</summary>
/// <remarks>
/// A customer is alive at T, or left at a time τ since the last purchase. Each derivative of ln L is the mean of that of the logged density at T or τ, over what the data leave open of them:
/// so the integral that gives the likelihood gives the gradient too, and nothing cancels where α or β is large.
/// <para>Source: as for <see cref="Departure"/>; Louis, "Finding the Observed Information Matrix when Using the EM Algorithm", Journal of the Royal Statistical Society B 44(2), 1982, section 3.1.</para>
/// </remarks>
/// <param name="rows">The customers.</param>
/// <param name="daysPerTime">How many days the unit of time has in which α and β are meant.</param>
/// <param name="parallel">How to work.</param>
internal sealed class ParetoNbdObjective(PatternRows rows, double daysPerTime, ParallelOptions parallel) : IObjective
{
    // e^25: beyond it the likelihood is flat and the model a limit case.
    private const double LargestLog = 25;
    private const int PieceGroups = 512;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        foreach (double log in point)
        {
            if (!(Math.Abs(log) <= LargestLog))
            {
                return double.PositiveInfinity;
            }
        }

        double logAlpha = point[1];
        var state = new ParetoNbdState(Math.Exp(point[0]), Math.Exp(logAlpha) * daysPerTime, Math.Exp(point[2]), Math.Exp(point[3]) * daysPerTime);
        ParetoNbdSums sums = default;
        foreach (ParetoNbdSums piece in FixedChunks.Run(rows.Groups, PieceGroups, parallel, (from, to) => AddUp(state, from, to)))
        {
            sums += piece;
        }

        double value = sums.Value;
        double byR = sums.ByR;
        var ofR = new RisingSum(state.R);
        foreach ((int repeats, double customers) in rows.CustomersByRepeats)
        {
            ofR.GoTo(repeats);
            value += customers * (ofR.Log - (repeats * logAlpha));
            byR += customers * state.R * ofR.Derivative;
        }

        gradient[0] = -byR / rows.Customers;
        gradient[1] = -sums.ByAlpha / rows.Customers;
        gradient[2] = -sums.ByS / rows.Customers;
        gradient[3] = -sums.ByBeta / rows.Customers;
        return -value / rows.Customers;
    }

    private ParetoNbdSums AddUp(ParetoNbdState state, int from, int to)
    {
        bool alphaIsLess = state.Alpha < state.Beta;
        var alpha = Vector512.Create(state.Alpha);
        var beta = Vector512.Create(state.Beta);
        Vector512<double> value = Vector512<double>.Zero;
        Vector512<double> byR = Vector512<double>.Zero;
        Vector512<double> byAlpha = Vector512<double>.Zero;
        Vector512<double> byS = Vector512<double>.Zero;
        Vector512<double> byBeta = Vector512<double>.Zero;
        for (int group = from; group < to; group++)
        {
            Vector512<double> customers = rows.Counts(group);
            var terms = ParetoNbdTerms.Of(alphaIsLess, state.R, state.S, alpha, beta, rows.Repeats(group), rows.ActiveDays(group), rows.TenureDays(group));
            value += customers * terms.Value;
            byR += customers * terms.ByR;
            byAlpha += customers * terms.ByAlpha;
            byS += customers * terms.ByS;
            byBeta += customers * terms.ByBeta;
        }

        return new ParetoNbdSums(Lanes.Sum(value), Lanes.Sum(byR), Lanes.Sum(byAlpha), Lanes.Sum(byS), Lanes.Sum(byBeta));
    }
}
