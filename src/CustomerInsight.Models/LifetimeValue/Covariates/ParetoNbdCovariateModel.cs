using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The Pareto/NBD model, whose parameters depend on what is known of a customer.</summary>
/// <remarks>
/// α = α₀ e^(−γ₁′z) and β = β₀ e^(−γ₂′z), where z is how far a customer's covariates are from the means. The means are taken away so that α₀ and β₀ are
/// those of a customer like the average one; the literature states them for covariates of 0.
/// <para>Source: Fader, Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007), section 2.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record ParetoNbdCovariateModel
{
    /// <summary>Makes a model from known parameters.</summary>
    /// <param name="average">The model of a customer whose covariates are the means.</param>
    /// <param name="covariates">What each covariate does. All numbers finite, no two of one name.</param>
    /// <exception cref="ArgumentException">A number is not finite, a name is missing or there twice.</exception>
    public ParetoNbdCovariateModel(ParetoNbdModel average, ValueList<ParetoNbdCovariate> covariates)
    {
        ArgumentNullException.ThrowIfNull(average);
        CovariateCheck.ThrowIfNamesCollide(covariates.Select(static covariate => covariate.Column), nameof(covariates));
        foreach (ParetoNbdCovariate covariate in covariates)
        {
            CovariateCheck.ThrowUnlessFinite(nameof(covariates), covariate.Mean, covariate.Rate, covariate.DropOut);
        }

        Average = average;
        Covariates = covariates;
    }

    /// <summary>Gets the model of a customer whose covariates are the means.</summary>
    public ParetoNbdModel Average { get; }

    /// <summary>Gets what each covariate does.</summary>
    public ValueList<ParetoNbdCovariate> Covariates { get; }

    /// <summary>Gives the model of customers with these covariates.</summary>
    /// <param name="values">The covariates in the order of <see cref="Covariates"/>, each finite.</param>
    /// <returns>The model; ask it about such a customer.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than covariates, or one is not finite or so far from the mean that no model has such parameters.</exception>
    public ParetoNbdModel For(params ReadOnlySpan<double> values)
    {
        CovariateCheck.ThrowUnlessAsMany(values, Covariates.Count, nameof(values));
        double rate = 0;
        double dropOut = 0;
        for (int i = 0; i < values.Length; i++)
        {
            ParetoNbdCovariate covariate = Covariates[i];
            rate += covariate.Rate * (values[i] - covariate.Mean);
            dropOut += covariate.DropOut * (values[i] - covariate.Mean);
        }

        return new ParetoNbdModel(Average.R, Average.Alpha * Math.Exp(-rate), Average.S, Average.Beta * Math.Exp(-dropOut), Average.Unit);
    }

    /// <summary>Writes what the covariates do, for a person.</summary>
    /// <returns>A line on the average customer, then one for each covariate: by how much 1 more of it changes how often customers buy, and how soon they leave.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Average.Name} with covariates; for a customer of average covariates {Average}");
        return text.AppendGrid(
        [
            ["1 more of", "mean", "buys", "rate of leaving"],
            .. Covariates.Select(static covariate => new[]
            {
                covariate.Column,
                covariate.Mean.ToString("G5", CultureInfo.InvariantCulture),
                CovariateCheck.Change(covariate.Rate, "more often", "less often"),
                CovariateCheck.Change(covariate.DropOut, "higher", "lower"),
            }),
        ]).ToString();
    }

    /// <summary>Writes the parameters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Average} with {string.Join(", ", Covariates)}";
}
