namespace CustomerInsight.Models;

public sealed partial record BgBbModel
{
    /// <summary>How probable it is of each customer that the customer is alive at the next opportunity, as <see cref="ProbabilityAlive"/> says of one.</summary>
    /// <param name="patterns">At which opportunities the customers bought.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A probability for each, in their order.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Equal patterns are asked about once, different ones on all cores.</remarks>
    public double[] ProbabilitiesAlive(IReadOnlyList<OpportunityPattern> patterns, CancellationToken cancellationToken = default) =>
        Ask(patterns, ProbabilityAlive, cancellationToken);

    /// <summary>How many purchases to expect of each customer at the coming opportunities, as <see cref="ExpectedPurchases(OpportunityPattern, int)"/> says of one.</summary>
    /// <param name="patterns">At which opportunities the customers bought.</param>
    /// <param name="opportunities">How many opportunities are to come. From 0 to 100,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Purchases of each, in their order. At least 0.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Equal patterns are asked about once, different ones on all cores.</remarks>
    public double[] ExpectedPurchases(IReadOnlyList<OpportunityPattern> patterns, int opportunities, CancellationToken cancellationToken = default) =>
        DiscountedPurchases(patterns, opportunities, DiscountRate.None, cancellationToken);

    /// <summary>How many purchases to expect of each customer, each counted by what money is worth at its time.</summary>
    /// <param name="patterns">At which opportunities the customers bought.</param>
    /// <param name="opportunities">How many opportunities are to come; the first of them is a <see cref="Period"/> away. From 0 to 100,000; null for ever: the discounted expected residual transactions of the literature.</param>
    /// <param name="rate">How much less later purchases count.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Discounted purchases of each, in their order. At least 0; infinite for ever without discount where <see cref="Gamma"/> is 1 or less.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Equal patterns are asked about once, different ones on all cores.</remarks>
    public double[] DiscountedPurchases(IReadOnlyList<OpportunityPattern> patterns, int? opportunities, DiscountRate rate, CancellationToken cancellationToken = default)
    {
        if (opportunities is int ahead)
        {
            CheckAhead(ahead);
            return Ask(patterns, pattern => DiscountedPurchases(pattern, ahead, rate), cancellationToken);
        }

        return Ask(patterns, pattern => DiscountedPurchases(pattern, rate), cancellationToken);
    }

    /// <summary>What each customer is worth: the discounted purchases to expect × the spend to expect on a purchase.</summary>
    /// <param name="patterns">At which opportunities the customers bought.</param>
    /// <param name="spend">What the same customers spent on repeat purchases, in the same order; of one who made none, the model takes the mean of all.</param>
    /// <param name="model">What customers spend on a purchase; its <see cref="GammaGammaModel.Q"/> above 1, so that a mean exists.</param>
    /// <param name="opportunities">How many opportunities are to come; the first of them is a <see cref="Period"/> away. From 0 to 100,000; null for ever.</param>
    /// <param name="rate">How much less later money is worth.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An amount for each, in their order, in the currency of the spend. At least 0; infinite for ever without discount where <see cref="Gamma"/> is 1 or less.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid, a spend has fewer than 0 purchases or a mean that is negative or not finite, or there are more or fewer of one than of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is out of its range, or the mean spend of <paramref name="model"/> does not exist.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// How often a customer buys is taken to say nothing about how much.
    /// <para>Source: Fader, Hardie, Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4), 2005
    /// (value = discounted expected purchases × expected spend).</para>
    /// </remarks>
    public double[] LifetimeValues(
        IReadOnlyList<OpportunityPattern> patterns, IReadOnlyList<SpendPattern> spend, GammaGammaModel model, int? opportunities, DiscountRate rate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(model);
        if (model.Q <= 1)
        {
            throw new ArgumentOutOfRangeException(nameof(model), model.Q, "With q of 1 or less the mean spend does not exist, so there is no value. Fit the spend on more data.");
        }

        if (spend.Count != patterns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"The spend is of {spend.Count} customers, the patterns are of {patterns.Count}. Give both for each customer, in the same order."), nameof(spend));
        }

        double[] values = new double[spend.Count];
        model.ExpectedSpend([.. spend.Select(static pattern => pattern.Learnt)], values);
        double[] purchases = DiscountedPurchases(patterns, opportunities, rate, cancellationToken);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= purchases[i];
        }

        return values;
    }

    private static double[] Ask(IReadOnlyList<OpportunityPattern> patterns, Func<OpportunityPattern, double> ask, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        for (int i = 0; i < patterns.Count; i++)
        {
            patterns[i].ThrowIfInvalid(nameof(patterns));
        }

        return EqualRows.Ask(patterns, ask, FixedChunks.Parallel(0, cancellationToken));
    }
}
