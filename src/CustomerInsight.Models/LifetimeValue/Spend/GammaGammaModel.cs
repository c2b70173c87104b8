using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>The fitted Gamma–Gamma model: how much customers spend on a purchase.</summary>
/// <remarks>
/// The amounts of a customer scatter around the customer's own mean (gamma with shape <see cref="P"/>), and the means differ between customers
/// (inverse gamma with <see cref="Q"/> and <see cref="Gamma"/>). How often someone buys is taken to say nothing about how much.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), equations (1a), (3) and (5).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record GammaGammaModel
{
    internal const string Name = "Gamma-Gamma";

    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="p">The shape of a customer's amounts. Above 0, finite.</param>
    /// <param name="q">The shape of the customers' means. Above 0, finite.</param>
    /// <param name="gamma">The scale, in the currency's main unit. Above 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 and finite.</exception>
    public GammaGammaModel(double p, double q, double gamma)
    {
        P = ParameterCheck.Positive(p, nameof(p));
        Q = ParameterCheck.Positive(q, nameof(q));
        Gamma = ParameterCheck.Positive(gamma, nameof(gamma));
    }

    /// <summary>Gets the shape of a customer's amounts.</summary>
    public double P { get; }

    /// <summary>Gets the shape of the customers' means; their mean exists above 1 only.</summary>
    public double Q { get; }

    /// <summary>Gets the scale, in the currency's main unit.</summary>
    public double Gamma { get; }

    /// <summary>Gets the mean spend on a purchase over all customers; infinite where <see cref="Q"/> is 1 or less.</summary>
    public double MeanSpend => ExpectedSpend(0, 0);

    /// <summary>How likely such a mean is under the model.</summary>
    /// <param name="purchases">How many amounts the mean is of. At least 1.</param>
    /// <param name="meanSpend">The mean amount. Above 0, finite.</param>
    /// <returns>The log of the density (equation 1a).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public double LogLikelihood(int purchases, double meanSpend)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(purchases);
        ParameterCheck.Positive(meanSpend, nameof(meanSpend));
        double shape = P * purchases;
        return SpecialFunctions.GammaLn(shape + Q) - SpecialFunctions.GammaLn(shape) - SpecialFunctions.GammaLn(Q)
            + (Q * Math.Log(Gamma)) + (shape * Math.Log(purchases * meanSpend)) - Math.Log(meanSpend) - ((shape + Q) * Math.Log(Gamma + (purchases * meanSpend)));
    }

    /// <summary>What a customer can be expected to spend on a purchase (equation 5): between the customer's own mean and that of all.</summary>
    /// <param name="purchases">How many amounts the mean is of. At least 0.</param>
    /// <param name="meanSpend">The mean amount. At least 0, finite; without meaning for 0 purchases.</param>
    /// <returns>An amount above 0; infinite where p · purchases + q is 1 or less, since there is no mean then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public double ExpectedSpend(int purchases, double meanSpend)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        ParameterCheck.NotNegative(meanSpend, nameof(meanSpend));
        double weight = (P * purchases) + Q - 1;
        return weight > 0 ? P * (Gamma + (purchases * meanSpend)) / weight : double.PositiveInfinity;
    }

    /// <summary>What many customers can be expected to spend on a purchase, as <see cref="ExpectedSpend(int, double)"/> says of each.</summary>
    /// <param name="patterns">What each customer spent.</param>
    /// <param name="results">The amounts, as many as <paramref name="patterns"/>.</param>
    /// <exception cref="ArgumentException">A pattern has fewer than 0 purchases or a mean that is negative or not finite, or <paramref name="results"/> has another length.</exception>
    public void ExpectedSpend(ReadOnlySpan<SpendPattern> patterns, Span<double> results)
    {
        if (results.Length != patterns.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There is room for {results.Length} results, but there are {patterns.Length} patterns. Pass as many."), nameof(results));
        }

        for (int i = 0; i < patterns.Length; i++)
        {
            (int purchases, double spend) = patterns[i];
            double total = purchases * spend;
            if (purchases < 0 || !(spend >= 0) || !double.IsFinite(spend))
            {
                throw new ArgumentException(FormattableString.Invariant($"The pattern at {i} has {purchases} purchases, or a mean that is negative or not finite. Expected at least 0 of both."), nameof(patterns));
            }

            double weight = (P * purchases) + Q - 1;
            results[i] = weight > 0 ? P * (Gamma + total) / weight : double.PositiveInfinity;
        }
    }

    /// <summary>The amount that a customer's coming spend on a purchase stays below with a probability.</summary>
    /// <param name="purchases">How many amounts the mean is of. At least 0.</param>
    /// <param name="meanSpend">The mean amount. At least 0, finite; without meaning for 0 purchases.</param>
    /// <param name="probability">The probability: 0.5 for the median. Above 0, below 1.</param>
    /// <param name="coming">Of how many coming purchases the mean amount is asked: 1 for the next purchase alone. At least 1.</param>
    /// <returns>An amount of at least 0. It takes in what is not known of the customer, but not what is not known of the model's parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>
    /// Microseconds. The customer's rate ν is gamma (q + px, γ + x·m) given the purchases, and n amounts sum to a gamma (np, ν), so that the sum over γ + x·m is
    /// beta prime (np, q + px). <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 2.</para>
    /// </remarks>
    public double SpendQuantile(int purchases, double meanSpend, double probability, int coming = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        ParameterCheck.NotNegative(meanSpend, nameof(meanSpend));
        ParameterCheck.Probability(probability, nameof(probability));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(coming);
        return (Gamma + (purchases * meanSpend)) * (BetaPrime.Quantile(P * coming, (P * purchases) + Q, probability) / coming);
    }

    /// <summary>The amounts between which a customer's coming spend on a purchase lies with a probability, as probable to lie below as above.</summary>
    /// <param name="purchases">How many amounts the mean is of. At least 0.</param>
    /// <param name="meanSpend">The mean amount. At least 0, finite; without meaning for 0 purchases.</param>
    /// <param name="level">The probability to lie between. Above 0, below 1.</param>
    /// <param name="coming">Of how many coming purchases the mean amount is asked: 1 for the next purchase alone. At least 1.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public SpendInterval IntervalOfSpend(int purchases, double meanSpend, double level = 0.9, int coming = 1)
    {
        ParameterCheck.Probability(level, nameof(level));
        return new SpendInterval(
            SpendQuantile(purchases, meanSpend, (1 - level) / 2, coming), SpendQuantile(purchases, meanSpend, (1 + level) / 2, coming), level);
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Gamma-Gamma p={P:G6} q={Q:G6} gamma={Gamma:G6}");
}
