using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How far the segments of a set have the same customers.</summary>
/// <param name="Segments">The segments with their sizes, in the order of the set.</param>
/// <param name="OnlyThere">For each segment, in the same order, the customers who are in no other.</param>
/// <param name="InNone">The customers in no segment.</param>
/// <param name="Customers">All customers.</param>
/// <param name="Pairs">Each pair of two segments once, in the order of the set.</param>
public sealed record SegmentOverlap(ValueList<SegmentSize> Segments, ValueList<SegmentSize> OnlyThere, int InNone, int Customers, ValueList<SegmentPair> Pairs)
{
    /// <summary>Gives the overlap of two segments; of a segment with itself all of it.</summary>
    /// <param name="first">One segment's name.</param>
    /// <param name="second">The other's.</param>
    /// <returns>The pair, in the order asked for.</returns>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    public SegmentPair Of(string first, string second)
    {
        int i = PositionOf(first, nameof(first));
        int j = PositionOf(second, nameof(second));
        return new SegmentPair(first, second, Segments[i].Customers, Segments[j].Customers, Both(i, j), Customers);
    }

    /// <summary>Writes the overlaps for a person.</summary>
    /// <returns>A line for each pair that shares customers, the greatest Jaccard first: names, customers in both, Jaccard, lift. Invariant culture.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        int width = Segments.Select(static segment => segment.Segment.Length).DefaultIfEmpty().Max();
        foreach (SegmentPair pair in Pairs.Where(static pair => pair.Both > 0).OrderByDescending(static pair => pair.Jaccard))
        {
            text.Append(CultureInfo.InvariantCulture, $"{pair.First.PadRight(width)}  {pair.Second.PadRight(width)} {pair.Both,12:#,0} in both  Jaccard {pair.Jaccard:0.000}  lift {pair.Lift:0.00}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{InNone:#,0} of {Customers:#,0} customers in none\n").ToString();
    }

    /// <summary>Draws the overlaps.</summary>
    /// <returns>A Vega-Lite specification: a square for each two segments, the darker the greater their Jaccard.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Overlap of segments",
        from first in Segments
        from second in Segments
        let pair = Of(first.Segment, second.Segment)
        select new (string, object?)[]
        {
            ("first", pair.First), ("second", pair.Second), ("both", pair.Both), ("jaccard", pair.Jaccard), ("lift", pair.Lift), ("shareOfFirst", pair.ShareOfFirst),
        },
        """
        {
          "width": { "step": 44 },
          "height": { "step": 32 },
          "mark": "rect",
          "encoding": {
            "y": { "field": "first", "type": "nominal", "sort": null, "title": null, "axis": { "labelLimit": 400 } },
            "x": { "field": "second", "type": "nominal", "sort": null, "title": null, "axis": { "labelAngle": -45, "labelLimit": 400 } },
            "color": { "field": "jaccard", "type": "quantitative", "scale": { "domain": [0, 1] }, "title": "Jaccard" },
            "tooltip": [
              { "field": "first", "type": "nominal" },
              { "field": "second", "type": "nominal" },
              { "field": "both", "type": "quantitative", "format": ",d", "title": "in both" },
              { "field": "jaccard", "type": "quantitative", "format": ".3f" },
              { "field": "lift", "type": "quantitative", "format": ".2f" },
              { "field": "shareOfFirst", "type": "quantitative", "format": ".1%", "title": "share of the first" }
            ]
          }
        }
        """);

    private int PositionOf(string segment, string parameterName)
    {
        for (int i = 0; i < Segments.Count; i++)
        {
            if (Segments[i].Segment == segment)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no segment '{segment}' in the set. Use one of its names; upper and lower case differ.", parameterName);
    }

    private int Both(int i, int j)
    {
        if (i == j)
        {
            return Segments[i].Customers;
        }

        (int low, int high) = i < j ? (i, j) : (j, i);

        // The pairs lie row by row: those of the first segment with each later one, then those of the second.
        return Pairs[(low * (Segments.Count - 1)) - (low * (low - 1) / 2) + (high - low - 1)].Both;
    }
}
