using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The fitted BG/BB model: at how many of a row of opportunities customers buy, and when they stop for good.</summary>
/// <remarks>
/// For purchases that can only be made once in a while, such as yearly donations, events or cruises. Before each opportunity a living customer drops out with a
/// probability that differs between customers (beta with <see cref="Gamma"/> and <see cref="Delta"/>), and else buys at it with a probability that differs too
/// (beta with <see cref="Alpha"/> and <see cref="Beta"/>).
/// <para>Source: Fader, Hardie, Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6), 2010.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record BgBbModel
{
    internal const string Name = "BG/BB";

    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="alpha">The first parameter of the purchase probabilities. Above 0, finite.</param>
    /// <param name="beta">The second. Above 0, finite.</param>
    /// <param name="gamma">The first parameter of the drop-out probabilities. Above 0, finite.</param>
    /// <param name="delta">The second. Above 0, finite.</param>
    /// <param name="period">The time from one opportunity to the next. Above 0, at most 1,000,000 years.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite, or the unit of <paramref name="period"/> is not known.</exception>
    public BgBbModel(double alpha, double beta, double gamma, double delta, Duration period)
    {
        Alpha = ParameterCheck.Positive(alpha, nameof(alpha));
        Beta = ParameterCheck.Positive(beta, nameof(beta));
        Gamma = ParameterCheck.Positive(gamma, nameof(gamma));
        Delta = ParameterCheck.Positive(delta, nameof(delta));
        ParameterCheck.Positive(period.CheckedDays(nameof(period)), nameof(period));
        Period = period;
    }

    /// <summary>Gets the first parameter of the purchase probabilities; their mean is <see cref="Alpha"/> / (<see cref="Alpha"/> + <see cref="Beta"/>).</summary>
    public double Alpha { get; }

    /// <summary>Gets the second parameter of the purchase probabilities.</summary>
    public double Beta { get; }

    /// <summary>Gets the first parameter of the drop-out probabilities; their mean is <see cref="Gamma"/> / (<see cref="Gamma"/> + <see cref="Delta"/>).</summary>
    public double Gamma { get; }

    /// <summary>Gets the second parameter of the drop-out probabilities.</summary>
    public double Delta { get; }

    /// <summary>Gets the time from one opportunity to the next.</summary>
    public Duration Period { get; }

    /// <summary>Gets the parameters in the order of the literature.</summary>
    public ValueList<ModelParameter> Parameters => [new("alpha", Alpha), new("beta", Beta), new("gamma", Gamma), new("delta", Delta)];

    /// <summary>How likely such a customer is under the model.</summary>
    /// <param name="pattern">At which opportunities the customer bought.</param>
    /// <returns>The log of the probability of one order of purchases with these numbers (equation 5).</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(opportunities since the last purchase).</remarks>
    public double LogLikelihood(OpportunityPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return BgBbHistory.Of(this, pattern).LogLikelihood;
    }

    /// <summary>How probable it is that a customer is alive at the next opportunity.</summary>
    /// <param name="pattern">At which opportunities the customer bought.</param>
    /// <returns>A probability (equation 11).</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Time O(opportunities since the last purchase).</remarks>
    public double ProbabilityAlive(OpportunityPattern pattern)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return BgBbHistory.Of(this, pattern).Survived * (Delta + pattern.Opportunities) / (Gamma + Delta + pattern.Opportunities);
    }

    /// <summary>How many purchases to expect of a customer of whom nothing is known but the first purchase (equation 9).</summary>
    /// <param name="opportunities">At how many opportunities after the first purchase. From 0 to 100,000.</param>
    /// <returns>Purchases, at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is out of its range.</exception>
    /// <remarks>Time O(opportunities).</remarks>
    public double ExpectedPurchases(int opportunities) => ExpectedPurchases(default, opportunities);

    /// <summary>How many purchases to expect of a customer at the coming opportunities (equation 13).</summary>
    /// <param name="pattern">At which opportunities the customer bought.</param>
    /// <param name="opportunities">How many opportunities are to come. From 0 to 100,000.</param>
    /// <returns>Purchases, at least 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is out of its range.</exception>
    /// <remarks>Time O(opportunities).</remarks>
    public double ExpectedPurchases(OpportunityPattern pattern, int opportunities) => DiscountedPurchases(pattern, opportunities, DiscountRate.None);

    /// <summary>How many purchases to expect of a customer at the coming opportunities, each counted by what money is worth at its time.</summary>
    /// <param name="pattern">At which opportunities the customer bought.</param>
    /// <param name="opportunities">How many opportunities are to come; the first of them is a <see cref="Period"/> away. From 0 to 100,000.</param>
    /// <param name="rate">How much less later purchases count.</param>
    /// <returns>Discounted purchases, at least 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is out of its range.</exception>
    /// <remarks>Time O(opportunities).</remarks>
    public double DiscountedPurchases(OpportunityPattern pattern, int opportunities, DiscountRate rate)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        CheckAhead(opportunities);
        return RateIfAlive(pattern) * DiscountedSurvival.Until(Gamma, Delta + pattern.Opportunities, rate.FactorAt(Period), opportunities);
    }

    /// <summary>How many purchases to expect of a customer for ever, each counted by what money is worth at its time: the discounted expected residual transactions of the literature (equation 14).</summary>
    /// <param name="pattern">At which opportunities the customer bought.</param>
    /// <param name="rate">How much less later purchases count.</param>
    /// <returns>Discounted purchases, at least 0; infinite without discount where <see cref="Gamma"/> is 1 or less, since too many customers stay for ever then.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <remarks>Microseconds, beside O(opportunities since the last purchase).</remarks>
    public double DiscountedPurchases(OpportunityPattern pattern, DiscountRate rate)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        return RateIfAlive(pattern) * DiscountedSurvival.ForEver(Gamma, Delta + pattern.Opportunities, Numeric.ExpM1(rate.ContinuousPer(TimeUnit.Day) * Period.In(TimeUnit.Day)));
    }

    /// <summary>How probable it is that a customer of whom nothing is known but the first purchase buys so often (equation 8).</summary>
    /// <param name="purchases">How often. At least 0.</param>
    /// <param name="opportunities">At how many opportunities after the first purchase. From 0 to 100,000.</param>
    /// <returns>A probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>Time O(opportunities).</remarks>
    public double ProbabilityOf(int purchases, int opportunities) => ProbabilityOf(default, purchases, opportunities);

    /// <summary>How probable it is that a customer buys so often at the coming opportunities (equation 12).</summary>
    /// <param name="pattern">At which opportunities the customer bought.</param>
    /// <param name="purchases">How often. At least 0.</param>
    /// <param name="opportunities">How many opportunities are to come. From 0 to 100,000.</param>
    /// <returns>A probability: of 0 purchases, it is 1 less that of being active.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="purchases"/> is negative or <paramref name="opportunities"/> is out of its range.</exception>
    /// <remarks>Time O(opportunities).</remarks>
    public double ProbabilityOf(OpportunityPattern pattern, int purchases, int opportunities)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        CheckAhead(opportunities);
        if (purchases > opportunities)
        {
            return 0;
        }

        // What was learned of a customer who has survived is in the parameters of the two beta distributions.
        double survived = BgBbHistory.Of(this, pattern).Survived;
        double probability = survived * OpportunityCounts.Probability(
            Alpha + pattern.Repeats, Beta + pattern.Opportunities - pattern.Repeats, Gamma, Delta + pattern.Opportunities, purchases, opportunities);
        return purchases == 0 ? 1 - survived + probability : probability;
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} alpha={Alpha:G6} beta={Beta:G6} gamma={Gamma:G6} delta={Delta:G6} (each {Period})");

    private static void CheckAhead(int opportunities)
    {
        if (opportunities is < 0 or > OpportunityPattern.MostOpportunities)
        {
            throw new ArgumentOutOfRangeException(nameof(opportunities), opportunities, FormattableString.Invariant($"Expected at least 0 opportunities and at most {OpportunityPattern.MostOpportunities}."));
        }
    }

    private double RateIfAlive(OpportunityPattern pattern) =>
        BgBbHistory.Of(this, pattern).Survived * (Alpha + pattern.Repeats) / (Alpha + Beta + pattern.Opportunities);
}
