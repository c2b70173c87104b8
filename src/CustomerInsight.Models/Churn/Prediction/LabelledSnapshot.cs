using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What was known of customers at a cut-off, and what became of each: what a churn model learns from.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record LabelledSnapshot
{
    /// <summary>Puts a snapshot and labels together.</summary>
    /// <param name="snapshot">What was known, and nothing later.</param>
    /// <param name="labels">Whether the event came, for each customer of <see cref="CustomerSnapshot.Features"/> in the same order.</param>
    /// <exception cref="ArgumentException">There are more or fewer labels than customers.</exception>
    public LabelledSnapshot([NotNull] CustomerSnapshot snapshot, ValueList<bool> labels)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Labels = labels.Count == snapshot.Features.Customers.Count
            ? labels
            : throw new ArgumentException(FormattableString.Invariant($"{snapshot.Features.Customers.Count} customers have {labels.Count} labels. Give one for each, or join them by {nameof(Of)}."), nameof(labels));
        Snapshot = snapshot;
    }

    /// <summary>Gets what was known.</summary>
    public CustomerSnapshot Snapshot { get; }

    /// <summary>Gets whether the event came, for each customer of the features.</summary>
    public ValueList<bool> Labels { get; }

    /// <summary>Joins features and labels by customer; customers who have but one of the two are left out.</summary>
    /// <param name="features">What was known as of the cut-off.</param>
    /// <param name="labels">What became of customers after it.</param>
    /// <param name="purchases">What they had bought by then; null where only features are known.</param>
    /// <returns>The snapshot of the customers who have both.</returns>
    /// <remarks>One pass over both.</remarks>
    public static LabelledSnapshot Of([NotNull] TraitTable features, [NotNull] CustomerLabels labels, PurchaseTable? purchases = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        var rows = new List<int>(labels.Customers.Count);
        var own = new List<bool>(labels.Customers.Count);
        for (int i = 0; i < labels.Customers.Count; i++)
        {
            if (features.IndexOf(labels.Customers[i]) is >= 0 and int row)
            {
                rows.Add(row);
                own.Add(labels.Labels[i]);
            }
        }

        return new LabelledSnapshot(new CustomerSnapshot(labels.CutOff, TraitRows.Taken(features, [.. rows]), purchases), ValueList.From(own));
    }

    /// <summary>Says how many labels there are, never whose.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Labels.Count} customers as of {Snapshot.AsOf:yyyy-MM-dd}");
}
