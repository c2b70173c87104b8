namespace CustomerInsight.Models;

/// <summary>Says how the fit of a logistic regression went.</summary>
internal static class LogisticReport
{
    private const string Intercept = "(intercept)";

    private static readonly LikelihoodBasis Basis = new("events");

    /// <param name="model">The model.</param>
    /// <param name="columns">The columns that were fitted.</param>
    /// <param name="found">Where the search ended.</param>
    /// <param name="covariance">Of the intercept and the coefficients of these columns; null where it is not known.</param>
    /// <param name="warnings">What a person should know.</param>
    /// <param name="isPenalized">Whether the fit is not by maximum likelihood.</param>
    public static FitReport Of(LogisticModel model, int[] columns, LogisticFound found, double[]? covariance, IEnumerable<FitWarning> warnings, bool isPenalized)
    {
        LogisticStatistics statistics = model.Statistics!;
        var report = new FitReport(
            LogisticModel.Name, found.Converged ? FitStatus.Converged : FitStatus.NotConverged, found.Iterations, statistics.LogLikelihood, statistics.Rows, ValueList.From(warnings));
        if (isPenalized)
        {
            return report;
        }

        bool isOfTheRows = statistics.PositiveWeight == 1;
        LogisticCoefficient[] fitted =
        [
            new LogisticCoefficient(Intercept, model.Intercept) { StandardError = model.InterceptStandardError },
            .. columns.Select(column => model.Coefficients[column]),
        ];
        return report with
        {
            LogLikelihood = isOfTheRows ? report.LogLikelihood : null,
            Basis = isOfTheRows ? Basis : null,
            Parameters = ValueList.From(fitted.Select(static one => new ParameterEstimate(one.Column, one.Value, one.StandardError, one.Low, one.High))),
            Covariance = covariance is null ? null : new ParameterCovariance(ValueList.From(fitted.Select(static one => one.Column)), ValueList.Create<double>(covariance)),
        };
    }
}
