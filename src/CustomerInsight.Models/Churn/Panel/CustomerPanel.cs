using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Customers at one or several cut-offs: a row for each customer and cut-off, in the order of the cut-offs and then of the customers.</summary>
/// <remarks>
/// A customer has a row at every cut-off at which there is a label. Rows of one customer are alike, so keep them together in a fold (<see cref="Groups"/>), and learn from earlier
/// cut-offs than those a model is measured on (<see cref="Times"/>): <see cref="Folds.GroupedTimeOrdered"/> does both.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CustomerPanel
{
    private readonly int[] _starts;
    private readonly bool[] _labels;
    private readonly string[] _groups;
    private readonly DateTimeOffset[] _times;
    private readonly int[] _numbers;

    /// <summary>Puts snapshots of several cut-offs together.</summary>
    /// <param name="snapshots">The snapshots, in any order; no two of the same cut-off.</param>
    /// <exception cref="ArgumentException">Two are of one cut-off, a snapshot looks from another moment than its labels, its customers are others than those of its labels, or the purchases of two are in different currencies.</exception>
    public CustomerPanel(ValueList<LabelledSnapshot> snapshots)
    {
        Snapshots = ValueList.From(snapshots.OrderBy(static one => one.Labels.CutOff));
        _starts = new int[Snapshots.Count + 1];
        for (int i = 0; i < Snapshots.Count; i++)
        {
            Check(Snapshots[i], i > 0 ? Snapshots[i - 1] : null);
            _starts[i + 1] = _starts[i] + Snapshots[i].Labels.Customers.Count;
        }

        string[] currencies = [.. Snapshots.Select(static one => one.Snapshot.Purchases?.Currency ?? Money.NoCurrency).Where(static currency => currency != Money.NoCurrency).Distinct(StringComparer.Ordinal)];
        if (currencies.Length > 1)
        {
            throw new ArgumentException($"Snapshots count money in different currencies ({string.Join(", ", currencies)}), which are not to be compared. Set {nameof(PurchaseOptions)}.{nameof(PurchaseOptions.Currency)} for all of them.", nameof(snapshots));
        }

        Customers = ValueList.From(Snapshots.SelectMany(static one => one.Labels.Customers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        _labels = [.. Snapshots.SelectMany(static one => one.Labels.LabelArray)];
        _groups = [.. Snapshots.SelectMany(static one => one.Labels.Customers)];
        _times = [.. Snapshots.SelectMany(static one => Enumerable.Repeat(one.Labels.CutOff, one.Labels.Customers.Count))];
        _numbers = [.. Snapshots.SelectMany(static (one, number) => Enumerable.Repeat(number, one.Labels.Customers.Count))];
    }

    /// <summary>Gets the snapshots in the order of their cut-offs.</summary>
    public ValueList<LabelledSnapshot> Snapshots { get; }

    /// <summary>Gets all customers with a row, in ordinal order.</summary>
    public ValueList<string> Customers { get; }

    /// <summary>Gets how many rows there are.</summary>
    public int Rows => _labels.Length;

    /// <summary>Gets the label of each row.</summary>
    public ReadOnlySpan<bool> Labels => _labels;

    /// <summary>Gets the customer of each row, who must not be on both sides of a fold: what <see cref="Folds.Grouped"/> asks for.</summary>
    public IReadOnlyList<string> Groups => Array.AsReadOnly(_groups);

    /// <summary>Gets the cut-off of each row: what <see cref="Folds.TimeOrdered"/> asks for.</summary>
    public ReadOnlySpan<DateTimeOffset> Times => _times;

    /// <summary>Makes the features and labels of a log at several cut-offs.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="cutOffs">The cut-offs.</param>
    /// <param name="builder">Makes the features: it is given what was known at the cut-off. A currency that it leaves open is that of the newest cut-off, at all of them.</param>
    /// <param name="observedUntil">Until when the log is complete; null for its latest row.</param>
    /// <param name="labels">What is predicted; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The panel.</returns>
    /// <exception cref="ArgumentException">An option is not usable, or a cut-off is given twice.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CustomerPanel From(
        [NotNull] ActivityLog log,
        [NotNull] IReadOnlyList<DateTimeOffset> cutOffs,
        [NotNull] ActivityFeatureBuilder builder,
        DateTimeOffset? observedUntil = null,
        LabelOptions? labels = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return From(CustomerLabels.From(log, cutOffs, observedUntil, labels, cancellationToken), builder, (own, cutOff) => own.Build(log, cutOff, cancellationToken));
    }

    /// <summary>Makes the features and labels of histories at several cut-offs.</summary>
    /// <param name="customers">The customers, in any order, each once.</param>
    /// <param name="cutOffs">The cut-offs.</param>
    /// <param name="builder">Makes the features: it is given what was known at the cut-off. A currency that it leaves open is that of the newest cut-off, at all of them.</param>
    /// <param name="observedUntil">Until when the activities are complete; null for the latest of them.</param>
    /// <param name="labels">What is predicted; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The panel.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, an option is not usable, or a cut-off is given twice.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CustomerPanel From(
        [NotNull] IReadOnlyList<CustomerHistory> customers,
        [NotNull] IReadOnlyList<DateTimeOffset> cutOffs,
        [NotNull] ActivityFeatureBuilder builder,
        DateTimeOffset? observedUntil = null,
        LabelOptions? labels = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return From(CustomerLabels.From(customers, cutOffs, observedUntil, labels, cancellationToken), builder, (own, cutOff) => own.Build(customers, cutOff, cancellationToken));
    }

    /// <summary>Puts labels and features of a host's own making together.</summary>
    /// <param name="labels">The labels of each cut-off.</param>
    /// <param name="features">Makes the features as of a cut-off; customers without a label are passed over.</param>
    /// <returns>The panel. Cut-offs without labels are left out.</returns>
    /// <exception cref="ArgumentException">A cut-off is given twice, or a customer with a label has no features.</exception>
    public static CustomerPanel From([NotNull] IReadOnlyList<CustomerLabels> labels, [NotNull] Func<DateTimeOffset, CustomerSnapshot> features)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(features);
        return new CustomerPanel(ValueList.From(labels.Where(static one => one.Customers.Count > 0).Select(one =>
        {
            CustomerSnapshot snapshot = features(one.CutOff);
            return new LabelledSnapshot(snapshot with { Features = snapshot.Features.Of(one.Customers) }, one);
        })));
    }

    /// <summary>Learns how traits become features from some of the rows.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="rows">Which, each from 0 to <see cref="Rows"/> − 1: those of the training part.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>As <see cref="FeatureEncoder.Fit(TraitTable, CancellationToken)"/> says.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<FeatureEncoding> FitEncoding([NotNull] FeatureEncoder encoder, ReadOnlySpan<int> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        var own = new List<int>[Snapshots.Count];
        foreach (int row in rows)
        {
            (own[TimeOf(row)] ??= []).Add(row - _starts[_numbers[row]]);
        }

        TraitRows[] parts = [.. own.Select((list, number) => (List: list, Number: number)).Where(static part => part.List is not null).Select(part => new TraitRows(Snapshots[part.Number].Snapshot.Features, [.. part.List]))];
        return encoder.Fit(parts, cancellationToken);
    }

    /// <summary>Makes features and labels of some of the rows.</summary>
    /// <param name="encoding">How traits become features.</param>
    /// <param name="rows">Which, each from 0 to <see cref="Rows"/> − 1, in any order and also more than once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Those rows in that order.</returns>
    /// <exception cref="ArgumentException">A trait is not there or of another kind, or the numbers are more than a matrix holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ClassificationData Encode([NotNull] FeatureEncoding encoding, ReadOnlySpan<int> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        int columns = encoding.Columns.Count;
        encoding.ThrowIfTooLarge(rows.Length);
        double[] values = new double[rows.Length * columns];
        bool[] labels = new bool[rows.Length];
        string[] names = new string[rows.Length];
        var places = new List<int>[Snapshots.Count];
        var own = new List<int>[Snapshots.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            int time = TimeOf(rows[i]);
            (places[time] ??= []).Add(i);
            (own[time] ??= []).Add(rows[i] - _starts[time]);
            labels[i] = _labels[rows[i]];
            names[i] = _groups[rows[i]];
        }

        for (int time = 0; time < own.Length; time++)
        {
            if (own[time] is { } list)
            {
                FeatureMatrix part = encoding.Encode(new TraitRows(Snapshots[time].Snapshot.Features, [.. list]), cancellationToken);
                for (int i = 0; i < list.Count; i++)
                {
                    part.Row(i).CopyTo(values.AsSpan(places[time][i] * columns, columns));
                }
            }
        }

        return ClassificationData.Create(FeatureMatrix.Create(encoding.Columns, values, names), labels, null, encoding.Categories);
    }

    /// <summary>Writes for a person how many rows and positive labels each cut-off has.</summary>
    /// <returns>A line for each cut-off; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Rows:#,0} rows of {Customers.Count:#,0} customers at {Snapshots.Count} cut-offs");
        foreach (LabelledSnapshot snapshot in Snapshots)
        {
            text.Append("  ").Append(snapshot.Labels.Describe());
        }

        return text.ToString();
    }

    // Where the builder leaves the currency open, all cut-offs have that of the newest: money of two currencies is not to be compared.
    private static CustomerPanel From(IReadOnlyList<CustomerLabels> labels, ActivityFeatureBuilder builder, Func<ActivityFeatureBuilder, DateTimeOffset, CustomerSnapshot> build)
    {
        if (labels.Where(static one => one.Customers.Count > 0).MaxBy(static one => one.CutOff)?.CutOff is not DateTimeOffset newest)
        {
            return new CustomerPanel([]);
        }

        CustomerSnapshot last = build(builder, newest);
        ActivityFeatureBuilder own = builder.In(last.Purchases?.Currency);
        return From(labels, cutOff => cutOff == newest ? last : build(own, cutOff));
    }

    private static void Check(LabelledSnapshot snapshot, LabelledSnapshot? before)
    {
        string? problem = snapshot.Labels.CutOff == before?.Labels.CutOff ? "is given twice"
            : snapshot.Snapshot.AsOf != snapshot.Labels.CutOff ? "has features of another moment"
            : snapshot.Snapshot.Features.Customers != snapshot.Labels.Customers ? "has features of other customers than labels"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(FormattableString.Invariant($"The cut-off {snapshot.Labels.CutOff:O} {problem}. Give one snapshot for each cut-off, of that moment and of the customers with a label."), nameof(snapshot));
        }
    }

    private int TimeOf(int row) => (uint)row < (uint)_numbers.Length
        ? _numbers[row]
        : throw new ArgumentOutOfRangeException(nameof(row), FormattableString.Invariant($"There is no row {row} among {_numbers.Length}. Number rows from 0."));
}
