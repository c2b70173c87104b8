using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How far foretold chances to be still there are from what came: the Brier score with weights for censoring.</summary>
/// <remarks>
/// Those who left up to the time count the inverse of the chance to be still watched just before they did, those who are there after it the inverse of the chance at the time,
/// and those who were watched no longer before it count nothing. 0 is perfect, and one half for everyone gives 0.25.
/// <para>Source: Graf, Schmoor, Sauerbrei, Schumacher, "Assessment and comparison of prognostic classification schemes for survival data", Statistics in Medicine 18 (1999), section 4.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class SurvivalBrierScore
{
    /// <summary>Gives the score at a time.</summary>
    /// <param name="times">What came, all watched from 0.</param>
    /// <param name="survival">The chance of each row to be still there after the time, foretold. From 0 to 1.</param>
    /// <param name="time">The time. Above 0, finite.</param>
    /// <param name="censoring">The times from which the chance to be still watched is estimated, all watched from 0; null for <paramref name="times"/> themselves.</param>
    /// <returns>The score. At least 0; not a number where nobody can be watched that long, as the last row was censored at or before the time or <paramref name="censoring"/> ends before, or there is no row.</returns>
    /// <exception cref="ArgumentException">There is not one chance from 0 to 1 for each row, or a row is watched from later on.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not above 0 and finite.</exception>
    /// <remarks>O(n log n).</remarks>
    public static double At([NotNull] SurvivalTimes times, ReadOnlySpan<double> survival, double time, SurvivalTimes? censoring = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        ParameterCheck.Positive(time, nameof(time));
        CensoringWeights.ThrowIfLate(times, nameof(times));
        if (survival.Length != times.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Count} times come with {survival.Length} chances. Give one for each row."), nameof(survival));
        }

        for (int row = 0; row < survival.Length; row++)
        {
            if (!(survival[row] is >= 0 and <= 1))
            {
                throw new ArgumentException(FormattableString.Invariant($"The chance of row {row} is not from 0 to 1."), nameof(survival));
            }
        }

        return At(times, survival, time, CensoringWeights.Of(times, censoring, nameof(censoring)));
    }

    /// <summary>Gives the mean of the score over a stretch of time.</summary>
    /// <param name="times">The times of the scores, above 0 and rising: the stretch is from 0, where the score is 0, to the last of them.</param>
    /// <param name="scores">The score at each.</param>
    /// <returns>The area under the line through the scores, over its length; not a number without times.</returns>
    /// <exception cref="ArgumentException">There is not one score for each time, or times do not rise from above 0.</exception>
    public static double Integrated(ReadOnlySpan<double> times, ReadOnlySpan<double> scores)
    {
        if (scores.Length != times.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Length} times come with {scores.Length} scores. Give one for each."), nameof(scores));
        }

        double area = 0;
        double lastTime = 0;
        double lastScore = 0;
        for (int i = 0; i < times.Length; i++)
        {
            if (!(times[i] > lastTime))
            {
                throw new ArgumentException(FormattableString.Invariant($"Time {i} is not above the one before, or above 0. Sort the times."), nameof(times));
            }

            area += (times[i] - lastTime) * (scores[i] + lastScore) / 2;
            (lastTime, lastScore) = (times[i], scores[i]);
        }

        return area / lastTime;
    }

    internal static double At(SurvivalTimes times, ReadOnlySpan<double> survival, double time, CensoringWeights watched)
    {
        // Sorted, so that the sum does not depend on the order of the rows.
        double[] terms = new double[times.Count];
        double[] weights = times.WeightArray is { } given ? (double[])given.Clone() : [times.Count];
        double there = watched.After(time);
        double last = 0;
        bool isCensored = true;
        for (int row = 0; row < terms.Length; row++)
        {
            bool isEvent = times.Ends[row] != SurvivalTimes.Censored;
            if (times.Exits[row] >= last)
            {
                (isCensored, last) = (!isEvent || (isCensored && times.Exits[row] == last), times.Exits[row]);
            }

            double weight = times.WeightArray is { } sizes ? sizes[row] : 1;
            bool isThere = times.Exits[row] > time;
            if (!isThere && !isEvent)
            {
                continue;
            }

            double chance = isThere ? there : watched.Before(times.Exits[row]);
            double distance = isThere ? 1 - survival[row] : survival[row];
            terms[row] = chance > 0 ? weight * distance * distance / chance : double.NaN;
        }

        // Those who were censored last would have been there, but count nothing: without them the score looks better than it is.
        if (time >= last && isCensored)
        {
            return double.NaN;
        }

        Array.Sort(terms);
        Array.Sort(weights);
        return terms.Sum() / weights.Sum();
    }
}
