namespace CustomerInsight.Models;

/// <summary>Says who will leave. A port: one question for classifiers, models of purchases and a host's own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface IChurnModel
{
    /// <summary>Gets the stretch of time after the snapshot within which a customer counts as leaving.</summary>
    Duration Horizon { get; }

    /// <summary>Predicts.</summary>
    /// <param name="customers">What is known of the customers.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One prediction for each customer of <see cref="CustomerSnapshot.Features"/>, in the same order; each depends on that customer alone.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    IReadOnlyList<ChurnPrediction> Predict(CustomerSnapshot customers, CancellationToken cancellationToken = default);
}
