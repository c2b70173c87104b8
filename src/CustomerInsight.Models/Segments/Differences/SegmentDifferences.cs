using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>What sets a segment apart from another, or from everyone else.</summary>
/// <param name="First">The segment.</param>
/// <param name="Second">The other segment; null for all customers who are not in the first.</param>
/// <param name="FirstCustomers">The customers of the first side.</param>
/// <param name="SecondCustomers">The customers of the second side.</param>
/// <param name="InBoth">Customers who are in both segments and so on neither side.</param>
/// <param name="FalseDiscoveryRate">The share of differences called significant that may be due to chance, in (0, 1).</param>
/// <param name="Differences">Every test, the significant ones first, of these the largest effect first.</param>
/// <param name="NotTested">The traits whose values could not be compared, or tell who a customer is.</param>
/// <remarks>
/// A trait that a segment's own rule asks about differs of necessity: it is listed all the same. Of very many customers the smallest difference is significant: look at its size.
/// <para>Source: Benjamini, Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57(1), 1995.</para>
/// </remarks>
public sealed record SegmentDifferences(
    string First,
    string? Second,
    int FirstCustomers,
    int SecondCustomers,
    int InBoth,
    double FalseDiscoveryRate,
    ValueList<SegmentDifference> Differences,
    ValueList<UntestedTrait> NotTested)
{
    /// <summary>Gets the differences that are called significant, the largest effect first.</summary>
    public IEnumerable<SegmentDifference> Significant => Differences.Where(static difference => difference.IsSignificant);

    /// <summary>Writes the significant differences for a person.</summary>
    /// <returns>A line on the sides, then one for each. Invariant culture. It names values of customers: not for logs.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"'{First}' ({FirstCustomers:#,0} customers) against {(Second is null ? "everyone else" : $"'{Second}'")} ({SecondCustomers:#,0})\n");
        foreach (SegmentDifference difference in Significant)
        {
            text.Append("  ").Append(difference.Describe()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Draws the significant differences.</summary>
    /// <returns>A Vega-Lite specification: a bar for each, as long as its effect.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        $"What sets {First} apart",
        Significant.Select(static difference => new (string, object?)[]
        {
            ("subject", difference.Subject), ("effect", difference.Effect), ("measure", difference.Measure.ToString()), ("q", difference.AdjustedPValue), ("text", difference.Describe()),
        }),
        """
        {
          "mark": "bar",
          "encoding": {
            "y": { "field": "subject", "type": "nominal", "sort": null, "title": null },
            "x": { "field": "effect", "type": "quantitative", "title": "effect" },
            "color": { "field": "measure", "type": "nominal", "title": "measure" },
            "tooltip": [
              { "field": "text", "type": "nominal" },
              { "field": "q", "type": "quantitative", "format": ".3g" }
            ]
          }
        }
        """);
}
