namespace CustomerInsight.Models;

/// <summary>What customers are worth. What <see cref="LifetimeValueStage"/> leaves in a run.</summary>
/// <remarks>The numbers are kept as columns, and each customer's value is made when it is asked for.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class LifetimeValueResult : IEquatable<LifetimeValueResult>
{
    private readonly Lazy<ValueColumns> _columns;

    private LifetimeValueResult(ILifetimeValueModel? model, FitReport? fit, ModelChoice? choice, PurchaseTable table, IReadOnlyList<CustomerLifetimeValue> customers)
    {
        Model = model;
        Fit = fit;
        Choice = choice;
        Currency = table.Currency;
        AsOfDay = table.AsOfDay;
        Customers = customers;
        _columns = new Lazy<ValueColumns>(() => ValueColumns.Of(customers, table));
    }

    /// <summary>Gets the model that valued the customers: the fitted <see cref="LifetimeValueModel"/> or the host's own; null where the fit gave none, or the model values another currency.</summary>
    public ILifetimeValueModel? Model { get; }

    /// <summary>Gets how the fit went; null where there was none, for a model was given.</summary>
    public FitReport? Fit { get; }

    /// <summary>Gets how the purchase model was chosen; null where it was not.</summary>
    public ModelChoice? Choice { get; }

    /// <summary>Gets the currency of the values.</summary>
    public string Currency { get; }

    /// <summary>Gets the day the values look from; null where there was no activity at all.</summary>
    public DateOnly? AsOfDay { get; }

    /// <summary>Gets the values in ordinal order of the customer; empty without a model.</summary>
    public IReadOnlyList<CustomerLifetimeValue> Customers { get; }

    /// <summary>Fits and values.</summary>
    /// <param name="table">What customers bought.</param>
    /// <param name="estimator">Fits the model.</param>
    /// <param name="choice">Which purchase model an earlier part of the data recommends; null to fit what the estimator's options say.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result, without values where no model could be fitted.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static LifetimeValueResult Of(PurchaseTable table, LifetimeValueEstimator estimator, ModelChoice? choice = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(estimator);
        FitResult<LifetimeValueModel> fit = choice is null ? estimator.Fit(table, cancellationToken) : estimator.Fit(table, choice, cancellationToken);
        return new LifetimeValueResult(fit.Model, fit.Report, choice, table, fit.Model?.Predict(table.Customers, cancellationToken) ?? []);
    }

    /// <summary>Values by a given model and fits none.</summary>
    /// <param name="table">What customers bought.</param>
    /// <param name="model">The model: a host's own, or one fitted before.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A <see cref="LifetimeValueModel"/> values purchases in another currency than the table's.</exception>
    /// <exception cref="InvalidOperationException">The model did not value each customer in order, or a value is no finite number.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static LifetimeValueResult Of(PurchaseTable table, ILifetimeValueModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        return new LifetimeValueResult(model, null, null, table, ValueCheck.Checked(model, table, model.Predict(table.Customers, cancellationToken)));
    }

    /// <summary>The result where a given model cannot value the customers.</summary>
    internal static LifetimeValueResult WithoutValues(PurchaseTable table) => new(null, null, null, table, []);

    /// <summary>Finds a customer's value.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The value, or null for a customer without purchases or a run without a model. Time O(log n).</returns>
    public CustomerLifetimeValue? Find(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int row = Customers.Count == 0 ? -1 : OrdinalSearch.IndexOf(_columns.Value.Names, customer);
        return row < 0 ? null : Customers[row];
    }

    /// <summary>Compares models, fits and values.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>True where all are equal. Time O(n).</returns>
    public bool Equals(LifetimeValueResult? other) =>
        other is not null && Equals(Model, other.Model) && Fit == other.Fit && Choice == other.Choice && Currency == other.Currency && AsOfDay == other.AsOfDay
        && (Customers is LifetimeValues values && other.Customers is LifetimeValues others ? values.SameAs(others) : Customers.SequenceEqual(other.Customers));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LifetimeValueResult);

    /// <summary>Compares two results.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are equal. Time O(n).</returns>
    public static bool operator ==(LifetimeValueResult? left, LifetimeValueResult? right) => Equals(left, right);

    /// <summary>Compares two results.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ. Time O(n).</returns>
    public static bool operator !=(LifetimeValueResult? left, LifetimeValueResult? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Model, Fit, Currency, Customers.Count);

    /// <summary>Says how many customers are valued.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"lifetime values of {Customers.Count:#,0} customers as of {AsOfDay:yyyy-MM-dd}");
}
