using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record RetentionTable
{
    private const string Open = "open";
    private const string MayRise = "may still rise: follow-up differs by cohort";

    private const string View = """
        {
          "width": { "step": 52 },
          "height": { "step": 20 },
          "encoding": {
            "x": { "field": "period", "type": "ordinal", "sort": null, "axis": { "title": null, "orient": "top", "labelAngle": 0 } },
            "y": { "field": "cohort", "type": "ordinal", "sort": null, "axis": { "title": null } },
            "tooltip": [
              { "field": "cohort", "type": "nominal" },
              { "field": "period", "type": "nominal" },
              { "field": "value", "type": "quantitative" },
              { "field": "customers", "type": "quantitative" },
              { "field": "observedValue", "type": "quantitative", "title": "value of those observed" },
              { "field": "observedCustomers", "type": "quantitative", "title": "customers observed" },
              { "field": "low", "type": "quantitative", "format": ".1%", "title": "95 % interval of the observed rate, from" },
              { "field": "high", "type": "quantitative", "format": ".1%", "title": "to" },
              { "field": "note", "type": "nominal" }
            ]
          },
          "layer": [
            {
              "mark": { "type": "rect", "invalid": null, "stroke": "white" },
              "encoding": {
                "color": {
                  "condition": { "test": "datum.value === null", "value": "#ececec" },
                  "field": "value", "type": "quantitative", "scale": { "scheme": "blues" }, "legend": { "title": null }
                }
              }
            },
            {
              "mark": { "type": "text", "fontSize": 10 },
              "encoding": {
                "text": { "field": "label", "type": "nominal" },
                "color": { "condition": { "test": "datum.depth > 0.6", "value": "white" }, "value": "#222222" }
              }
            }
          ]
        }
        """;

    /// <summary>Writes the shares that came back for a person.</summary>
    /// <returns>A line for each cohort and one for all customers whose period is over; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        string moment = AsOf is DateTimeOffset asOf ? asOf.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "no moment";
        text.AppendLine(CultureInfo.InvariantCulture, $"{Report.Customers:#,0} customers in {Cohorts.Count:#,0} cohorts, as of {moment}: the share that came back");
        List<string[]> rows = [["cohort", "customers", .. Definition.Periods.Select(period => period.Label(Definition.Period))]];
        foreach (RetentionCohort cohort in Cohorts)
        {
            rows.Add([NameOf(cohort), Whole(cohort.Customers), .. cohort.Cells.Select(static cell => cell.IsCensored ? Open : AtLeast(cell.MayRise) + Percent(cell.Rate))]);
        }

        rows.Add(["all observed", Whole(Report.Customers), .. Total.Select(static cell => AtLeast(cell.MayRise) + Percent(cell.Observed.Rate))]);
        rows.Add(["95 % interval", string.Empty, .. Total.Select(static cell => Between(cell.Observed.Interval()))]);
        rows.Add(["customers observed", string.Empty, .. Total.Select(static cell => Whole(cell.Observed.Customers))]);
        text.AppendGrid(rows);
        if (Cohorts.Any(static cohort => cohort.Cells.Any(static cell => cell.IsCensored)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Open}: the period is not over for every customer of the cohort, so the share is not known yet.");
        }

        if (Total.Any(static cell => cell.MayRise))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{AtLeast(true)}{MayRise}; a period without an end is never over, so the share is that seen so far.");
        }

        return text.ToString();
    }

    /// <summary>Draws the cohorts as a heat map, a row for each; a censored cell is grey and says so. Revenue of a period without an end is shown by its first.</summary>
    /// <param name="measure">What to show.</param>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="measure"/> is none of the measures.</exception>
    public string ToVegaLite(RetentionMeasure measure = RetentionMeasure.Rate)
    {
        if (!Enum.IsDefined(measure))
        {
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "Expected one of the measures.");
        }

        string unit = Currency == Money.NoCurrency ? string.Empty : $" in {Currency}";
        string title = measure switch
        {
            RetentionMeasure.Rate => "Share of customers who came back" + (Total.Any(static cell => cell.MayRise) ? $" ({MayRise})" : string.Empty),
            RetentionMeasure.Revenue => $"Revenue{unit}",
            RetentionMeasure.RevenuePerCustomer => $"Revenue per customer{unit}",
            RetentionMeasure.CumulativeRevenue => $"Revenue since the start{unit}",
            _ => $"Revenue since the start per customer{unit}",
        };
        return VegaLite.Spec(title, Rows(measure), View);
    }

    private IEnumerable<(string Field, object? Value)[]> Rows(RetentionMeasure measure)
    {
        double most = Cohorts.SelectMany(static cohort => cohort.Cells).Where(static cell => !cell.IsCensored).Max(cell => (double?)RetentionCell.Value(cell.All, measure)) ?? 0;
        foreach (RetentionCohort cohort in Cohorts)
        {
            for (int column = 0; column < cohort.Cells.Count; column++)
            {
                RetentionCell cell = cohort.Cells[column];
                RetentionPeriod period = Definition.Periods[column];
                bool mayRise = cell.MayRise && measure == RetentionMeasure.Rate;
                RateInterval? interval = measure == RetentionMeasure.Rate ? cell.Observed.Interval() : null;
                decimal? value = cell.IsCensored ? null : RetentionCell.Value(cell.All, measure);
                yield return
                [
                    ("cohort", NameOf(cohort)),
                    ("period", (measure == RetentionMeasure.Rate ? period : new RetentionPeriod(period.First, period.Last ?? period.First)).Label(Definition.Period)),
                    ("value", (double?)value),
                    ("label", cell.IsCensored ? Open : measure == RetentionMeasure.Rate ? AtLeast(mayRise) + Percent((double?)value) : value?.ToString("#,0", CultureInfo.InvariantCulture)),
                    ("depth", most > 0 ? (double?)value / most : null),
                    ("customers", cell.All.Customers),
                    ("observedValue", (double?)RetentionCell.Value(cell.Observed, measure)),
                    ("observedCustomers", cell.Observed.Customers),
                    ("low", interval?.Low),
                    ("high", interval?.High),
                    ("note", mayRise ? "may still rise" : null),
                ];
            }
        }
    }

    private string NameOf(RetentionCohort cohort) => cohort.Start.ToString(Definition.CohortBy == CohortPeriod.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Between(RateInterval? interval) => interval is RateInterval known
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * known.Low:0.0}–{100 * known.High:0.0} %")
        : "–";

    private static string AtLeast(bool mayRise) => mayRise ? "≥ " : string.Empty;

    private static string Percent(double? share) => share is double known ? (100 * known).ToString("0.0' %'", CultureInfo.InvariantCulture) : "–";
}
