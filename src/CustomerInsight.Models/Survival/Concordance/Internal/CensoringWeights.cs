namespace CustomerInsight.Models;

/// <summary>The chance to be still watched, had nobody left: the Kaplan–Meier curve with censoring as the event.</summary>
/// <remarks>At one time, events come before censoring, so those with an event are not at risk to be censored at it.</remarks>
internal sealed class CensoringWeights
{
    private readonly double[] _times;
    private readonly double[] _watched;

    private CensoringWeights(double[] times, double[] watched) => (_times, _watched) = (times, watched);

    /// <param name="times">The rows to be weighted.</param>
    /// <param name="censoring">Those that the chance is estimated from; null for the same.</param>
    /// <param name="parameter">The name of that argument.</param>
    /// <exception cref="ArgumentException">A row that it is estimated from is watched from later on: where a life is cut, each cut would count as its end.</exception>
    public static CensoringWeights Of(SurvivalTimes times, SurvivalTimes? censoring, string parameter)
    {
        if (censoring is not null)
        {
            ThrowIfLate(censoring, parameter);
        }

        return Of(censoring ?? times);
    }

    private static CensoringWeights Of(SurvivalTimes times)
    {
        var table = RiskTable.Of(times);
        double[] watched = new double[table.Times.Length];
        double product = 1;
        for (int i = 0; i < watched.Length; i++)
        {
            if (table.Censored[i] > 0)
            {
                double all = table.Events[i] + table.Censored[i];
                double risk = table.Left(i, table.Events[i]);
                product *= risk > 0 ? table.Left(i, all) / risk : 0;
            }

            watched[i] = product;
        }

        return new CensoringWeights(table.Times, watched);
    }

    /// <summary>The chance to be watched up to and with a time, so that an event at it is seen.</summary>
    public double Before(double time)
    {
        int found = _times.AsSpan().BinarySearch(time);
        int step = (found >= 0 ? found : ~found) - 1;
        return step < 0 ? 1 : _watched[step];
    }

    /// <summary>The chance to be watched longer than a time.</summary>
    public double After(double time)
    {
        int found = _times.AsSpan().BinarySearch(time);
        int step = found >= 0 ? found : ~found - 1;
        return step < 0 ? 1 : _watched[step];
    }

    /// <exception cref="ArgumentException">A row is watched from later on.</exception>
    public static void ThrowIfLate(SurvivalTimes times, string parameter)
    {
        for (int row = 0; row < times.Entries.Length; row++)
        {
            if (times.Entries[row] > 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} is watched from later than 0, but this measure needs rows watched from 0 on. Give a row for each whole life, leave such rows out, or use {nameof(Concordance)}.{nameof(Concordance.Harrell)}."), parameter);
            }
        }
    }
}
