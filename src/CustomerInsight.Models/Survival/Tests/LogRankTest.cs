using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Whether the customers of several groups stay equally long.</summary>
/// <param name="Weights">Which test of the family.</param>
/// <param name="ChiSquared">The statistic. At least 0.</param>
/// <param name="DegreesOfFreedom">The number of groups that could have had an event, less one.</param>
/// <param name="PValue">How probable so large a statistic is where all groups are at the same risk; 1 without degrees of freedom.</param>
/// <param name="Groups">What was found of each group, in ordinal order of their names.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record LogRankTest(LogRankWeights Weights, double ChiSquared, int DegreesOfFreedom, double PValue, ValueList<LogRankGroup> Groups)
{
    /// <summary>Tests whether groups differ.</summary>
    /// <param name="times">The times. Whole weights count as that many rows; others weigh what is observed and expected, and statistics grow in proportion to them.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="weights">Which test of the family; null for the log-rank test.</param>
    /// <param name="strata">The stratum of each row: groups are compared within strata only, and the differences summed. Null for one stratum.</param>
    /// <param name="cause">Which end is the event, by the number of its cause: the others count as no event from then on, so that hazards of this cause are compared. 0 for every cause.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">There is not one group, or one stratum, for each row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of the cause is negative.</exception>
    /// <remarks>
    /// O(n log n + d·k²) for d times of events and k groups. The order of rows changes nothing.
    /// <para>Sources: Klein, Moeschberger, "Survival Analysis" (2003), sections 7.3 and 7.5; Harrington, Fleming, "A class of rank test procedures for censored survival data", Biometrika 69 (1982).</para>
    /// </remarks>
    public static LogRankTest Of(SurvivalTimes times, IReadOnlyList<string> groups, LogRankWeights? weights = null, IReadOnlyList<string>? strata = null, int cause = RiskTable.AnyCause)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfNegative(cause);
        weights ??= LogRankWeights.LogRank;
        List<(string Name, int[] Rows, SurvivalTimes Times)> all = TimesByName.Of(times, groups);
        var sums = new LogRankSums([.. all.Select(static group => group.Name)]);
        bool isCounted = AreCounts(times);
        if (strata is null)
        {
            sums.Add([.. all.Select(group => RiskTable.Of(group.Times, cause))], RiskTable.Of(times, cause), CountsOf(times), weights);
        }
        else
        {
            foreach ((_, int[] rows, SurvivalTimes own) in TimesByName.Of(times, strata))
            {
                string[] names = Array.ConvertAll(rows, row => groups[row]);
                var tables = TimesByName.Of(own, names).ToDictionary(static group => group.Name, group => RiskTable.Of(group.Times, cause), StringComparer.Ordinal);
                sums.Add([.. all.Select(group => tables.GetValueOrDefault(group.Name))], RiskTable.Of(own, cause), CountsOf(own), weights);
            }
        }

        (double chiSquared, int degrees) = sums.Statistic();
        return new LogRankTest(
            weights, chiSquared, degrees, new ChiSquaredTest(weights.ToString(), chiSquared, degrees).PValue,
            ValueList.From(all.Select((group, i) => new LogRankGroup(group.Name, group.Rows.Length, sums.Observed[i], sums.Expected[i]))));

        RiskTable CountsOf(SurvivalTimes rows) => RiskTable.Of(isCounted ? rows : rows.WithoutWeights(), cause);
    }

    /// <summary>Writes the test for a person.</summary>
    /// <returns>A line on the test and a table of the groups; no personal data.</returns>
    public string Describe() => new StringBuilder().AppendLine(ToString()).AppendGrid(
    [
        ["group", "customers", "observed", "expected"],
        .. Groups.Select(static group => new[]
        {
            group.Name, group.Rows.ToString("#,0", CultureInfo.InvariantCulture), group.Observed.ToString("#,0.00", CultureInfo.InvariantCulture), group.Expected.ToString("#,0.00", CultureInfo.InvariantCulture),
        }),
    ]).ToString();

    private static bool AreCounts(SurvivalTimes times)
    {
        foreach (double weight in times.Weights)
        {
            if (weight != Math.Floor(weight))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the statistic.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Weights}: chi-squared {ChiSquared:0.00} on {DegreesOfFreedom} degrees of freedom, p {PValue:G3}");
}
