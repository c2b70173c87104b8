using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The times of all distinct patterns, summed up eight at a time.</summary>
internal sealed class BgNbdRows
{
    private readonly double[] _active;
    private readonly double[] _tenure;
    private readonly double[] _counts;

    public BgNbdRows(PatternCounts patterns, double daysPerTime)
    {
        // Seven rows more, so that the last ones too can be read by eight.
        Length = patterns.Length;
        _active = new double[Length + Lanes.Count - 1];
        _tenure = new double[_active.Length];
        _counts = new double[_active.Length];
        for (int i = 0; i < Length; i++)
        {
            _active[i] = patterns.ActiveDays[i] / daysPerTime;
            _tenure[i] = patterns.TenureDays[i] / daysPerTime;
            _counts[i] = patterns.Counts[i];
        }
    }

    public int Length { get; }

    /// <param name="start">The first row, all of equal repeats.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="shape">s.</param>
    /// <param name="alpha">α.</param>
    /// <param name="logOdds">The log of the odds of having left at once after the last purchase; −∞ where that cannot be.</param>
    /// <param name="regularity">k.</param>
    public BgNbdSums AddUp(int start, int end, double shape, double alpha, double logOdds, int regularity) =>
        regularity > 1 ? AddUpStages(start, end, shape, alpha, logOdds, regularity)
        : double.IsNegativeInfinity(logOdds) ? AddUpLiving(start, end, shape, alpha)
        : AddUpRandom(start, end, shape, alpha, logOdds);

    private BgNbdSums AddUpLiving(int start, int end, double shape, double alpha)
    {
        var alphas = Vector512.Create(alpha);
        var perAlpha = Vector512.Create(1 / alpha);
        Vector512<double> customers = Vector512<double>.Zero;
        Vector512<double> logTenures = Vector512<double>.Zero;
        Vector512<double> inverses = Vector512<double>.Zero;
        for (int i = start; i < end; i += Lanes.Count)
        {
            Vector512<double> count = CountsAt(i, end);
            Vector512<double> tenure = At(_tenure, i);
            customers += count;
            logTenures = Lanes.MultiplyAdd(count, LaneLogarithm.OnePlus(tenure * perAlpha), logTenures);
            inverses += count / (tenure + alphas);
        }

        return new BgNbdSums(Lanes.Sum(customers), Lanes.Sum(logTenures), 0, 0, 0, -shape * Lanes.Sum(inverses));
    }

    private BgNbdSums AddUpRandom(int start, int end, double shape, double alpha, double logOdds)
    {
        var alphas = Vector512.Create(alpha);
        var perAlpha = Vector512.Create(1 / alpha);
        var shapes = Vector512.Create(shape);
        var oddsAtOnce = Vector512.Create(logOdds);
        Vector512<double> customers = Vector512<double>.Zero;
        Vector512<double> logTenures = Vector512<double>.Zero;
        Vector512<double> logWays = Vector512<double>.Zero;
        Vector512<double> lefts = Vector512<double>.Zero;
        Vector512<double> byShape = Vector512<double>.Zero;
        Vector512<double> byAlpha = Vector512<double>.Zero;
        for (int i = start; i < end; i += Lanes.Count)
        {
            Vector512<double> count = CountsAt(i, end);
            Vector512<double> tenure = At(_tenure, i);
            Vector512<double> active = At(_active, i);
            Vector512<double> logTenure = LaneLogarithm.OnePlus(tenure * perAlpha);
            Vector512<double> silence = logTenure - LaneLogarithm.OnePlus(active * perAlpha);
            Vector512<double> odds = Lanes.MultiplyAdd(shapes, silence, oddsAtOnce);
            Vector512<double> left = count * LaneLogistic.Of(odds, out Vector512<double> softplus);
            customers += count;
            logTenures = Lanes.MultiplyAdd(count, logTenure, logTenures);
            logWays = Lanes.MultiplyAdd(count, softplus, logWays);
            lefts += left;
            byShape = Lanes.MultiplyAdd(left, silence, byShape);
            byAlpha += ((count - left) / (tenure + alphas)) + (left / (active + alphas));
        }

        return new BgNbdSums(
            Lanes.Sum(customers), Lanes.Sum(logTenures), Lanes.Sum(logWays), Lanes.Sum(lefts), Lanes.Sum(byShape), -shape * Lanes.Sum(byAlpha));
    }

    private BgNbdSums AddUpStages(int start, int end, double shape, double alpha, double logOdds, int regularity)
    {
        var alphas = Vector512.Create(alpha);
        var perAlpha = Vector512.Create(1 / alpha);
        var shapes = Vector512.Create(shape);
        var oddsAtOnce = Vector512.Create(logOdds);
        Vector512<double> customers = Vector512<double>.Zero;
        Vector512<double> logTenures = Vector512<double>.Zero;
        Vector512<double> logWays = Vector512<double>.Zero;
        Vector512<double> lefts = Vector512<double>.Zero;
        Vector512<double> byShape = Vector512<double>.Zero;
        Vector512<double> byAlpha = Vector512<double>.Zero;
        for (int i = start; i < end; i += Lanes.Count)
        {
            Vector512<double> count = CountsAt(i, end);
            Vector512<double> tenure = At(_tenure, i);
            Vector512<double> active = At(_active, i);
            Vector512<double> logTenure = LaneLogarithm.OnePlus(tenure * perAlpha);
            Vector512<double> silence = logTenure - LaneLogarithm.OnePlus(active * perAlpha);
            Vector512<double> tenureInverse = Vector512<double>.One / (tenure + alphas);
            Vector512<double> share = (tenure - active) * tenureInverse;
            Vector512<double> term = Vector512<double>.One;
            Vector512<double> stages = Vector512<double>.One;
            Vector512<double> stagesByShape = Vector512<double>.Zero;
            Vector512<double> stagesByLog = Vector512<double>.Zero;
            double derivative = 0;
            for (int j = 1; j < regularity; j++)
            {
                derivative += 1 / (shape + j - 1);
                term *= share * Vector512.Create((shape + j - 1) / j);
                stages += term;
                stagesByShape = Lanes.MultiplyAdd(term, Vector512.Create(derivative), stagesByShape);
                stagesByLog = Lanes.MultiplyAdd(term, Vector512.Create((double)j), stagesByLog);
            }

            Vector512<double> logStages = LaneLogarithm.Of(stages);
            Vector512<double> odds = Lanes.MultiplyAdd(shapes, silence, oddsAtOnce) - logStages;
            Vector512<double> left = count * LaneLogistic.Of(odds, out Vector512<double> softplus);
            Vector512<double> alive = count - left;
            customers += count;
            logTenures = Lanes.MultiplyAdd(count, logTenure, logTenures);
            logWays = Lanes.MultiplyAdd(count, softplus + logStages, logWays);
            lefts += left;
            byShape += (left * silence) + (alive * stagesByShape / stages);
            byAlpha += (alive * tenureInverse * (shapes + (stagesByLog / stages))) + (left * shapes / (active + alphas));
        }

        return new BgNbdSums(Lanes.Sum(customers), Lanes.Sum(logTenures), Lanes.Sum(logWays), Lanes.Sum(lefts), Lanes.Sum(byShape), -Lanes.Sum(byAlpha));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(double[] column, int index) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> CountsAt(int index, int end)
    {
        Vector512<double> count = At(_counts, index);
        return end - index >= Lanes.Count
            ? count
            : Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)(end - index))), count, Vector512<double>.Zero);
    }
}
