using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What the customers were like that a model learned from: enough to see later ones drift away, without keeping the customers.</summary>
/// <remarks>Keep it beside the model. Personal traits (<see cref="TraitDefinition.IsPersonal"/>) are left out.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record DriftReference
{
    internal DriftReference(int rows, ValueList<DriftProfile> profiles)
    {
        Rows = rows;
        Profiles = profiles;
    }

    /// <summary>Gets how many rows were looked at.</summary>
    public int Rows { get; }

    /// <summary>Gets the profiles: of the features in their order, then of predictions and labels where these were given.</summary>
    public ValueList<DriftProfile> Profiles { get; }

    /// <summary>Looks at the customers that a model learns from.</summary>
    /// <param name="features">Their traits.</param>
    /// <param name="predictions">The model's probability for each, best from out of the fold; NaN where there is none. None where predictions are not to be watched.</param>
    /// <param name="labels">Whether the event happened, for each. None where labels are not to be watched.</param>
    /// <param name="options">What is kept; null for the defaults.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentException">There are no customers, more or fewer predictions or labels than customers, a prediction is infinite, or an option is out of its range.</exception>
    /// <remarks>Time O(n log n) for each trait. The same for any order of the customers.</remarks>
    public static DriftReference Of([NotNull] TraitTable features, ReadOnlySpan<double> predictions = default, ReadOnlySpan<bool> labels = default, DriftReferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        return Of([features], predictions, labels, options);
    }

    /// <summary>Looks at the customers that a model learns from, as of several days.</summary>
    /// <param name="features">Their traits as of each day: tables of the same traits. Dates count as days before the day of their table.</param>
    /// <param name="predictions">The model's probability for each row, table after table; none where predictions are not to be watched.</param>
    /// <param name="labels">Whether the event happened, for each row, table after table; none where labels are not to be watched.</param>
    /// <param name="options">What is kept; null for the defaults.</param>
    /// <returns>The reference, of the traits of the first table.</returns>
    /// <exception cref="ArgumentException">There are no customers, a table has not the traits of the first, there are more or fewer predictions or labels than rows, a prediction is infinite, or an option is out of its range.</exception>
    public static DriftReference Of([NotNull] IReadOnlyList<TraitTable> features, ReadOnlySpan<double> predictions = default, ReadOnlySpan<bool> labels = default, DriftReferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        options ??= new DriftReferenceOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new DriftReferenceOptionsValidator());
        int rows = features.Sum(static part => part.Customers.Count);
        CheckRows(rows, predictions, labels);
        if (rows == 0)
        {
            throw new ArgumentException("There are no customers to learn from. Give at least one.", nameof(features));
        }

        TraitDefinition[] traits = [.. features[0].Schema.Traits.Where(static trait => !trait.IsPersonal)];
        CheckTraits(traits.Select(static trait => (trait.Name, trait.Kind)), features);
        return new DriftReference(rows, ValueList.From(Each(traits, features, predictions, labels, values => ProfileFitter.Fit(values, options))));
    }

    /// <summary>Compares customers of today with those that were learned from.</summary>
    /// <param name="features">Their traits: those of the reference at least, each of its kind or missing altogether.</param>
    /// <param name="predictions">The model's probability for each; none where predictions are not compared.</param>
    /// <param name="labels">Whether the event happened, for each; none where that is not known yet.</param>
    /// <param name="options">From when on a person is told; null for the defaults.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">There are no customers, a trait is not there or of another kind (the message names all such), there are more or fewer predictions or labels than customers, a prediction is infinite, or an option is out of its range.</exception>
    /// <remarks>Time O(n log n) for each trait. The same for any order of the customers.</remarks>
    public DriftReport Compare([NotNull] TraitTable features, ReadOnlySpan<double> predictions = default, ReadOnlySpan<bool> labels = default, DriftOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        options ??= new DriftOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new DriftOptionsValidator(), new DriftOptionsRules());
        int rows = features.Customers.Count;
        CheckRows(rows, predictions, labels);
        if (rows == 0)
        {
            throw new ArgumentException("There are no customers to compare. Give at least one.", nameof(features));
        }

        DriftProfile[] ofFeatures = [.. Profiles.Where(static profile => profile.Subject == DriftSubject.Feature)];
        CheckTraits(ofFeatures.Select(static profile => (profile.Name, profile.Kind)), [features]);
        TraitDefinition[] traits = [.. ofFeatures.Select(static profile => new TraitDefinition(profile.Name, profile.Kind))];
        IEnumerable<DriftRow> found = Each(
            traits,
            [features],
            predictions,
            labels,
            values => Profiles.FirstOrDefault(profile => profile.Subject == values.Subject && profile.Name == values.Name) is { } profile ? ProfileComparison.Of(profile, values, options) : null).OfType<DriftRow>();
        return new DriftReport(Rows, rows, options.Warning, options.Alert, ValueList.From(found));
    }

    /// <summary>Does the work of each thing that may drift, traits side by side; their values are not kept for longer than that.</summary>
    private static T[] Each<T>(TraitDefinition[] traits, IReadOnlyList<TraitTable> parts, ReadOnlySpan<double> predictions, ReadOnlySpan<bool> labels, Func<DriftValues, T> work)
    {
        var found = new T[traits.Length];
        Parallel.For(0, traits.Length, FixedChunks.Parallel(0, CancellationToken.None), trait => found[trait] = work(DriftValues.OfTrait(traits[trait], parts)));
        return
        [
            .. found,
            .. predictions.IsEmpty ? default(ReadOnlySpan<T>) : [work(DriftValues.OfPredictions(predictions))],
            .. labels.IsEmpty ? default(ReadOnlySpan<T>) : [work(DriftValues.OfLabels(labels))],
        ];
    }

    private static void CheckRows(int rows, ReadOnlySpan<double> predictions, ReadOnlySpan<bool> labels)
    {
        if ((!predictions.IsEmpty && predictions.Length != rows) || (!labels.IsEmpty && labels.Length != rows))
        {
            throw new ArgumentException(FormattableString.Invariant($"{rows} customers come with {predictions.Length} predictions and {labels.Length} labels. Give one for each, or none."), nameof(predictions));
        }

        for (int row = 0; row < predictions.Length; row++)
        {
            if (double.IsInfinity(predictions[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"The prediction of row {row} is infinite. Give probabilities, NaN where there is none."), nameof(predictions));
            }
        }
    }

    private static void CheckTraits(IEnumerable<(string Name, TraitKind Kind)> traits, IReadOnlyList<TraitTable> tables)
    {
        string[] problems = [.. traits.Where(trait => tables.Any(table => TraitRows.Column(table, trait.Name, trait.Kind) is null)).Select(static trait => $"'{trait.Name}' ({trait.Kind})")];
        if (problems.Length > 0)
        {
            throw new ArgumentException($"Traits are not there or of another kind: {string.Join(", ", problems)}. Give the same traits as were learned from.", nameof(tables));
        }
    }
}
