using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public sealed partial record ChurnModel
{
    /// <summary>Gets what the customers were like that the model learned from: their traits as far as it uses them, their chances out of fold, and what became of them.</summary>
    public DriftReference Learned { get; }

    /// <summary>Says how far customers are from those that the model learned from.</summary>
    /// <param name="customers">What is known of the customers.</param>
    /// <param name="labels">Whether the event came, for each; none where that is not known yet.</param>
    /// <param name="options">From when on a person is told; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The report: on traits and chances, and on labels where they are given.</returns>
    /// <exception cref="ArgumentException">A trait is not there or of another kind, the snapshot has no purchases, which <see cref="Alive"/> needs, there are no customers or more or fewer labels, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Where it alerts, the chances were measured on other customers than these: measure them anew as soon as it is known what became of these, and fit again.</remarks>
    public DriftReport Drift([NotNull] CustomerSnapshot customers, ReadOnlySpan<bool> labels = default, DriftOptions? options = null, CancellationToken cancellationToken = default) =>
        Learned.Compare(TableOf(customers, cancellationToken), Probabilities(customers, cancellationToken), labels, options);

    /// <summary>Looks at the rows that a model learns from, at the traits that it uses alone.</summary>
    internal static DriftReference LearnedFrom(CustomerPanel panel, FeatureEncoding encoding, ReadOnlySpan<double> chances)
    {
        HashSet<string> used = [.. encoding.Traits.Select(static trait => trait.Trait)];
        var whole = DriftReference.Of(
            [.. panel.Snapshots.Select(static one => one.Snapshot.Features).Select(table => TraitTable.Create(table.Customers, table.AsOf, [.. table.Columns.Where(column => used.Contains(column.Definition.Name))]))],
            chances,
            panel.Labels);

        // A row that no fold predicts is none of which there is no chance.
        return new DriftReference(whole.Rows, ValueList.From(whole.Profiles.Select(static profile => profile.Subject == DriftSubject.Prediction ? profile.WithoutMissing() : profile)));
    }
}
