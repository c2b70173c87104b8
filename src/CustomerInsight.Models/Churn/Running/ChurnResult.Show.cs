using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial class ChurnResult
{
    private const int Deciles = 10;

    /// <summary>Gets in how many customers the event is to be expected: the sum of all chances.</summary>
    public double Expected => _order.Value.Sum(row => Customers[row].Probability!.Value);

    /// <summary>Gives the customers of the highest chances.</summary>
    /// <param name="count">How many. At least 0.</param>
    /// <returns>Their predictions, the highest first, equal ones in ordinal order of the customer; fewer where there are fewer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IReadOnlyList<ChurnPrediction> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. _order.Value.Take(count).Select(row => Customers[row])];
    }

    /// <summary>Cuts the customers into groups of equal size by their chance.</summary>
    /// <param name="groups">How many groups. From 1 to 1,000; 10 for deciles.</param>
    /// <returns>The groups, that of the highest chances first; fewer where there are fewer customers. Of sizes that do not divide, the first are larger by one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is out of its range.</exception>
    /// <remarks>O(n log n) once, then O(n).</remarks>
    public ValueList<RiskGroup> Groups(int groups = Deciles)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 1_000);
        int[] order = _order.Value;
        groups = Math.Min(groups, order.Length);
        double total = Expected;
        var found = new RiskGroup[groups];
        double cumulative = 0;
        for (int group = 0; group < groups; group++)
        {
            (int from, int to) = RangeOf(group, groups, order.Length);
            double expected = 0;
            for (int i = from; i < to; i++)
            {
                expected += Customers[order[i]].Probability!.Value;
            }

            cumulative += expected;
            found[group] = new RiskGroup(group + 1, to - from, expected / (to - from), Customers[order[to - 1]].Probability!.Value, expected, total > 0 ? cumulative / total : 0);
        }

        return ValueList.Create<RiskGroup>(found);
    }

    /// <summary>Writes a summary for a person.</summary>
    /// <returns>How many are expected, a line for each tenth of the customers, and the model's card; where there is no model, why. No personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        if (_order.Value.Length == 0)
        {
            return Fit?.Describe() ?? text.AppendLine("No customer has a prediction.").ToString();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{Target} {(Model as ChurnModel)?.Card.Window ?? ModelCard.WindowOf(Duration.Days(0), Model!.Horizon)}: expected of {Expected:#,0.0} of {_order.Value.Length:#,0} customers as of {Snapshot!.AsOf:yyyy-MM-dd}");
        ValueList<RiskGroup> groups = Groups();
        text.AppendGrid(
        [
            ["by chance", "customers", "mean", "from", "expected", "up to here"],
            .. groups.Select(group => (string[])
            [
                Label(group.Group, groups.Count),
                group.Customers.ToString("#,0", CultureInfo.InvariantCulture),
                group.MeanProbability.ToString("0.0 %", CultureInfo.InvariantCulture),
                group.LeastProbability.ToString("0.0 %", CultureInfo.InvariantCulture),
                group.Expected.ToString("#,0.0", CultureInfo.InvariantCulture),
                group.CumulativeShare.ToString("0.0 %", CultureInfo.InvariantCulture),
            ]),
        ]);
        return text.Append((Model as ChurnModel)?.Card.Describe()).ToString();
    }

    /// <summary>Draws the mean chance of each tenth of the customers.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite()
    {
        ValueList<RiskGroup> groups = Groups();
        return VegaLite.Spec(
            $"{Target} by tenths of the customers",
            groups.Select(group => new (string Field, object? Value)[]
            {
                ("group", Label(group.Group, groups.Count)), ("customers", group.Customers), ("mean", group.MeanProbability), ("expected", group.Expected), ("cumulative", group.CumulativeShare),
            }),
            """
            {
              "width": {"step": 48},
              "mark": {"type": "bar", "tooltip": true},
              "encoding": {
                "x": {"field": "group", "type": "ordinal", "sort": null, "axis": {"labelAngle": 0}, "title": "customers by chance"},
                "y": {"field": "mean", "type": "quantitative", "axis": {"format": "%"}, "title": "mean chance"},
                "tooltip": [{"field": "group"}, {"field": "customers", "format": ","}, {"field": "mean", "format": ".1%"}, {"field": "expected", "format": ",.1f"}, {"field": "cumulative", "format": ".1%"}]
              }
            }
            """);
    }

    /// <summary>Makes traits of the predictions, for rule segments.</summary>
    /// <param name="probability">The name of the trait of the chance.</param>
    /// <param name="tenth">The name of the trait of the tenth, 1 for that of the highest chances; null for none.</param>
    /// <returns>The traits of the customers with a prediction.</returns>
    public TraitTable ToTraits(string probability = RunTraitNames.ChurnProbability, string? tenth = RunTraitNames.ChurnRisk)
    {
        double[] tenths = new double[Customers.Count];
        Array.Fill(tenths, double.NaN);
        int[] order = _order.Value;
        int groups = Math.Min(Deciles, order.Length);
        for (int group = 0; group < groups; group++)
        {
            (int from, int to) = RangeOf(group, groups, order.Length);
            for (int i = from; i < to; i++)
            {
                tenths[order[i]] = group + 1;
            }
        }

        TraitColumn chances = TraitColumn.Numbers(probability, [.. Customers.Select(static prediction => prediction.Probability ?? double.NaN)], $"Chance of {Target}");
        return TraitTable.Create(
            [.. Customers.Select(static prediction => prediction.Customer)],
            Snapshot?.Features.AsOf,
            tenth is null ? [chances] : [chances, TraitColumn.Numbers(tenth, tenths, $"Tenth of the customers by their chance of {Target}; 1 for the highest")]);
    }

    private static (int From, int To) RangeOf(int group, int groups, int count)
    {
        int more = count % groups;
        int from = (group * (count / groups)) + Math.Min(group, more);
        return (from, from + (count / groups) + (group < more ? 1 : 0));
    }

    private static string Label(int group, int groups) => groups == Deciles
        ? FormattableString.Invariant($"{(group - 1) * 10}–{group * 10} %")
        : group.ToString(CultureInfo.InvariantCulture);
}
