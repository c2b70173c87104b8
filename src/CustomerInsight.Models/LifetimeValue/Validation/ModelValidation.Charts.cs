using System.Globalization;

namespace CustomerInsight.Models;

public sealed partial record ModelValidation
{
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
            $$$"""
            {
              "width": 520,
              "layer": [
                {
                  "mark": {"type": "line", "tooltip": true},
                  "encoding": {
                    "x": {"field": "day", "type": "temporal", "title": null, "axis": {{{DayAxis()}}}},
                    "y": {"field": "purchases", "type": "quantitative", "title": "repeat purchases"},
                    "color": {{{ForecastColors.Encoding(Models, [])}}},
                    "strokeWidth": {"field": "isActual", "type": "nominal", "legend": null, "scale": {"domain": ["yes", "no"], "range": [3, 1.5]}},
                    "strokeDash": {"field": "isActual", "type": "nominal", "legend": null, "scale": {"domain": ["yes", "no"], "range": [[1, 0], [6, 3]]}}
                  }
                },
                {
                  "mark": {"type": "rule", "color": "gray"},
                  "encoding": {"x": {"field": "calibrationEnd", "type": "temporal", "aggregate": "max"}}
                }
              ]
            }
            """);
    }

    /// <summary>Draws the mean purchases in the holdout by how often customers bought again in the calibration.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToFrequencyVegaLite() => VegaLite.Spec(
        "Purchases ahead by repeat purchases before",
        ByFrequency.SelectMany(row => Points(row.Label, row.Customers, row.Actual, row.Expected, Forecasts.Select(static forecast => forecast.Forecast))),
        $$$"""
        {
          "width": 520,
          "mark": {"type": "line", "point": true, "tooltip": true},
          "encoding": {
            "x": {"field": "repeats", "type": "ordinal", "sort": null, "axis": {"labelAngle": 0}, "title": "repeat purchases before"},
            "y": {"field": "number", "type": "quantitative", "title": "mean purchases ahead"},
            "color": {{{ForecastColors.Encoding(Names(areBaselines: false), Names(areBaselines: true))}}},
            "strokeWidth": {"field": "isActual", "type": "nominal", "legend": null, "scale": {"domain": ["yes", "no"], "range": [3, 1.5]}},
            "tooltip": [{"field": "of"}, {"field": "repeats"}, {"field": "customers", "format": ","}, {"field": "number", "format": ".3f"}]
          }
        }
        """);

    /// <summary>Draws how many customers bought again how often in the calibration, actual and by each model.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToCountFitVegaLite() => VegaLite.Spec(
        "Customers by repeat purchases before",
        CountFit.SelectMany(row => Points(row.Label, row.Actual, row.Actual, row.Expected, Models)),
        $$$"""
        {
          "width": 520,
          "mark": {"type": "bar", "tooltip": true},
          "encoding": {
            "x": {"field": "repeats", "type": "ordinal", "sort": null, "axis": {"labelAngle": 0}, "title": "repeat purchases"},
            "xOffset": {"field": "of", "sort": null},
            "y": {"field": "number", "type": "quantitative", "title": "customers"},
            "color": {{{ForecastColors.Encoding(Models, [])}}},
            "tooltip": [{"field": "of"}, {"field": "repeats"}, {"field": "number", "format": ",.1f"}]
          }
        }
        """);

    private static IEnumerable<(string Field, object? Value)[]> Points(string repeats, int customers, double actual, ValueList<double> expected, IEnumerable<string> names)
    {
        yield return [("repeats", repeats), ("of", ForecastColors.Actual), ("isActual", "yes"), ("number", actual), ("customers", customers)];
        foreach ((double number, string name) in expected.Zip(names))
        {
            yield return [("repeats", repeats), ("of", name), ("isActual", "no"), ("number", number), ("customers", customers)];
        }
    }

    private IEnumerable<string> Names(bool areBaselines) => Forecasts.Where(forecast => forecast.IsBaseline == areBaselines).Select(static forecast => forecast.Forecast);

    private IEnumerable<(string Field, object? Value)[]> TrackingPoints(TrackingRow row, bool cumulative, DateOnly? calibrationEnd)
    {
        string day = Day(row.LastDay)!;
        string? end = Day(calibrationEnd);
        yield return [("day", day), ("of", ForecastColors.Actual), ("isActual", "yes"), ("purchases", cumulative ? row.CumulativeActual : row.Actual), ("calibrationEnd", end)];
        foreach ((double number, string name) in (cumulative ? row.CumulativeExpected : row.Expected).Zip(Models))
        {
            yield return [("day", day), ("of", name), ("isActual", "no"), ("purchases", number), ("calibrationEnd", end)];
        }
    }

    /// <summary>How the days of a chart are written: with the year where there are several.</summary>
    private string DayAxis() => Tracking.Count > 0 && Tracking[^1].LastDay.DayNumber - Tracking[0].LastDay.DayNumber > 365 ? """{"format": "%b %Y"}""" : "{}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
