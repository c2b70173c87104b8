using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>One customer as it is, and as it would be with other traits.</summary>
internal sealed class TraitVariants
{
    private readonly CustomerSnapshot _snapshot;
    private readonly PurchaseSummary? _purchases;
    private readonly int _row;

    private TraitVariants(CustomerSnapshot snapshot, PurchaseSummary? purchases, int row)
    {
        _snapshot = snapshot;
        _purchases = purchases;
        _row = row;
    }

    public static TraitVariants Of(CustomerSnapshot snapshot, string customer)
    {
        int row = snapshot.Features.IndexOf(customer);
        return row >= 0
            ? new TraitVariants(snapshot, snapshot.Purchases?.Find(customer), row)
            : throw new ArgumentException("The customer is not in the snapshot. Ask for one of its customers.", nameof(customer));
    }

    public TraitValue ValueOf(string trait) =>
        (_snapshot.Features[trait] ?? throw new ArgumentException($"The snapshot has no trait '{trait}'. Give it the traits that can be changed.", nameof(trait)))[_row];

    /// <summary>Asks for the chance of leaving with each set of changes.</summary>
    public double?[] Ask(IChurnModel model, IReadOnlyList<FeatureChange[]> variants, CancellationToken cancellationToken)
    {
        if (variants.Count == 0)
        {
            return [];
        }

        // Names whose ordinal order is that of the variants.
        string[] names = [.. Enumerable.Range(0, variants.Count).Select(static i => i.ToString("D8", CultureInfo.InvariantCulture))];
        int[] rows = [.. Enumerable.Repeat(_row, variants.Count)];
        TraitTable features = TraitTable.Create(names, _snapshot.Features.AsOf, ValueList.From(_snapshot.Features.Columns.Select(column => Changed(column, rows, variants))));
        PurchaseTable? purchases = _purchases is null ? _snapshot.Purchases is null ? null : PurchaseTable.Empty
            : PurchaseTable.FromSummaries(names.Select(name => _purchases with { Customer = name }));
        return [.. model.Predict(new CustomerSnapshot(_snapshot.AsOf, features, purchases), cancellationToken).Select(static prediction => prediction.Probability)];
    }

    private static TraitColumn Changed(TraitColumn column, int[] rows, IReadOnlyList<FeatureChange[]> variants)
    {
        string name = column.Definition.Name;
        if (!variants.Any(changes => changes.Any(change => change.Trait == name)))
        {
            return column.Take(rows);
        }

        TraitValue own = column[rows[0]];
        TraitValue[] values = [.. variants.Select(changes => Array.Find(changes, change => change.Trait == name)?.To ?? own)];
        return column switch
        {
            NumberColumn => NumberColumn.Of(column.Definition, Array.ConvertAll(values, static value => value.IsMissing ? double.NaN : value.Number)),
            TextColumn => TextColumn.Of(column.Definition, Array.ConvertAll(values, static value => value.IsMissing ? null : value.Text)),
            _ => FlagColumn.Of(column.Definition, Array.ConvertAll(values, static value => value.IsMissing ? (bool?)null : value.Flag)),
        };
    }
}
