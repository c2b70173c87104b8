using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record LogisticModel
{
    /// <summary>Writes the model for a person.</summary>
    /// <returns>
    /// A line on the fit, then a table of the columns, those that tell most for a standard deviation first; without a penalty, with their standard errors, p-values and odds ratios. No personal data.
    /// </returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Name}, {Columns.Count} columns");
        if (Statistics is { } statistics)
        {
            text.Append(CultureInfo.InvariantCulture, $", {statistics.Rows:#,0} rows, {statistics.Positives:#,0} with the event; log-likelihood {statistics.LogLikelihood:#,0.0}, McFadden's R² {statistics.McFaddenR2:0.000}");
        }

        text.AppendLine();
        if (InterceptStandardError is not null && Statistics?.Test is { } test)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {test}; AIC {Statistics.Aic:#,0.0}");
        }

        LogisticCoefficient[] rows = [new("(intercept)", Intercept, 0, 0) { StandardError = InterceptStandardError }, .. Strongest()];
        return text.AppendGrid(InterceptStandardError is null
            ? [["  column", "coefficient", "odds ratio", "per deviation"], .. rows.Select(Cells)]
            : [["  column", "coefficient", "standard error", "z", "p", "odds ratio", "95 % from", "to", "per deviation"], .. rows.Select(CellsWithErrors)]).ToString();
    }

    /// <summary>Draws what each column does to the log-odds for a standard deviation, with its 95 % interval where there is one.</summary>
    /// <returns>A Vega-Lite specification.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "What the columns do to the log-odds",
        Strongest().Take(VegaLite.MostPoints).Select(static one => new (string Field, object? Value)[]
        {
            ("column", one.Column),
            ("effect", one.PerDeviation),
            ("low", one.Low * one.Deviation),
            ("high", one.High * one.Deviation),
        }),
        """
        {
          "encoding": { "y": { "field": "column", "type": "nominal", "sort": null, "title": null } },
          "layer": [
            { "mark": { "type": "rule", "color": "#999" }, "encoding": { "x": { "datum": 0 }, "y": null } },
            { "mark": "rule", "encoding": { "x": { "field": "low", "type": "quantitative" }, "x2": { "field": "high" } } },
            { "mark": { "type": "point", "filled": true, "size": 60 }, "encoding": { "x": { "field": "effect", "type": "quantitative", "title": "log-odds for one standard deviation" } } }
          ]
        }
        """);

    private IEnumerable<LogisticCoefficient> Strongest() =>
        Coefficients.OrderByDescending(static one => Math.Abs(one.PerDeviation)).ThenBy(static one => one.Column, StringComparer.Ordinal);

    private static string[] Cells(LogisticCoefficient one) => [$"  {one.Column}", Number(one.Value), Number(one.OddsRatio), one.Deviation > 0 ? Number(one.PerDeviation) : string.Empty];

    private static string[] CellsWithErrors(LogisticCoefficient one) =>
    [
        $"  {one.Column}", Number(one.Value), Number(one.StandardError), one.ZValue?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–",
        one.PValue?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–", Number(one.OddsRatio), Number(Exp(one.Low)), Number(Exp(one.High)), one.Deviation > 0 ? Number(one.PerDeviation) : string.Empty,
    ];

    private static double? Exp(double? value) => value is double known ? Math.Exp(known) : null;

    private static string Number(double? value) => value is double known ? known.ToString("G4", CultureInfo.InvariantCulture) : "–";
}
