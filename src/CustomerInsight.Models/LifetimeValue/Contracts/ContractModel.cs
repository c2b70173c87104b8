using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A fitted model of contracts: how many customers renew, and what they are worth.</summary>
/// <remarks>
/// For subscriptions, where a customer who stops is seen to stop. A customer cancels at each renewal with a probability that differs between customers
/// (beta with <see cref="Alpha"/> and <see cref="Beta"/>), so that those who are left get better and better; in the beta-discrete-Weibull the probability also changes
/// with age (<see cref="C"/>). The curves of both look into the future, where a fitted line or exponential curve fails.
/// <para>Source: Fader, Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007; Fader, Hardie, Liu, Davin, Steenburgh,
/// "'How to Project Customer Retention' Revisited: The Role of Duration Dependence", Journal of Interactive Marketing 43 (2018).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record ContractModel
{
    private readonly ContractCurve _curve;

    private ContractModel(ContractModelKind kind, double alpha, double beta, double c, Duration period)
    {
        _curve = new ContractCurve(ParameterCheck.Positive(alpha, nameof(alpha)), ParameterCheck.Positive(beta, nameof(beta)), ParameterCheck.Positive(c, nameof(c)));
        ParameterCheck.Positive(period.CheckedDays(nameof(period)), nameof(period));
        Kind = kind;
        Period = period;
    }

    /// <summary>Gets which model it is.</summary>
    public ContractModelKind Kind { get; }

    /// <summary>Gets the model's name in the literature: <c>sBG</c> or <c>BdW</c>.</summary>
    public string Name => NameOf(Kind);

    /// <summary>Gets the first parameter of the probabilities to cancel; at the first renewal their mean is <see cref="Alpha"/> / (<see cref="Alpha"/> + <see cref="Beta"/>).</summary>
    public double Alpha => _curve.Alpha;

    /// <summary>Gets the second parameter of the probabilities to cancel.</summary>
    public double Beta => _curve.Beta;

    /// <summary>Gets how a customer's own probability to cancel changes with age: above 1 it rises, below 1 it falls; 1 in the shifted-beta-geometric.</summary>
    public double C => _curve.C;

    /// <summary>Gets the time from one renewal to the next.</summary>
    public Duration Period { get; }

    /// <summary>Gets the parameters in the order of the literature.</summary>
    public ValueList<ModelParameter> Parameters => Kind == ContractModelKind.ShiftedBetaGeometric
        ? [new("alpha", Alpha), new("beta", Beta)]
        : [new("alpha", Alpha), new("beta", Beta), new("c", C)];

    /// <summary>Makes a shifted-beta-geometric model from known parameters.</summary>
    /// <param name="alpha">The first parameter of the probabilities to cancel. Above 0, finite.</param>
    /// <param name="beta">The second. Above 0, finite.</param>
    /// <param name="period">The time from one renewal to the next. Above 0, at most 1,000,000 years.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static ContractModel ShiftedBetaGeometric(double alpha, double beta, Duration period) => new(ContractModelKind.ShiftedBetaGeometric, alpha, beta, 1, period);

    /// <summary>Makes a beta-discrete-Weibull model from known parameters.</summary>
    /// <param name="alpha">The first parameter of the probabilities to cancel. Above 0, finite.</param>
    /// <param name="beta">The second. Above 0, finite.</param>
    /// <param name="c">How the probability changes with age. Above 0, finite.</param>
    /// <param name="period">The time from one renewal to the next. Above 0, at most 1,000,000 years.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static ContractModel BetaDiscreteWeibull(double alpha, double beta, double c, Duration period) => new(ContractModelKind.BetaDiscreteWeibull, alpha, beta, c, period);

    /// <summary>How likely such a contract is under the model.</summary>
    /// <param name="life">How long the contract ran.</param>
    /// <returns>The log of the probability.</returns>
    /// <exception cref="ArgumentException"><paramref name="life"/> is not valid.</exception>
    public double LogLikelihood(ContractLife life)
    {
        if (!life.IsValid)
        {
            throw new ArgumentException(FormattableString.Invariant($"{life.Renewals} renewals, seen from {life.SeenFrom} on, cannot be. Expected 0 <= SeenFrom <= Renewals <= 100000."), nameof(life));
        }

        double survived = _curve.LogRetention(life.SeenFrom, life.Renewals);
        return life.Churned ? survived + Math.Log(-Numeric.ExpM1(_curve.LogRetention(life.Renewals, life.Renewals + 1.0))) : survived;
    }

    /// <summary>What share of new customers is left after a number of renewals.</summary>
    /// <param name="renewals">How many. At least 0.</param>
    /// <returns>A share from 0 to 1: 1 for no renewal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is negative.</exception>
    public double Survival(int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return Math.Exp(_curve.LogSurvival(renewals));
    }

    /// <summary>What share of the customers who renewed so often renews once more.</summary>
    /// <param name="renewals">How often they renewed. At least 0.</param>
    /// <returns>A share from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is negative.</exception>
    public double RetentionRate(int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return Math.Exp(_curve.LogRetention(renewals, renewals + 1.0));
    }

    /// <summary>How probable it is that a customer who renewed so often cancels within the coming renewals.</summary>
    /// <param name="renewals">How often the customer renewed. At least 0.</param>
    /// <param name="ahead">How many renewals are to come. At least 0.</param>
    /// <returns>A probability; for 1 renewal, it is 1 less <see cref="RetentionRate"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public double ChurnProbability(int renewals, int ahead = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        return ahead == 0 ? 0 : -Numeric.ExpM1(_curve.LogRetention(renewals, (double)renewals + ahead));
    }

    /// <summary>How many periods a new customer can be expected to pay for, the first one included, each counted by what money is worth at its start.</summary>
    /// <param name="rate">How much less later periods count; <see cref="DiscountRate.None"/> for the expected lifetime itself.</param>
    /// <param name="periods">How many periods to look ahead; null for all to come: the discounted expected lifetime (DEL) of the literature. From 0 to 100,000.</param>
    /// <returns>Discounted periods; infinite for all to come without discount where <see cref="Alpha"/> · <see cref="C"/> is 1 or less, since too many customers stay for ever then.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is out of its range.</exception>
    /// <remarks>Time O(periods), and below a millisecond for all to come.</remarks>
    public double DiscountedLifetime(DiscountRate rate, int? periods = null)
    {
        Check(periods);
        return ContractSums.Of(_curve, 0, 0, periods, rate.ContinuousPerYear * Period.In(TimeUnit.Year));
    }

    /// <summary>How many more periods a customer can be expected to pay for, right before a renewal, each counted by what money is worth at its start.</summary>
    /// <param name="renewals">How often the customer renewed up to now: the one in question is not yet decided. At least 0.</param>
    /// <param name="rate">How much less later periods count; <see cref="DiscountRate.None"/> for the expected residual lifetime itself.</param>
    /// <param name="periods">How many periods to look ahead, that of the coming renewal included; null for all to come: the discounted expected residual lifetime (DERL) of the literature. From 0 to 100,000.</param>
    /// <returns>Discounted periods; infinite for all to come without discount where <see cref="Alpha"/> · <see cref="C"/> is 1 or less.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is negative or <paramref name="periods"/> is out of its range.</exception>
    /// <remarks>
    /// Time O(periods), and below a millisecond for all to come. The period of the coming renewal counts in full if the customer renews. What the customer paid shows how likely
    /// a renewal is: old customers are worth more than new ones.
    /// <para>Source: Fader, Hardie, "Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring Heterogeneity", Marketing Science 29(1), 2010, equation (6).</para>
    /// </remarks>
    public double DiscountedResidualLifetime(int renewals, DiscountRate rate, int? periods = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        Check(periods);
        return ContractSums.Of(_curve, renewals, renewals + 1.0, periods, rate.ContinuousPerYear * Period.In(TimeUnit.Year));
    }

    /// <summary>What a new customer is worth.</summary>
    /// <param name="margin">What a paid period brings, at its start.</param>
    /// <param name="rate">How much less later money is worth.</param>
    /// <param name="periods">How many periods to look ahead; null for all to come. From 0 to 100,000.</param>
    /// <returns>An amount: <paramref name="margin"/> × <see cref="DiscountedLifetime"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is out of its range.</exception>
    /// <exception cref="OverflowException">The value is infinite: give a rate or a number of periods.</exception>
    public decimal LifetimeValue(decimal margin, DiscountRate rate, int? periods = null) => margin * (decimal)DiscountedLifetime(rate, periods);

    /// <summary>What a customer is still worth, right before a renewal.</summary>
    /// <param name="renewals">How often the customer renewed up to now. At least 0.</param>
    /// <param name="margin">What a paid period brings, at its start.</param>
    /// <param name="rate">How much less later money is worth.</param>
    /// <param name="periods">How many periods to look ahead; null for all to come. From 0 to 100,000.</param>
    /// <returns>An amount: <paramref name="margin"/> × <see cref="DiscountedResidualLifetime"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is negative or <paramref name="periods"/> is out of its range.</exception>
    /// <exception cref="OverflowException">The value is infinite: give a rate or a number of periods.</exception>
    public decimal ResidualValue(int renewals, decimal margin, DiscountRate rate, int? periods = null) => margin * (decimal)DiscountedResidualLifetime(renewals, rate, periods);

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Name} {string.Join(' ', Parameters.Select(static parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={parameter.Value:G6}")))} (each {Period})";

    internal static string NameOf(ContractModelKind kind) => kind == ContractModelKind.ShiftedBetaGeometric ? "sBG" : "BdW";

    private static void Check(int? periods)
    {
        if (periods is < 0 or > ContractLife.MostRenewals)
        {
            throw new ArgumentOutOfRangeException(nameof(periods), periods, FormattableString.Invariant($"Expected at least 0 periods and at most {ContractLife.MostRenewals}, or null for all to come."));
        }
    }
}
