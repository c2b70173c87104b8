using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How long the customers of several groups stay.</summary>
/// <param name="Groups">The groups, in ordinal order of their names.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record SurvivalByGroup(ValueList<SurvivalGroup> Groups)
{
    /// <summary>Gets the curve of one group, or null where there is no such group.</summary>
    /// <param name="name">The group.</param>
    public SurvivalEstimate? this[string name] => Groups.FindOrdinal(name, static group => group.Name)?.Estimate;

    /// <summary>Writes the groups for a person.</summary>
    /// <returns>A table: how many customers and events, the median with its interval; no personal data.</returns>
    public string Describe() => new StringBuilder().AppendGrid(
    [
        ["group", "customers", "events", "median", "from", "to"],
        .. Groups.Select(static group =>
        {
            TimeInterval interval = group.Estimate.MedianInterval;
            return new[]
            {
                group.Name, group.Estimate.Rows.ToString("#,0", CultureInfo.InvariantCulture), group.Estimate.EventCount.ToString("#,0.##", CultureInfo.InvariantCulture),
                TimeText.Of(group.Estimate.Median), TimeText.Of(interval.Low), TimeText.Of(interval.High),
            };
        }),
    ]).ToString();

    /// <summary>Draws the curves with their intervals.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => SurvivalChart.Of(Groups.Select(static group => (group.Name, group.Estimate)));
}
