using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of the NBD model over all customers, as a function of the logs of its parameters.</summary>
/// <param name="rows">The customers.</param>
/// <param name="daysPerTime">How many days the unit of time has in which α is meant.</param>
/// <param name="parallel">How to work.</param>
internal sealed class NbdObjective(PatternRows rows, double daysPerTime, ParallelOptions parallel) : IObjective
{
    // e^25: beyond it the likelihood is flat and the model a limit case.
    private const double LargestLog = 25;
    private const int PieceGroups = 4_096;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        if (!(Math.Abs(point[0]) <= LargestLog && Math.Abs(point[1]) <= LargestLog))
        {
            return double.PositiveInfinity;
        }

        double r = Math.Exp(point[0]);
        double logAlpha = point[1];
        double alpha = Math.Exp(logAlpha) * daysPerTime;
        double value = 0;
        double byR = 0;
        double byAlpha = 0;
        foreach ((double pieceValue, double pieceByR, double pieceByAlpha) in FixedChunks.Run(rows.Groups, PieceGroups, parallel, (from, to) => AddUp(r, alpha, from, to)))
        {
            value += pieceValue;
            byR += pieceByR;
            byAlpha += pieceByAlpha;
        }

        var ofR = new RisingSum(r);
        foreach ((int repeats, double customers) in rows.CustomersByRepeats)
        {
            ofR.GoTo(repeats);
            value += customers * (ofR.Log - (repeats * logAlpha));
            byR += customers * ofR.Derivative;
        }

        gradient[0] = -byR * r / rows.Customers;
        gradient[1] = -byAlpha / rows.Customers;
        return -value / rows.Customers;
    }

    private (double Value, double ByR, double ByAlpha) AddUp(double r, double alpha, int from, int to)
    {
        var alphas = Vector512.Create(alpha);
        var perAlpha = Vector512.Create(1 / alpha);
        var rs = Vector512.Create(r);
        Vector512<double> value = Vector512<double>.Zero;
        Vector512<double> byR = Vector512<double>.Zero;
        Vector512<double> byAlpha = Vector512<double>.Zero;
        for (int group = from; group < to; group++)
        {
            Vector512<double> repeats = rows.Repeats(group);
            Vector512<double> tenure = rows.TenureDays(group);
            Vector512<double> customers = rows.Counts(group);
            Vector512<double> logs = customers * LaneLogarithm.OnePlus(tenure * perAlpha);
            value -= (rs + repeats) * logs;
            byR -= logs;
            byAlpha += customers * ((rs * tenure) - (repeats * alphas)) / (alphas + tenure);
        }

        return (Lanes.Sum(value), Lanes.Sum(byR), Lanes.Sum(byAlpha));
    }
}
