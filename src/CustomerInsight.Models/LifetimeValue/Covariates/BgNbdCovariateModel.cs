using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The BG/NBD model, or MBG/NBD, whose parameters depend on what is known of a customer.</summary>
/// <remarks>
/// α = α₀ e^(−γ₁′z), a = a₀ e^(γ₂′z), b = b₀ e^(γ₃′z), where z is how far a customer's covariates are from the means. The means are taken away so that
/// α₀, a₀ and b₀ are those of a customer like the average one; the literature states them for covariates of 0.
/// <para>Source: Fader, Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007), section 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record BgNbdCovariateModel
{
    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="average">The model of a customer whose covariates are the means.</param>
    /// <param name="covariates">What each covariate does. All numbers finite, no two of one name.</param>
    /// <exception cref="ArgumentException">A number is not finite, a name is missing or there twice.</exception>
    public BgNbdCovariateModel(BgNbdModel average, ValueList<BgNbdCovariate> covariates)
    {
        ArgumentNullException.ThrowIfNull(average);
        CovariateCheck.ThrowIfNamesCollide(covariates.Select(static covariate => covariate.Column), nameof(covariates));
        foreach (BgNbdCovariate covariate in covariates)
        {
            CovariateCheck.ThrowUnlessFinite(nameof(covariates), covariate.Mean, covariate.Rate, covariate.A, covariate.B);
        }

        Average = average;
        Covariates = covariates;
    }

    /// <summary>Gets the model of a customer whose covariates are the means.</summary>
    public BgNbdModel Average { get; }

    /// <summary>Gets what each covariate does.</summary>
    public ValueList<BgNbdCovariate> Covariates { get; }

    /// <summary>Gives the model of customers with these covariates.</summary>
    /// <param name="values">The covariates in the order of <see cref="Covariates"/>, each finite.</param>
    /// <returns>The model; ask it about such a customer.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than covariates, or one is not finite or so far from the mean that no model has such parameters.</exception>
    public BgNbdModel For(params ReadOnlySpan<double> values)
    {
        CovariateCheck.ThrowUnlessAsMany(values, Covariates.Count, nameof(values));
        double rate = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < values.Length; i++)
        {
            BgNbdCovariate covariate = Covariates[i];
            double difference = values[i] - covariate.Mean;
            rate += covariate.Rate * difference;
            a += covariate.A * difference;
            b += covariate.B * difference;
        }

        return Average.WithParameters([Average.R, Average.Alpha * Math.Exp(-rate), Average.A * Math.Exp(a), Average.B * Math.Exp(b)]);
    }

    /// <summary>Writes what the covariates do, for a person.</summary>
    /// <returns>A line on the average customer, then one for each covariate: by how much 1 more of it changes how often customers buy, and the odds that they leave after a purchase.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Average.Name} with covariates; for a customer of average covariates {Average}");
        return text.AppendGrid(
        [
            ["1 more of", "mean", "buys", "odds of leaving after a purchase"],
            .. Covariates.Select(static covariate => new[]
            {
                covariate.Column,
                covariate.Mean.ToString("G5", CultureInfo.InvariantCulture),
                CovariateCheck.Change(covariate.Rate, "more often", "less often"),
                CovariateCheck.Change(covariate.A - covariate.B, "higher", "lower"),
            }),
        ]).ToString();
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Average} with {string.Join(", ", Covariates)}";
}
