using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>A model's curves of retention and survival beside those seen, and on into the future.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rows">The renewals from the first on, without a gap.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ContractProjection(ContractModel Model, ValueList<ContractProjectionRow> Rows)
{
    private const string View = """
        {
          "hconcat": [
            {
              "title": "Share of customers left",
              "encoding": { "x": { "field": "renewal", "type": "quantitative", "title": "renewals", "axis": { "tickMinStep": 1 } } },
              "layer": [
                { "mark": { "type": "line", "color": "#1f77b4" }, "encoding": { "y": { "field": "survival", "type": "quantitative", "title": null, "scale": { "domain": [0, 1] }, "axis": { "format": "%" } } } },
                { "transform": [{ "filter": "datum.seenSurvival !== null" }], "mark": { "type": "point", "color": "#444444", "filled": true }, "encoding": { "y": { "field": "seenSurvival", "type": "quantitative" } } }
              ]
            },
            {
              "title": "Share that renews",
              "transform": [{ "filter": "datum.renewal > 0" }],
              "encoding": { "x": { "field": "renewal", "type": "quantitative", "title": "renewal", "axis": { "tickMinStep": 1 } } },
              "layer": [
                { "mark": { "type": "line", "color": "#1f77b4" }, "encoding": { "y": { "field": "retention", "type": "quantitative", "title": null, "scale": { "zero": false }, "axis": { "format": "%" } } } },
                { "transform": [{ "filter": "datum.seenRetention !== null" }], "mark": { "type": "point", "color": "#444444", "filled": true }, "encoding": { "y": { "field": "seenRetention", "type": "quantitative" } } }
              ]
            }
          ]
        }
        """;

    /// <summary>Sets a model beside contracts.</summary>
    /// <param name="model">The model, fitted to these contracts or to others.</param>
    /// <param name="contracts">How many contracts ran how long. Lives that are not valid are left out.</param>
    /// <param name="renewals">Up to which renewal. From 1 to 100,000.</param>
    /// <returns>A row for each renewal.</returns>
    /// <exception cref="ArgumentException">A number of customers is negative, or all together are above 2,147,483,647.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is out of its range.</exception>
    /// <remarks>Time O(renewals + contracts).</remarks>
    public static ContractProjection Of(ContractModel model, IReadOnlyList<ContractCount> contracts, int renewals)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(contracts);
        ArgumentOutOfRangeException.ThrowIfLessThan(renewals, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(renewals, 100_000);
        CustomerTotal.Of(contracts.Select(static count => count.Customers), nameof(contracts));

        // Contracts that come into view at an age less those that go out of it, and those that were cancelled there.
        int[] atRisk = new int[renewals + 1];
        int[] churned = new int[renewals + 1];
        foreach ((ContractLife life, int customers) in contracts)
        {
            int end = life.Renewals + (life.Churned ? 1 : 0);
            if (life.IsValid && life.SeenFrom < renewals && end > life.SeenFrom)
            {
                atRisk[life.SeenFrom] += customers;
                atRisk[Math.Min(end, renewals)] -= customers;
                churned[Math.Min(life.Renewals, renewals)] += life.Churned ? customers : 0;
            }
        }

        var rows = new ContractProjectionRow[renewals];
        int seen = 0;
        double? survival = 1;
        for (int age = 0; age < renewals; age++)
        {
            seen += atRisk[age];
            double? retention = seen > 0 ? 1 - ((double)churned[age] / seen) : null;
            survival *= retention;
            rows[age] = new ContractProjectionRow(age + 1, seen, retention, survival, model.RetentionRate(age), model.Survival(age + 1));
        }

        return new ContractProjection(model, ValueList.From(rows));
    }

    /// <summary>Writes the curves for a person.</summary>
    /// <returns>A line for each renewal; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Model}");
        text.AppendGrid(
        [
            ["renewal", "contracts", "renewed", "by the model", "left", "by the model"],
            .. Rows.Select(static row => new[]
            {
                row.Renewal.ToString(CultureInfo.InvariantCulture),
                row.AtRisk.ToString("#,0", CultureInfo.InvariantCulture),
                Percent(row.SeenRetention),
                Percent(row.Retention),
                Percent(row.SeenSurvival),
                Percent(row.Survival),
            }),
        ]);
        return text.ToString();
    }

    /// <summary>Draws both curves: the model's as lines, those seen as points.</summary>
    /// <returns>A Vega-Lite specification, JSON.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        $"{Model.Name}: retention seen and projected",
        [
            [("renewal", 0), ("survival", 1.0), ("seenSurvival", 1.0), ("retention", null), ("seenRetention", null)],
            .. VegaLite.Thinned(Rows.Count).Select(i => Rows[i]).Select(static row => new (string Field, object? Value)[]
            {
                ("renewal", row.Renewal),
                ("survival", row.Survival),
                ("seenSurvival", row.SeenSurvival),
                ("retention", row.Retention),
                ("seenRetention", row.SeenRetention),
            }),
        ],
        View);

    private static string Percent(double? share) => share is double known ? known.ToString("0.0 %", CultureInfo.InvariantCulture) : "–";
}
