using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How likely each customer is to leave, or of whom else an event is to be expected, and why. What <see cref="ChurnStage"/> leaves in a run.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class ChurnResult : IEquatable<ChurnResult>
{
    private readonly Lazy<int[]> _order;
    private readonly Lazy<TraitTable> _told;
    private readonly Lazy<ReasonWriter> _reasons;

    private ChurnResult(string target, CustomerSnapshot? snapshot, IChurnModel? model, FitReport? fit, ChurnValidation? validation, IReadOnlyList<ChurnPrediction> customers)
    {
        Target = target;
        Snapshot = snapshot;
        Model = model;
        Fit = fit;
        Validation = validation;
        Customers = customers;
        _order = new Lazy<int[]>(() => [.. Enumerable.Range(0, customers.Count).Where(row => customers[row].Probability is not null).OrderByDescending(row => customers[row].Probability!.Value).ThenBy(static row => row)]);
        _told = new Lazy<TraitTable>(() => ToldTraits.Of(snapshot!.Features, customers));
        _reasons = new Lazy<ReasonWriter>(() => new ReasonWriter(typical: _told.Value));
    }

    /// <summary>Gets the name of what is predicted.</summary>
    public string Target { get; }

    /// <summary>Gets what the predictions were made from; null in a run without activities.</summary>
    public CustomerSnapshot? Snapshot { get; }

    /// <summary>Gets the model that predicted: the fitted <see cref="ChurnModel"/> or the host's own; null where the fit gave none.</summary>
    public IChurnModel? Model { get; }

    /// <summary>Gets how the fit went; null where there was none, for a model was given.</summary>
    public FitReport? Fit { get; }

    /// <summary>Gets how good the predictions of the fitted model were on customers that it was not fitted on; null where none was fitted.</summary>
    public ChurnValidation? Validation { get; }

    /// <summary>Gets the predictions in ordinal order of the customer; empty without a model.</summary>
    public IReadOnlyList<ChurnPrediction> Customers { get; }

    /// <summary>Predicts by a model.</summary>
    /// <param name="target">The name of what is predicted.</param>
    /// <param name="snapshot">What is known of the customers.</param>
    /// <param name="model">The model: a fitted one, or a host's own.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The model did not predict for each customer in order, or a chance is none.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ChurnResult Of(string target, [NotNull] CustomerSnapshot snapshot, [NotNull] IChurnModel model, CancellationToken cancellationToken = default) =>
        Of(target, snapshot, model, null, null, cancellationToken);

    internal static ChurnResult Of(string target, CustomerSnapshot snapshot, IChurnModel model, FitReport? fit, ChurnValidation? validation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(model);
        return new ChurnResult(target, snapshot, model, fit, validation, PredictionCheck.Checked(model, snapshot, model.Predict(snapshot, cancellationToken)));
    }

    /// <summary>The result where there is nobody to predict for, or no model.</summary>
    internal static ChurnResult WithoutPredictions(string target, CustomerSnapshot? snapshot, FitReport? fit) => new(target, snapshot, null, fit, null, []);

    /// <summary>Finds a customer's prediction.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The prediction, or null for a customer without one. Time O(log n).</returns>
    public ChurnPrediction? Find([NotNull] string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int row = Customers.Count == 0 ? -1 : Snapshot!.Features.IndexOf(customer);
        return row < 0 ? null : Customers[row];
    }

    /// <summary>Says in words why a customer has the chance that it has.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <param name="most">How many reasons at most. At least 0.</param>
    /// <param name="raisingOnly">Whether only reasons that raise the chance are wanted.</param>
    /// <returns>The reasons, that of the greatest effect first; none for a customer without a prediction. For words of one's own, see <see cref="ReasonWriter"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public ValueList<RiskReason> Reasons(string customer, int most = 3, bool raisingOnly = false) =>
        Find(customer) is { } prediction ? _reasons.Value.Reasons(prediction, _told.Value.Find(customer), most, raisingOnly) : [];

    /// <summary>Says what sets the risk of a segment apart from that of the other customers.</summary>
    /// <param name="segment">The names of the segment's customers.</param>
    /// <returns>The comparison.</returns>
    public ChurnDrivers Drivers(IReadOnlySet<string> segment) => ChurnDrivers.Of(Customers, segment);

    /// <summary>Compares target, model, fit and every prediction.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>True where all are equal. Time O(n).</returns>
    public bool Equals(ChurnResult? other) => other is not null && Target == other.Target && Equals(Model, other.Model) && Equals(Fit, other.Fit)
        && Snapshot?.AsOf == other.Snapshot?.AsOf && Customers.SequenceEqual(other.Customers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChurnResult);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Model, Fit, Customers.Count);

    /// <summary>Says how many predictions there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Target} of {Customers.Count:#,0} customers as of {Snapshot?.AsOf:yyyy-MM-dd}");
}
