using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How many leave for which cause, such as those who cancel and those whose payment fails, where who leaves for one cannot leave for another.</summary>
/// <remarks>
/// To take the other causes as censored in <see cref="KaplanMeier"/> would count those who left for them as if they could still leave for this one, and find too many. The risk of one cause by features is another
/// question: fit <see cref="CoxEstimator"/> or <see cref="AftEstimator"/> with its number as their cause, and compare groups by <see cref="LogRankTest"/> with it.
/// <para>Sources: Aalen, Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations", Scandinavian Journal of Statistics 5 (1978);
/// Andersen, Borgan, Gill, Keiding, "Statistical Models Based on Counting Processes" (1993), section IV.4; Kalbfleisch, Prentice, "The Statistical Analysis of Failure Time Data" (2002), section 8.2.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class AalenJohansen
{
    /// <summary>Estimates the chance to have left for each cause.</summary>
    /// <param name="times">The times with the causes of their ends. Weights count as that many rows.</param>
    /// <param name="causes">The names of the causes by their numbers from 1, such as <c>voluntary</c>, <c>involuntary</c>; null for <c>cause 1</c> and so on.</param>
    /// <param name="level">How sure the intervals are to be. Above 0, below 1.</param>
    /// <returns>The chances with their errors (Greenwood's kind, by the delta method), which for a single cause are those of <see cref="KaplanMeier"/>.</returns>
    /// <exception cref="ArgumentException">There are fewer names than causes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    /// <remarks>O(causes × n log n) at most. The order of rows changes nothing.</remarks>
    public static CumulativeIncidence Estimate([NotNull] SurvivalTimes times, IReadOnlyList<string>? causes = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);
        ParameterCheck.Probability(level, nameof(level));
        string[] names = Names(times, causes);
        SurvivalCurve staying = KaplanMeier.Estimate(times).Curve;
        var all = RiskTable.Of(times);
        return new CumulativeIncidence(
            times.Count, staying, ValueList.From(names.Select((name, i) => IncidenceSums.Of(name, all, RiskTable.Of(times, i + 1), staying, level))));
    }

    /// <summary>Estimates the chances of each of several groups.</summary>
    /// <param name="times">The times with the causes of their ends.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="causes">The names of the causes by their numbers from 1; null for <c>cause 1</c> and so on.</param>
    /// <param name="level">How sure the intervals are to be. Above 0, below 1.</param>
    /// <returns>The groups in ordinal order of their names.</returns>
    /// <exception cref="ArgumentException">There is not one group for each row, or there are fewer names than causes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static ValueList<IncidenceGroup> ByGroup([NotNull] SurvivalTimes times, [NotNull] IReadOnlyList<string> groups, IReadOnlyList<string>? causes = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);

        // A group in which nobody left for the last cause has that cause all the same.
        string[] names = Names(times, causes);
        return ValueList.From(TimesByName.Of(times, groups).Select(group => new IncidenceGroup(group.Name, Estimate(group.Times, names, level))));
    }

    private static string[] Names(SurvivalTimes times, IReadOnlyList<string>? causes) =>
        causes is null ? [.. Enumerable.Range(1, times.Causes).Select(static cause => FormattableString.Invariant($"cause {cause}"))]
        : causes.Count >= times.Causes ? [.. causes]
        : throw new ArgumentException(FormattableString.Invariant($"{causes.Count} names are given for causes up to number {times.Causes}. Name each cause, from 1 on."), nameof(causes));
}
