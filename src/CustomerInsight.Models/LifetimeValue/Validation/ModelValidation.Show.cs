using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record ModelValidation
{
    /// <summary>Writes the comparison for a person.</summary>
    /// <returns>A table of the forecasts' errors, one by frequency, one of the repeat purchases in the calibration, and those of value where there is one. No personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Customers:#,0} customers, {Length} ahead: purchase days of each");
        text.AppendGrid(ScoreRows(Forecasts, "#,0.0", "0.0000"));
        text.AppendLine().AppendLine("mean purchase days ahead by repeat purchases before");
        text.AppendGrid([["repeats", "customers", "actual", .. Forecasts.Select(static forecast => forecast.Forecast)], .. ByFrequency.Select(static row => (string[])
            [row.Label, Number(row.Customers, "#,0"), Mean(row.Actual), .. row.Expected.Select(Mean)])]);
        if (Models.Count > 0)
        {
            text.AppendLine().AppendLine("customers by repeat purchases before");
            text.AppendGrid([["repeats", "actual", .. Models], .. CountFit.Select(static row => (string[])
                [row.Label, Number(row.Actual, "#,0"), .. row.Expected.Select(static expected => Number(expected, "#,0.0"))])]);
            foreach (CountFitTest test in CountFitTests)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{test.Model}: chi-squared {test.ChiSquared:0.00}{(test.PValue is double p ? FormattableString.Invariant($" on {test.DegreesOfFreedom} degrees of freedom, p {p:0.0000}") : ", too few rows to test")}");
            }
        }

        if (Values.Count > 0)
        {
            text.AppendLine().AppendLine("spend of each");
            text.AppendGrid(ScoreRows(Values, "#,0.00", "#,0.00"));
        }

        if (Spend is { } spend)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"spend on a purchase day: {spend.Actual:#,0.00}, expected {spend.Expected:#,0.00}, mean absolute error {spend.MeanAbsoluteError:#,0.00} ({spend.Customers:#,0} customers who bought)");
        }

        if (Later.Customers > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Later.Customers:#,0} customers came later and are in no forecast: {Later.PurchaseDays:#,0} purchase days, {Later.Revenue:#,0.00}");
        }

        return text.ToString();
    }

    /// <summary>Draws the repeat purchases of all in time, actual and by each model, with the calibration's end.</summary>
    /// <param name="cumulative">Whether to draw all up to a day, not those of each stretch.</param>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside. Long tables are thinned.</returns>
    public string ToTrackingVegaLite(bool cumulative)
    {
        DateOnly? end = null;
        foreach (TrackingRow row in Tracking)
        {
            end = row.IsHoldout ? end : row.LastDay;
        }

        return VegaLite.Spec(
            cumulative ? "Repeat purchases up to a day" : "Repeat purchases",
            VegaLite.Thinned(Tracking.Count).SelectMany(i => TrackingPoints(Tracking[i], cumulative, end)),
            """
            {
              "width": 520,
              "layer": [
                {
                  "mark": {"type": "line", "tooltip": true},
                  "encoding": {
                    "x": {"field": "day", "type": "temporal", "title": null},
                    "y": {"field": "purchases", "type": "quantitative", "title": "repeat purchases"},
                    "color": {"field": "of", "type": "nominal", "title": null, "sort": null},
                    "strokeDash": {"field": "isActual", "type": "nominal", "legend": null, "scale": {"domain": ["yes", "no"], "range": [[1, 0], [6, 3]]}}
                  }
                },
                {"mark": {"type": "rule", "color": "gray"}, "encoding": {"x": {"field": "calibrationEnd", "type": "temporal", "aggregate": "max"}}}
              ]
            }
            """);
    }

    /// <summary>Draws the mean purchases in the holdout by how often customers bought again in the calibration.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToFrequencyVegaLite() => VegaLite.Spec(
        "Purchases ahead by repeat purchases before",
        ByFrequency.SelectMany(row => Points(row.Label, row.Customers, row.Actual, row.Expected, Forecasts.Select(static forecast => forecast.Forecast))),
        """
        {
          "width": 520,
          "mark": {"type": "line", "point": true, "tooltip": true},
          "encoding": {
            "x": {"field": "repeats", "type": "ordinal", "sort": null, "axis": {"labelAngle": 0}, "title": "repeat purchases before"},
            "y": {"field": "number", "type": "quantitative", "title": "mean purchases ahead"},
            "color": {"field": "of", "type": "nominal", "title": null, "sort": null},
            "tooltip": [{"field": "of"}, {"field": "repeats"}, {"field": "customers", "format": ","}, {"field": "number", "format": ".3f"}]
          }
        }
        """);

    /// <summary>Draws how many customers bought again how often in the calibration, actual and by each model.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToCountFitVegaLite() => VegaLite.Spec(
        "Customers by repeat purchases before",
        CountFit.SelectMany(row => Points(row.Label, row.Actual, row.Actual, row.Expected, Models)),
        """
        {
          "width": 520,
          "mark": {"type": "bar", "tooltip": true},
          "encoding": {
            "x": {"field": "repeats", "type": "ordinal", "sort": null, "axis": {"labelAngle": 0}, "title": "repeat purchases"},
            "xOffset": {"field": "of", "sort": null},
            "y": {"field": "number", "type": "quantitative", "title": "customers"},
            "color": {"field": "of", "type": "nominal", "title": null, "sort": null},
            "tooltip": [{"field": "of"}, {"field": "repeats"}, {"field": "number", "format": ",.1f"}]
          }
        }
        """);

    private static IEnumerable<string[]> ScoreHead() => [["forecast", "expected", "actual", "error", "bias", "MAE", "RMSE", "correlation", "log score"]];

    private static List<string[]> ScoreRows(ValueList<ForecastScore> scores, string total, string error) => [.. ScoreHead(), .. scores.Select(score => (string[])
        [
            score.IsBaseline ? $"({score.Forecast})" : score.Forecast,
            Number(score.Expected, total),
            Number(score.Actual, total),
            score.TotalError?.ToString("+0.0 %;-0.0 %;0.0 %", CultureInfo.InvariantCulture) ?? "–",
            Number(score.Bias, error),
            Number(score.MeanAbsoluteError, error),
            Number(score.RootMeanSquaredError, error),
            score.Correlation?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–",
            score.LogScore?.ToString("0.00000", CultureInfo.InvariantCulture) ?? "–",
        ])];

    private static string Number(IFormattable number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Mean(double mean) => double.IsNaN(mean) ? "–" : Number(mean, "0.000");

    private static IEnumerable<(string Field, object? Value)[]> Points(string repeats, int customers, double actual, ValueList<double> expected, IEnumerable<string> names)
    {
        yield return [("repeats", repeats), ("of", "actual"), ("number", actual), ("customers", customers)];
        foreach ((double number, string name) in expected.Zip(names))
        {
            yield return [("repeats", repeats), ("of", name), ("number", number), ("customers", customers)];
        }
    }

    private IEnumerable<(string Field, object? Value)[]> TrackingPoints(TrackingRow row, bool cumulative, DateOnly? calibrationEnd)
    {
        string day = Day(row.LastDay)!;
        string? end = Day(calibrationEnd);
        yield return [("day", day), ("of", "actual"), ("isActual", "yes"), ("purchases", cumulative ? row.CumulativeActual : row.Actual), ("calibrationEnd", end)];
        foreach ((double number, string name) in (cumulative ? row.CumulativeExpected : row.Expected).Zip(Models))
        {
            yield return [("day", day), ("of", name), ("isActual", "no"), ("purchases", number), ("calibrationEnd", end)];
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
