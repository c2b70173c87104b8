namespace CustomerInsight.Models;

/// <summary>What <see cref="LifetimeValueStage"/> leaves in a run.</summary>
/// <param name="Model">The model that valued the customers: the fitted <see cref="LifetimeValueModel"/> or the host's own; null where the fit gave none.</param>
/// <param name="Fit">How the fit went; null where the host brought its own model.</param>
/// <param name="Currency">The currency of the values.</param>
/// <param name="Customers">The values in ordinal order of the customer; empty without a model.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record LifetimeValueResult(ILifetimeValueModel? Model, FitReport? Fit, string Currency, ValueList<CustomerLifetimeValue> Customers)
{
    /// <summary>Finds a customer's value.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The value, or null for a customer without purchases or a run without a model. Time O(log n).</returns>
    public CustomerLifetimeValue? Find(string customer) => Customers.FindOrdinal(customer, static value => value.Customer);
}
