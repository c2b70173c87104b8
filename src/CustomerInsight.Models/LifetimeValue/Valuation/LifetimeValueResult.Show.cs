using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial class LifetimeValueResult
{
    private const int Deciles = 10;

    /// <summary>Gets what all customers are worth together.</summary>
    public double Total => Customers.Count == 0 ? 0 : _columns.Value.Values.Sum();

    /// <summary>Cuts the customers into groups of equal size by their value.</summary>
    /// <param name="groups">How many groups. From 1 to 1,000; 10 for deciles.</param>
    /// <returns>The groups, that of the highest values first; fewer where there are fewer customers, and none without a model. Of sizes that do not divide, the first are larger by one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is out of its range.</exception>
    /// <remarks>O(n log n) once, then O(n).</remarks>
    public ValueList<ValueGroup> Groups(int groups = Deciles)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 1_000);
        groups = Math.Min(groups, Customers.Count);
        if (groups == 0)
        {
            return [];
        }

        ValueColumns columns = _columns.Value;
        double total = Total;
        var found = new ValueGroup[groups];
        double cumulative = 0;
        int end = 0;
        for (int group = 0; group < groups; group++)
        {
            int start = end;
            end += (Customers.Count / groups) + (group < Customers.Count % groups ? 1 : 0);
            double value = 0;
            double alive = 0;
            decimal revenue = 0;
            for (int i = start; i < end; i++)
            {
                int row = columns.Order[i];
                value += columns.Values[row];
                alive += columns.Alive[row];
                revenue += columns.Revenue[row];
            }

            cumulative += value;
            found[group] = new ValueGroup(
                group + 1, end - start, value, Share(value, total), Share(cumulative, total), columns.Values[columns.Order[end - 1]], alive / (end - start), revenue);
        }

        return ValueList.Create<ValueGroup>(found);
    }

    /// <summary>Gives the customers of the highest values.</summary>
    /// <param name="count">How many. At least 0.</param>
    /// <returns>Their values, the highest first, equal ones in ordinal order of the customer; fewer where there are fewer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IReadOnlyList<CustomerLifetimeValue> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Customers.Count == 0 ? [] : [.. _columns.Value.Order.Take(count).Select(row => Customers[row])];
    }

    /// <summary>Writes a summary for a person.</summary>
    /// <returns>What all are worth, then a line for each tenth of the customers, then the figures and warnings of the fit; where there is no model, why. No personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        if (Customers.Count == 0)
        {
            return Fit?.Describe() ?? text.AppendLine("No customer was valued.").ToString();
        }

        Duration horizon = Customers[0].Horizon;
        text.AppendLine(CultureInfo.InvariantCulture, $"{Customers.Count:#,0} customers as of {AsOfDay:yyyy-MM-dd} are worth {Total:#,0.00}{(Currency == Money.NoCurrency ? string.Empty : $" {Currency}")} {(horizon.IsForever ? "for ever" : $"over the next {horizon}")}");
        List<string[]> rows = [["by value", "customers", "value", "share", "up to here", "value each", "still buying", "revenue so far"]];
        ValueList<ValueGroup> groups = Groups();
        rows.AddRange(groups.Select(group => (string[])
        [
            Label(group.Group, groups.Count),
            group.Customers.ToString("#,0", CultureInfo.InvariantCulture),
            group.Value.ToString("#,0.00", CultureInfo.InvariantCulture),
            group.ValueShare.ToString("0.0 %", CultureInfo.InvariantCulture),
            group.CumulativeShare.ToString("0.0 %", CultureInfo.InvariantCulture),
            group.MeanValue.ToString("#,0.00", CultureInfo.InvariantCulture),
            group.MeanProbabilityAlive.ToString("0.0 %", CultureInfo.InvariantCulture),
            group.Revenue.ToString("#,0.00", CultureInfo.InvariantCulture),
        ]));
        text.AppendGrid(rows);
        if (Fit is { } fit)
        {
            AppendFit(text, fit, horizon);
        }

        return text.ToString();
    }

    /// <summary>Draws what each tenth of the customers, by value, is worth.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite()
    {
        ValueList<ValueGroup> groups = Groups();
        return VegaLite.Spec(
            "Value by tenths of the customers",
            groups.Select(group => new (string Field, object? Value)[]
            {
                ("group", Label(group.Group, groups.Count)), ("customers", group.Customers), ("value", group.Value), ("share", group.ValueShare), ("cumulative", group.CumulativeShare), ("alive", group.MeanProbabilityAlive),
            }),
            """
            {
              "width": {"step": 48},
              "mark": {"type": "bar", "tooltip": true},
              "encoding": {
                "x": {"field": "group", "type": "ordinal", "sort": null, "axis": {"labelAngle": 0}, "title": "customers by value"},
                "y": {"field": "share", "type": "quantitative", "axis": {"format": "%"}, "title": "share of the value"},
                "tooltip": [{"field": "group"}, {"field": "customers", "format": ","}, {"field": "value", "format": ",.2f"}, {"field": "share", "format": ".1%"}, {"field": "cumulative", "format": ".1%"}, {"field": "alive", "format": ".1%"}]
              }
            }
            """);
    }

    private static void AppendFit(StringBuilder text, FitReport fit, Duration horizon)
    {
        foreach (FitFigure figure in fit.Figures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{figure.Name}: {figure.Value:G4}");
        }

        foreach (FitWarning warning in fit.Warnings)
        {
            text.AppendLine(warning.Message);
        }

        if (horizon.IsForever && fit.Warnings.Any(static warning => FitWarnings.IsOfLooseParameters(warning)))
        {
            text.AppendLine("Values for ever rest on times far beyond the data, and here the data do not determine all parameters: do not rely on them, or value over a horizon.");
        }
    }

    private static double Share(double value, double total) => total > 0 ? value / total : 0;

    private static string Label(int group, int groups) => groups == Deciles
        ? FormattableString.Invariant($"{(group - 1) * 10}–{group * 10} %")
        : group.ToString(CultureInfo.InvariantCulture);
}
