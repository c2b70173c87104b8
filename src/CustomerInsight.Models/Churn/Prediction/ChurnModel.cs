using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Says how likely churn, or another event, is from traits of customers, and why. Fitted by <see cref="ChurnEstimator"/>.</summary>
/// <remarks>Contributions are by trait: those of all columns that a trait became are added up, so that with the baseline they are the log-odds of the chance.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record ChurnModel : IChurnModel
{
    // Rows of features at a time, so that a million customers need no gigabytes.
    private const int ChunkRows = 4_096;

    private readonly IClassificationModel _calibrated;
    private readonly int[] _traitOf;

    internal ChurnModel(FeatureEncoding encoding, IClassificationModel classifier, ICalibration? calibration, AliveChurnModel? alive, ModelCard card, DriftReference learned)
    {
        if (encoding.Columns != classifier.Columns || encoding.SchemaHash != card.SchemaHash || learned.Rows != card.Rows)
        {
            throw new ArgumentException("The classifier was fitted on other features than the encoding makes. Load encoding and classifier of one model.", nameof(encoding));
        }

        Encoding = encoding;
        Classifier = classifier;
        Calibration = calibration;
        Alive = alive;
        Card = card;
        Learned = learned;
        _calibrated = calibration is null ? classifier : new CalibratedModel(classifier, calibration);
        string[] traits = [.. encoding.Traits.Select(static trait => trait.Trait)];
        _traitOf = [.. encoding.EncodedColumns.Select(column => Array.IndexOf(traits, column.Trait))];
    }

    /// <summary>Gets how traits become features.</summary>
    public FeatureEncoding Encoding { get; }

    /// <summary>Gets the classifier: a <see cref="LogisticModel"/> or a <see cref="BoostingModel"/>.</summary>
    public IClassificationModel Classifier { get; }

    /// <summary>Gets the calibration of its log-odds; null where they are taken as they are.</summary>
    public ICalibration? Calibration { get; }

    /// <summary>Gets the purchase model whose answers are among the features (<see cref="AliveFeatures"/>); null for none.</summary>
    public AliveChurnModel? Alive { get; }

    /// <summary>Gets what the model is and how good it was.</summary>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    /// <remarks>The end of the window; where labels were made with a gap, the window begins <see cref="ModelCard.Gap"/> after the snapshot.</remarks>
    public Duration Horizon => Card.Horizon;

    /// <summary>Gets the log-odds that contributions start from.</summary>
    public double Baseline => _calibrated.Baseline;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A trait is not there or of another kind (the message names all such), or the snapshot has no purchases, which <see cref="Alive"/> needs.</exception>
    public IReadOnlyList<ChurnPrediction> Predict([NotNull] CustomerSnapshot customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        TraitTable table = TableOf(customers, cancellationToken);
        TraitColumn?[] columns = [.. Encoding.Traits.Select(trait => table[trait.Trait])];
        var predictions = new ChurnPrediction[table.Customers.Count];
        void Predict(int from, FeatureMatrix rows)
        {
            double[] margins = new double[rows.Rows];
            double[] contributions = new double[rows.Rows * _traitOf.Length];
            _calibrated.Margins(rows, margins, cancellationToken);
            _calibrated.Contributions(rows, contributions, cancellationToken);
            for (int i = 0; i < margins.Length; i++)
            {
                predictions[from + i] = new ChurnPrediction(
                    table.Customers[from + i], ClassificationModelExtensions.Logistic(margins[i]), Baseline, ByTrait(contributions.AsSpan(i * _traitOf.Length, _traitOf.Length), columns, from + i));
            }
        }

        ForEachChunk(table, Predict, cancellationToken);
        return predictions;
    }

    /// <summary>Gives chances without reasons, which is faster.</summary>
    /// <param name="customers">What is known of the customers.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A chance for each customer of <see cref="CustomerSnapshot.Features"/>, in the same order.</returns>
    /// <exception cref="ArgumentException">A trait is not there or of another kind (the message names all such), or the snapshot has no purchases, which <see cref="Alive"/> needs.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public double[] Probabilities([NotNull] CustomerSnapshot customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        TraitTable table = TableOf(customers, cancellationToken);
        double[] chances = new double[table.Customers.Count];
        ForEachChunk(table, (from, rows) => _calibrated.Probabilities(rows, cancellationToken).CopyTo(chances.AsSpan(from)), cancellationToken);
        return chances;
    }

    /// <summary>Measures how much the model goes by each trait.</summary>
    /// <param name="data">Customers whose outcome is known: best such as the model was not fitted on.</param>
    /// <param name="options">How; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table, by trait.</returns>
    /// <exception cref="ArgumentException">A trait is not there or of another kind, there is no customer, labels are of other customers than features, there are no purchases, which <see cref="Alive"/> needs, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ImportanceTable Importance([NotNull] LabelledSnapshot data, ImportanceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Snapshot.Features.Customers != data.Labels.Customers)
        {
            throw new ArgumentException("Labels are of other customers than features. Give the features of the customers with a label, in the same order.", nameof(data));
        }

        FeatureMatrix features = Encoding.Encode(TableOf(data.Snapshot, cancellationToken), cancellationToken);
        return ImportanceTable.Of(
            _calibrated, ClassificationData.Create(features, [.. data.Labels.Labels]), [.. Encoding.EncodedColumns.Select(static column => column.Trait)], options, cancellationToken);
    }

    /// <inheritdoc/>
    public bool Equals(ChurnModel? other) => other is not null && Encoding == other.Encoding && Classifier.Equals(other.Classifier) && Equals(Calibration, other.Calibration)
        && Alive == other.Alive && Card == other.Card && Learned == other.Learned;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Card.Target, Card.SchemaHash, Card.Rows, Classifier);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Card.Target} {Card.Window} by {ModelCard.Wording(Card.Classifier)}";

    private TraitTable TableOf(CustomerSnapshot customers, CancellationToken cancellationToken) =>
        Alive is null ? customers.Features : AliveFeatures.Join(customers, Alive, cancellationToken);

    private void ForEachChunk(TraitTable table, Action<int, FeatureMatrix> work, CancellationToken cancellationToken) => FixedChunks.Run(
        table.Customers.Count,
        ChunkRows,
        FixedChunks.Parallel(0, cancellationToken),
        (from, to) =>
        {
            for (int start = from; start < to; start += ChunkRows)
            {
                int[] rows = [.. Enumerable.Range(start, Math.Min(ChunkRows, to - start))];
                work(start, Encoding.Encode(table, rows, cancellationToken));
            }

            return to - from;
        });

    private ValueList<FeatureContribution> ByTrait(ReadOnlySpan<double> contributions, TraitColumn?[] columns, int row)
    {
        double[] sums = new double[columns.Length];
        for (int i = 0; i < contributions.Length; i++)
        {
            sums[_traitOf[i]] += contributions[i];
        }

        var byTrait = new FeatureContribution[sums.Length];
        for (int trait = 0; trait < sums.Length; trait++)
        {
            double value = columns[trait] switch
            {
                NumberColumn numbers => numbers.Values[row],
                FlagColumn flags when flags[row] is { IsMissing: false } flag => flag.Flag ? 1 : 0,
                _ => double.NaN,
            };
            byTrait[trait] = new FeatureContribution(Encoding.Traits[trait].Trait, value, sums[trait]);
        }

        return ValueList.Create<FeatureContribution>(byTrait);
    }
}
