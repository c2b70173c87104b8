using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial class RfmResult
{
    /// <summary>Sums up the customers by recency and frequency score.</summary>
    /// <returns>A cell for each pair of scores, by recency from 1, then by frequency; none without a model. One pass.</returns>
    public ValueList<RfmGridCell> Grid()
    {
        if (_scores is null)
        {
            return [];
        }

        RfmBins bins = Fit.Model!.Bins;
        int[] customers = new int[bins.Recency * bins.Frequency];
        decimal[] revenue = new decimal[customers.Length];
        for (int row = 0; row < _scores.Recency.Length; row++)
        {
            int cell = ((_scores.Recency[row] - 1) * bins.Frequency) + _scores.Frequency[row] - 1;
            customers[cell]++;
            revenue[cell] += _table.Columns.Revenue[row];
        }

        int allCustomers = customers.Sum();
        decimal allRevenue = revenue.Sum();
        return ValueList.From(Enumerable.Range(0, customers.Length).Select(cell => new RfmGridCell(
            1 + (cell / bins.Frequency),
            1 + (cell % bins.Frequency),
            customers[cell],
            allCustomers == 0 ? 0 : (double)customers[cell] / allCustomers,
            revenue[cell],
            allRevenue <= 0 ? 0 : (double)revenue[cell] / (double)allRevenue)));
    }

    /// <summary>Writes the segments for a person.</summary>
    /// <returns>A line for each segment with its share of customers and revenue and its means, then the thresholds; where there is no model, why. No personal data.</returns>
    public string Describe()
    {
        if (Fit.Model is not RfmModel model)
        {
            return Fit.Report.Describe();
        }

        List<string[]> rows = [["segment", "customers", "share", "revenue", "share", "days since last", "orders", "revenue each"]];
        foreach (RfmSegmentSummary segment in Segments)
        {
            rows.Add(
            [
                segment.Segment,
                Number(segment.Customers, "#,0"),
                Number(segment.CustomerShare, "0.0 %"),
                Number(segment.Revenue, "#,0.00"),
                Number(segment.RevenueShare, "0.0 %"),
                Number(segment.MeanDaysSinceLast, "#,0.0"),
                Number(segment.MeanOrders, "#,0.00"),
                Number(segment.MeanRevenue, "#,0.00"),
            ]);
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Customers.Count:#,0} customers as of {AsOfDay:yyyy-MM-dd}{(Currency == Money.NoCurrency ? string.Empty : $", money in {Currency}")}");
        text.AppendGrid(rows);
        text.AppendLine(CultureInfo.InvariantCulture, $"thresholds: recency {List(model.RecencyThresholds)} days; frequency {List(model.FrequencyThresholds)} orders; monetary {List(model.MonetaryThresholds)}");
        return text.ToString();
    }

    /// <summary>Draws the segments as bars: their shares of customers and of revenue.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Segments by share of customers and of revenue",
        Segments.SelectMany(static segment => new (string Field, object? Value)[][]
        {
            [("segment", segment.Segment), ("of", "customers"), ("share", segment.CustomerShare), ("customers", segment.Customers), ("revenue", (double)segment.Revenue)],
            [("segment", segment.Segment), ("of", "revenue"), ("share", segment.RevenueShare), ("customers", segment.Customers), ("revenue", (double)segment.Revenue)],
        }),
        """
        {
          "mark": {"type": "bar", "tooltip": true},
          "encoding": {
            "y": {"field": "segment", "type": "nominal", "sort": null, "title": null},
            "yOffset": {"field": "of"},
            "x": {"field": "share", "type": "quantitative", "axis": {"format": "%"}, "title": "share"},
            "color": {"field": "of", "type": "nominal", "title": "share of"},
            "tooltip": [{"field": "segment"}, {"field": "of"}, {"field": "share", "format": ".1%"}, {"field": "customers", "format": ","}, {"field": "revenue", "format": ",.2f"}]
          }
        }
        """);

    /// <summary>Draws how many customers have each recency and frequency score.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside: a heat map, the best customers at the upper right.</returns>
    public string ToGridVegaLite() => VegaLite.Spec(
        "Customers by recency and frequency score",
        Grid().Select(static cell => new (string Field, object? Value)[]
        {
            ("recency", cell.Recency), ("frequency", cell.Frequency), ("customers", cell.Customers), ("share", cell.CustomerShare), ("revenue", (double)cell.Revenue), ("revenueShare", cell.RevenueShare),
        }),
        """
        {
          "width": {"step": 52},
          "height": {"step": 32},
          "encoding": {
            "x": {"field": "recency", "type": "ordinal", "axis": {"labelAngle": 0}, "title": "recency score"},
            "y": {"field": "frequency", "type": "ordinal", "sort": "descending", "title": "frequency score"}
          },
          "layer": [
            {
              "mark": {"type": "rect", "tooltip": true},
              "encoding": {
                "color": {"field": "share", "type": "quantitative", "scale": {"range": ["#f2f7fc", "#6aaed6"]}, "legend": {"format": "%"}, "title": "customers"},
                "tooltip": [{"field": "recency"}, {"field": "frequency"}, {"field": "customers", "format": ","}, {"field": "share", "format": ".1%"}, {"field": "revenue", "format": ",.2f"}, {"field": "revenueShare", "format": ".1%"}]
              }
            },
            {"mark": "text", "encoding": {"text": {"field": "customers", "format": ","}}}
          ]
        }
        """);

    private static string Number(IFormattable? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static string List(ValueList<double> thresholds) => string.Join(", ", thresholds.Select(static threshold => threshold.ToString("#,0.##", CultureInfo.InvariantCulture)));
}
