namespace CustomerInsight.Models;

/// <summary>The names of the features that a purchase model gives of customers; missing for those without purchases.</summary>
public static class AliveFeatures
{
    /// <summary>The probability that the customer still buys, in [0, 1].</summary>
    public const string ProbabilityAlive = RunTraitNames.ProbabilityAlive;

    /// <summary>How many purchases are to be expected within the horizon.</summary>
    public const string ExpectedPurchases = ActivityFeatures.ExpectedPurchases;

    /// <summary>The log-odds of no purchase within the horizon.</summary>
    public const string SilenceLogOdds = "silence_log_odds";

    /// <summary>Adds them to a table, but for those that it has already.</summary>
    internal static TraitTable Join(CustomerSnapshot snapshot, AliveChurnModel model, CancellationToken cancellationToken)
    {
        TraitTable table = snapshot.Features;
        if (table[ProbabilityAlive] is not null && table[ExpectedPurchases] is not null && table[SilenceLogOdds] is not null)
        {
            return table;
        }

        // Without them all would look like customers who never bought, and get other chances than they have.
        PurchaseTable purchases = snapshot.Purchases
            ?? throw new ArgumentException($"The snapshot has no purchases, whose rhythm is among what the model predicts by. Give it a {nameof(PurchaseTable)}.", nameof(snapshot));
        RepeatPattern[] patterns = purchases.ToPatterns();
        double[] alive = model.Purchases.ProbabilitiesAlive(patterns, cancellationToken);
        double[] expected = model.Purchases.ExpectedPurchases(patterns, model.Horizon, cancellationToken);
        double[] silent = model.Purchases.ProbabilitiesOf(0, patterns, model.Horizon, cancellationToken);
        int[] rowOf = [.. table.Customers.Select(customer => OrdinalSearch.IndexOf(purchases.Columns.Customers, customer))];
        TraitColumn Column(string name, double[] values, string description) =>
            TraitColumn.Numbers(name, Array.ConvertAll(rowOf, row => row < 0 ? double.NaN : values[row]), description);

        TraitColumn[] columns =
        [
            Column(ProbabilityAlive, alive, "Probability that the customer still buys"),
            Column(ExpectedPurchases, expected, "Purchases to expect within the horizon"),
            Column(SilenceLogOdds, Array.ConvertAll(silent, AliveChurnModel.LogOdds), "Log-odds of no purchase within the horizon"),
        ];
        return table.Join(TraitTable.Create(table.Customers, table.AsOf, ValueList.From(columns.Where(column => table[column.Definition.Name] is null))), ownCustomersOnly: true);
    }
}
