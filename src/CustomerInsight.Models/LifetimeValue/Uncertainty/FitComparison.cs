using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Several fits to the same data by their information criteria. What foretells best is another question: <see cref="PurchaseModelSelector"/>.</summary>
/// <param name="Rows">The fits, those of the least Akaike criterion first.</param>
/// <remarks>Source: Burnham, Anderson, "Model Selection and Multimodel Inference" (2002), sections 2.6 and 2.9.</remarks>
public sealed record FitComparison(ValueList<FitComparisonRow> Rows)
{
    /// <summary>Compares fits.</summary>
    /// <param name="fits">The fits, at least one.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There is none, one did not converge or is none by maximum likelihood, they are of different numbers of customers, or of other data or another time unit (<see cref="FitReport.Basis"/>).</exception>
    public static FitComparison Of(params ReadOnlySpan<FitReport> fits)
    {
        FitReport[] all = fits.ToArray();
        ThrowIfNotComparable(all, nameof(fits));
        double aic = all.Min(static fit => fit.Aic!.Value);
        double bic = all.Min(static fit => fit.Bic!.Value);
        double weights = all.Sum(fit => Math.Exp((aic - fit.Aic!.Value) / 2));
        return new FitComparison(ValueList.From(all
            .Select(fit => new FitComparisonRow(
                fit.Model,
                fit.Parameters.Count,
                fit.LogLikelihood!.Value,
                fit.Aic!.Value,
                fit.Aic.Value - aic,
                Math.Exp((aic - fit.Aic.Value) / 2) / weights,
                fit.Bic!.Value,
                fit.Bic.Value - bic))
            .OrderBy(static row => row.Aic)
            .ThenBy(static row => row.Model, StringComparer.Ordinal)));
    }

    /// <summary>Writes the comparison for a person.</summary>
    /// <returns>A table.</returns>
    public string Describe() => new StringBuilder().AppendGrid(
    [
        ["model", "parameters", "log-likelihood", "AIC", "behind", "weight", "BIC", "behind"],
        .. Rows.Select(static row => new[]
        {
            row.Model, Number(row.Parameters, "0"), Number(row.LogLikelihood, "#,0.000"), Number(row.Aic, "#,0.0"), Number(row.AicBehind, "#,0.0"),
            Number(row.AicWeight, "0.000"), Number(row.Bic, "#,0.0"), Number(row.BicBehind, "#,0.0"),
        }),
    ]).ToString();

    internal static void ThrowIfNotComparable(IReadOnlyList<FitReport> fits, string parameterName)
    {
        if (fits.Count == 0)
        {
            throw new ArgumentException("There is no fit. Pass at least one.", parameterName);
        }

        foreach (FitReport fit in fits)
        {
            if (!fit.Converged || fit.Aic is null)
            {
                throw new ArgumentException($"{fit.Model} did not converge, or is not fitted by maximum likelihood. Pass converged fits only.", parameterName);
            }

            if (fit.Customers != fits[0].Customers)
            {
                throw new ArgumentException(FormattableString.Invariant($"{fit.Model} is of {fit.Customers} customers and {fits[0].Model} of {fits[0].Customers}. Fit both to the same data."), parameterName);
            }

            if (fit.Basis != fits[0].Basis)
            {
                throw new ArgumentException(OtherBasis(fit, fits[0]), parameterName);
            }
        }
    }

    private static string OtherBasis(FitReport fit, FitReport first) =>
        fit.Basis is not { } basis || first.Basis is not { } other
            ? $"Of {fit.Model} or {first.Model} it is not known what the likelihood is of. Set {nameof(FitReport.Basis)} in the reports of both."
        : basis.Data != other.Data
            ? $"The likelihood of {fit.Model} is of {basis.Data} and that of {first.Model} of {other.Data}, so they do not compare. Compare fits to the same data."
            : $"The likelihood of {fit.Model} is in the unit {basis.Unit?.ToString() ?? "none"} and that of {first.Model} in {other.Unit?.ToString() ?? "none"}, so they do not compare. Fit both in the same unit (an option of the estimator).";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
