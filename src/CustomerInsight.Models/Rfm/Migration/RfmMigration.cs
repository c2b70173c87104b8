using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Between which segments customers moved from one date to another.</summary>
/// <remarks>To compare like with like, score both dates by one model: <see cref="RfmModel.Score(PurchaseTable, ISegmentation?, CancellationToken)"/>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record RfmMigration
{
    private const string Entered = "(new)";
    private const string Left = "(left)";

    private RfmMigration(DateOnly? from, DateOnly? to, string currency, ValueList<string> segments, ValueList<RfmFlow> flows)
    {
        From = from;
        To = to;
        Currency = currency;
        Segments = segments;
        Flows = flows;
    }

    /// <summary>Gets the day before; null where there was no activity at all.</summary>
    public DateOnly? From { get; }

    /// <summary>Gets the day after; null where there was no activity at all.</summary>
    public DateOnly? To { get; }

    /// <summary>Gets the currency of the amounts.</summary>
    public string Currency { get; }

    /// <summary>Gets the segments of both dates, in their order.</summary>
    public ValueList<string> Segments { get; }

    /// <summary>Gets who went where, by segment before and after in the order of <see cref="Segments"/>, who were or are in none last; without pairs of segments between which nobody went.</summary>
    public ValueList<RfmFlow> Flows { get; }

    /// <summary>Gets how many customers are in the same segment at both dates.</summary>
    public int Stayed => Flows.Where(static flow => flow.From is not null && flow.From == flow.To).Sum(static flow => flow.Customers);

    /// <summary>Gets how many customers are in another segment than before.</summary>
    public int Moved => Flows.Where(static flow => flow.From is not null && flow.To is not null && flow.From != flow.To).Sum(static flow => flow.Customers);

    /// <summary>Gets how many customers were not scored before.</summary>
    public int Joined => Flows.Where(static flow => flow.From is null).Sum(static flow => flow.Customers);

    /// <summary>Gets how many customers are not scored any more.</summary>
    public int Gone => Flows.Where(static flow => flow.To is null).Sum(static flow => flow.Customers);

    /// <summary>Follows the customers from one date to another.</summary>
    /// <param name="before">The scores at the earlier date.</param>
    /// <param name="after">The scores at the later one.</param>
    /// <returns>Who went where. Time O(n).</returns>
    /// <exception cref="ArgumentException">One side has no scores, since its fit was refused; the dates are the other way round; or the amounts are in different currencies.</exception>
    public static RfmMigration Between(RfmResult before, RfmResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ThrowIfRefused(before, nameof(before));
        ThrowIfRefused(after, nameof(after));
        if (before.AsOfDay > after.AsOfDay)
        {
            throw new ArgumentException(FormattableString.Invariant($"The scores before are as of {before.AsOfDay:yyyy-MM-dd}, the scores after as of {after.AsOfDay:yyyy-MM-dd}. Give the earlier ones first."), nameof(after));
        }

        // An empty table has no currency.
        if (before.Customers.Count > 0 && after.Customers.Count > 0 && before.Currency != after.Currency)
        {
            throw new ArgumentException($"The amounts before are in {before.Currency}, those after in {after.Currency}. Make both tables in one currency.", nameof(after));
        }

        ValueList<string> segments = ValueList.From(before.Segments.Concat(after.Segments).Select(static segment => segment.Segment).Distinct(StringComparer.Ordinal));
        return new RfmMigration(before.AsOfDay, after.AsOfDay, after.Customers.Count > 0 ? after.Currency : before.Currency, segments, FlowCounter.Count(before, after, segments));
    }

    /// <summary>Finds those who went from one segment to another.</summary>
    /// <param name="from">The segment before; null for those who were not scored before.</param>
    /// <param name="to">The segment after; null for those who are not scored any more.</param>
    /// <returns>How many; 0 for nobody.</returns>
    public int Count(string? from, string? to) => Flows.Where(flow => flow.From == from && flow.To == to).Sum(static flow => flow.Customers);

    /// <summary>Writes the matrix for a person.</summary>
    /// <returns>A line for each segment before with how many customers are in each segment after; no personal data.</returns>
    public string Describe()
    {
        string?[] from = [.. Segments, null];
        List<string[]> rows = [["from \\ to", .. Segments, Left]];
        foreach (string? before in from)
        {
            rows.Add([before ?? Entered, .. from.Select(after => Count(before, after) is int count and > 0 ? count.ToString("#,0", CultureInfo.InvariantCulture) : "–")]);
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}: {Stayed:#,0} customers stayed in their segment, {Moved:#,0} moved, {Joined:#,0} are new, {Gone:#,0} left");
        return text.AppendGrid(rows).ToString();
    }

    /// <summary>Draws the matrix as a heat map of the shares of the segments before.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        string.Create(CultureInfo.InvariantCulture, $"Segments from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}"),
        Flows.Select(flow => new (string Field, object? Value)[]
        {
            ("from", flow.From ?? Entered), ("to", flow.To ?? Left), ("fromPlace", PlaceOf(flow.From)), ("toPlace", PlaceOf(flow.To)), ("customers", flow.Customers), ("share", flow.Share), ("revenueBefore", (double)flow.RevenueBefore), ("revenueAfter", (double)flow.RevenueAfter),
        }),
        """
        {
          "width": {"step": 52},
          "height": {"step": 28},
          "encoding": {
            "x": {"field": "to", "type": "nominal", "sort": {"field": "toPlace", "op": "min"}, "axis": {"labelAngle": -45}, "title": "after"},
            "y": {"field": "from", "type": "nominal", "sort": {"field": "fromPlace", "op": "min"}, "title": "before"}
          },
          "layer": [
            {
              "mark": {"type": "rect", "tooltip": true},
              "encoding": {
                "color": {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1], "range": ["#f2f7fc", "#6aaed6"]}, "legend": {"format": "%"}, "title": "share of before"},
                "tooltip": [{"field": "from"}, {"field": "to"}, {"field": "customers", "format": ","}, {"field": "share", "format": ".1%"}, {"field": "revenueBefore", "format": ",.2f"}, {"field": "revenueAfter", "format": ",.2f"}]
              }
            },
            {"mark": "text", "encoding": {"text": {"field": "customers", "format": ","}}}
          ]
        }
        """);

    // Without scores everybody would seem to have come or gone.
    private static void ThrowIfRefused(RfmResult scores, string parameterName)
    {
        if (scores.Fit.Model is null)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are no scores as of {scores.AsOfDay:yyyy-MM-dd}, so nobody can be followed: {string.Join(' ', scores.Fit.Report.Warnings.Select(static warning => warning.Message))} Score both dates by one model: {nameof(RfmModel)}.{nameof(RfmModel.Score)}."),
                parameterName);
        }
    }

    /// <summary>Who is in no segment comes last.</summary>
    private int PlaceOf(string? segment)
    {
        int place = 0;
        while (place < Segments.Count && Segments[place] != segment)
        {
            place++;
        }

        return place;
    }
}
