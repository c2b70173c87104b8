namespace CustomerInsight.Models;

public sealed partial record ParetoNbdCovariateModel
{
    /// <summary>How probable it is of each customer that the customer still buys.</summary>
    /// <param name="customers">The customers. Their columns are found by name; those that the model does not know are passed over.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A probability for each, in their order; <see cref="double.NaN"/> for those who lack a covariate (a number that is not finite).</returns>
    /// <exception cref="ArgumentException">A pattern is not valid, a covariate of the model is not there, or the covariates of a customer are so far from the means that no model has such parameters.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>On all cores. Each is what <see cref="For"/> of the customer's covariates answers.</remarks>
    public double[] ProbabilitiesAlive(CovariatePurchases customers, CancellationToken cancellationToken = default) =>
        CovariateQuestions.Alive(customers, Columns, values => For(values), cancellationToken);

    /// <summary>How many purchases to expect of each customer within a time to come.</summary>
    /// <param name="customers">The customers. Their columns are found by name; those that the model does not know are passed over.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Purchases of each, in their order, at least 0; <see cref="double.NaN"/> for those who lack a covariate (a number that is not finite).</returns>
    /// <exception cref="ArgumentException">A pattern is not valid, a covariate of the model is not there, or the covariates of a customer are so far from the means that no model has such parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, for ever or above 1,000,000 years.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>On all cores. Each is what <see cref="For"/> of the customer's covariates answers.</remarks>
    public double[] ExpectedPurchases(CovariatePurchases customers, Duration ahead, CancellationToken cancellationToken = default) =>
        CovariateQuestions.Expected(customers, Columns, values => For(values), ahead, cancellationToken);

    /// <summary>How many purchases to expect of each customer, each counted by what money is worth at its time.</summary>
    /// <param name="customers">The customers. Their columns are found by name; those that the model does not know are passed over.</param>
    /// <param name="ahead">The time to come, at least 0; <see cref="Duration.Forever"/> for the discounted expected residual transactions of the literature.</param>
    /// <param name="rate">How much less later purchases count; <see cref="DiscountRate.None"/> to count them alike.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Discounted purchases of each, in their order, at least 0, infinite where that has no end; <see cref="double.NaN"/> for those who lack a covariate (a number that is not finite).</returns>
    /// <exception cref="ArgumentException">A pattern is not valid, a covariate of the model is not there, or the covariates of a customer are so far from the means that no model has such parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or above 1,000,000 years without being for ever.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>On all cores. Each is what <see cref="For"/> of the customer's covariates answers: the probability of being alive times the purchases to expect if so.</remarks>
    public double[] DiscountedPurchases(CovariatePurchases customers, Duration ahead, DiscountRate rate, CancellationToken cancellationToken = default) =>
        CovariateQuestions.Discounted(customers, Columns, values => For(values), ahead, rate, cancellationToken);

    private IEnumerable<string> Columns => Covariates.Select(static covariate => covariate.Column);
}
