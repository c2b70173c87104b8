namespace CustomerInsight.Models;

/// <summary>Says what customers are worth. A port: a host may register its own in the place of the fitted one.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface ILifetimeValueModel
{
    /// <summary>Values customers.</summary>
    /// <param name="customers">What they bought.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One value for each customer, in the same order; each depends on that customer's row alone.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default);
}
