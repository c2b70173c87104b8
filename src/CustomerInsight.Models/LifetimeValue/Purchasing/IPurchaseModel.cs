namespace CustomerInsight.Models;

/// <summary>A fitted model of when customers buy and when they stop for good ("buy till you die"). A port: a host may bring its own.</summary>
/// <remarks>Purchases that are counted, expected or asked about are repeat purchases: the first one, which made the customer known, is no event of the model.</remarks>
/// <threadsafety>An implementation must be immutable and safe from many threads, with value equality.</threadsafety>
public interface IPurchaseModel
{
    /// <summary>Gets the model's name in the literature, such as <c>BG/NBD</c>.</summary>
    string Name { get; }

    /// <summary>Gets the unit of time in which parameters and likelihood are stated; questions carry their own.</summary>
    TimeUnit Unit { get; }

    /// <summary>Gets the parameters in the order of the literature, all above 0.</summary>
    ValueList<ModelParameter> Parameters { get; }

    /// <summary>Makes a model of the same kind and unit with other parameters.</summary>
    /// <param name="values">The parameters in the order of <see cref="Parameters"/>, each above 0 and finite.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than parameters, or one is out of its range.</exception>
    IPurchaseModel WithParameters(ReadOnlySpan<double> values);

    /// <summary>How likely such a customer is under the model.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>The log of the density, time in <see cref="Unit"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    double LogLikelihood(RepeatPattern pattern);

    /// <summary>How probable it is that a customer still buys.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <returns>A probability.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    double ProbabilityAlive(RepeatPattern pattern);

    /// <summary>How many purchases to expect of a customer of whom nothing is known but the first purchase.</summary>
    /// <param name="ahead">The time since the first purchase. At least 0, not for ever.</param>
    /// <returns>Purchases, at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, for ever or above 1,000,000 years.</exception>
    double ExpectedPurchases(Duration ahead);

    /// <summary>How many purchases to expect of a customer within a time to come.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <returns>Purchases, at least 0: <see cref="ProbabilityAlive"/> × <see cref="DiscountedPurchasesIfAlive"/> without discount.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, for ever or above 1,000,000 years.</exception>
    double ExpectedPurchases(RepeatPattern pattern, Duration ahead);

    /// <summary>How many purchases to expect of a customer who still buys, each counted by what money is worth at its time.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="ahead">The time to come, at least 0; <see cref="Duration.Forever"/> for the discounted expected residual transactions of the literature, given that the customer is alive.</param>
    /// <param name="rate">How much less later purchases count; <see cref="DiscountRate.None"/> to count them alike.</param>
    /// <returns>Discounted purchases, at least 0; infinite for ever without discount where customers need not stop.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative, or above 1,000,000 years without being for ever.</exception>
    double DiscountedPurchasesIfAlive(RepeatPattern pattern, Duration ahead, DiscountRate rate);

    /// <summary>How probable it is that a customer of whom nothing is known but the first purchase buys so often.</summary>
    /// <param name="purchases">How often. At least 0.</param>
    /// <param name="ahead">The time since the first purchase. At least 0, not for ever.</param>
    /// <returns>A probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    double ProbabilityOf(int purchases, Duration ahead);

    /// <summary>How probable it is that a customer buys so often within a time to come.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="purchases">How often. At least 0.</param>
    /// <param name="ahead">The time. At least 0, not for ever.</param>
    /// <returns>A probability: of 0 purchases, it is 1 less than that of being active in that time.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    double ProbabilityOf(RepeatPattern pattern, int purchases, Duration ahead);
}
