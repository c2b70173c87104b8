using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Whether features multiply the hazard by the same factor at every time, as Cox regression takes for granted.</summary>
/// <param name="Transform">The form of time along which coefficients were let change.</param>
/// <param name="Features">A test for each feature in the model.</param>
/// <param name="Global">All features at once.</param>
/// <remarks>
/// The score test of a further coefficient feature × time for each feature, with the information at each time as it is (not its mean over time, as older programs have it).
/// <para>Source: Grambsch, Therneau, "Proportional hazards tests and diagnostics based on weighted residuals", Biometrika 81 (1994); R survival 3 computes the same.</para>
/// </remarks>
public sealed record ProportionalHazardsTest(TimeTransform Transform, ValueList<ChiSquaredTest> Features, ChiSquaredTest Global)
{
    /// <summary>Tests a model.</summary>
    /// <param name="model">The model, not one of exact ties and not drawn towards 0.</param>
    /// <param name="data">The data that it was fitted to.</param>
    /// <param name="transform">The form of time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The tests.</returns>
    /// <exception cref="ArgumentException">The data have other features than the model or no event, or the model is of exact ties or drawn towards 0, or without standard errors.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) to sort the rows, then three passes of rows × features².</remarks>
    public static ProportionalHazardsTest Of([NotNull] CoxModel model, [NotNull] SurvivalData data, TimeTransform transform = TimeTransform.KaplanMeier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Covariance is null || model.Ridge > 0)
        {
            throw new ArgumentException("The model has no standard errors, or its coefficients were drawn towards 0: the test is of coefficients of maximum likelihood. Fit without Ridge, to its end.", nameof(model));
        }

        CoxState state = CoxState.Of(model, data, cancellationToken);
        return CoxTimeTest.Run(model, data, state, transform);
    }

    /// <summary>Writes the tests for a person.</summary>
    /// <returns>A table with a line for each feature and one for all; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Proportional hazards along {Wording(Transform)}: a small p says that the feature's effect changes with time");
        return text.AppendGrid([["  feature", "chi-squared", "df", "p"], .. Features.Append(Global).Select(Cells)]).ToString();
    }

    private static string[] Cells(ChiSquaredTest test) =>
    [
        $"  {test.Name}",
        test.Statistic.ToString("0.000", CultureInfo.InvariantCulture),
        test.DegreesOfFreedom.ToString(CultureInfo.InvariantCulture),
        test.PValue.ToString("0.0000", CultureInfo.InvariantCulture),
    ];

    private static string Wording(TimeTransform transform) => transform switch
    {
        TimeTransform.KaplanMeier => "the share of events",
        TimeTransform.Rank => "the rank of time",
        TimeTransform.Log => "the log of time",
        _ => "time",
    };
}
