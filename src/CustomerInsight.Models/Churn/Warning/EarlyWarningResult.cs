using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The customers who do not behave as usual.</summary>
/// <param name="AsOf">The moment the watch looked from.</param>
/// <param name="Warnings">The warnings, the strongest first, equal ones in ordinal order of the customer. A customer may be in two.</param>
/// <param name="Report">Who was watched.</param>
public sealed record EarlyWarningResult(DateTimeOffset AsOf, ValueList<EarlyWarning> Warnings, EarlyWarningReport Report)
{
    /// <summary>Writes a summary for a person.</summary>
    /// <returns>How many were watched and warned, and how many warnings are to be expected of steady customers; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Report.Watched:#,0} customers watched as of {AsOf:yyyy-MM-dd}{(Report.IsSeasonal ? ", season taken into account" : string.Empty)}; {Report.TooShort:#,0} known for too short, {Report.TooQuiet:#,0} too quiet to tell");
        foreach (EarlyWarningKind kind in Enum.GetValues<EarlyWarningKind>())
        {
            int count = Warnings.Count(warning => warning.Kind == kind);
            int watched = kind == EarlyWarningKind.ActivityDecline ? Report.Watched : Report.ComplaintsWatched;
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(kind == EarlyWarningKind.ActivityDecline ? "activity declines" : "complaints rise")}: {count:#,0} warned, of whom up to {Report.FalseAlarmRate * watched:#,0.#} would be were all {watched:#,0} as steady as ever");
        }

        return text.ToString();
    }

    /// <summary>Draws the warnings: what was seen against what is usual.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside; customers are not named.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Customers who do not behave as usual",
        VegaLite.Thinned(Warnings.Count).Select(i => Warnings[i]).Select(static warning => new (string Field, object? Value)[]
        {
            ("kind", warning.Kind.ToString()), ("usual", warning.Usual), ("seen", warning.Seen), ("strength", warning.Strength), ("since", warning.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        }),
        """
        {
          "mark": {"type": "point", "tooltip": true},
          "encoding": {
            "x": {"field": "usual", "type": "quantitative", "title": "usual in that time"},
            "y": {"field": "seen", "type": "quantitative", "title": "seen"},
            "color": {"field": "kind", "type": "nominal"},
            "size": {"field": "strength", "type": "quantitative"},
            "tooltip": [{"field": "since", "type": "temporal"}, {"field": "usual", "format": ".1f"}, {"field": "seen"}, {"field": "strength", "format": ".2f"}]
          }
        }
        """);
}
