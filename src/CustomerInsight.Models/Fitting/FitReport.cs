using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How a fit went.</summary>
/// <param name="Model">What was fitted, such as <c>BG/NBD</c>.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Iterations">How many steps the search took; 0 for a model that needs no search.</param>
/// <param name="LogLikelihood">The log-likelihood of the data at the model's parameters, or null where there is none.</param>
/// <param name="Customers">How many customers it learned from.</param>
/// <param name="Warnings">What a person should know.</param>
public sealed record FitReport(string Model, FitStatus Status, int Iterations, double? LogLikelihood, int Customers, ValueList<FitWarning> Warnings)
{
    /// <summary>Gets whether the best parameters were found.</summary>
    public bool Converged => Status == FitStatus.Converged;

    /// <summary>Gets the fitted parameters with their standard errors, in the order of the literature.</summary>
    /// <value>None for a model that is not fitted by maximum likelihood.</value>
    public ValueList<ParameterEstimate> Parameters { get; init; }

    /// <summary>Gets how the errors of the parameters go together.</summary>
    /// <value>Null where there are no standard errors.</value>
    public ParameterCovariance? Covariance { get; init; }

    /// <summary>Gets what <see cref="LogLikelihood"/> is the log-likelihood of, which says with which fits this one compares.</summary>
    /// <value>Null where there is none, or where it is not said.</value>
    public LikelihoodBasis? Basis { get; init; }

    /// <summary>Gets Akaike's information criterion, 2k − 2 ln L for k parameters: of two models of the same data, the lower is the better one.</summary>
    /// <value>Null for a model that is not fitted by maximum likelihood.</value>
    public double? Aic => (2.0 * Parameters.Count) - (2 * FittedLogLikelihood);

    /// <summary>Gets Schwarz's information criterion, k ln n − 2 ln L for k parameters and n customers: as <see cref="Aic"/>, but harder on parameters.</summary>
    /// <value>Null for a model that is not fitted by maximum likelihood.</value>
    public double? Bic => (Parameters.Count * Math.Log(Customers)) - (2 * FittedLogLikelihood);

    private double? FittedLogLikelihood => Parameters.Count > 0 ? LogLikelihood : null;

    /// <summary>Gets numbers about the data that tell whether the model's assumptions hold.</summary>
    /// <value>None.</value>
    public ValueList<FitFigure> Figures { get; init; }

    /// <summary>Gets the reports of the parts of a model that is made of several.</summary>
    /// <value>None.</value>
    public ValueList<FitReport> Parts { get; init; }

    /// <summary>Writes the report for a person.</summary>
    /// <returns>A line on the fit, a table of the parameters, then a line for each figure and each warning; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Model}: {Wording(Status)}, {Customers:#,0} customers");
        if (Iterations > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", {Iterations} iterations");
        }

        if (LogLikelihood is double logLikelihood)
        {
            text.Append(CultureInfo.InvariantCulture, $", log-likelihood {logLikelihood:#,0.000}");
        }

        text.AppendLine(Aic is double aic ? string.Create(CultureInfo.InvariantCulture, $", AIC {aic:#,0.0}, BIC {Bic:#,0.0}") : string.Empty);
        if (Parameters.Count > 0)
        {
            text.AppendGrid([["  parameter", "estimate", "standard error", "95 % from", "to"], .. Parameters.Select(Cells)]);
        }

        foreach (FitFigure figure in Figures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {figure.Name}: {figure.Value:G4}");
        }

        foreach (FitWarning warning in Warnings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {warning.Code}: {warning.Message}");
        }

        return text.ToString();
    }

    internal static FitReport TooLittle(string model, int customers, params ReadOnlySpan<FitWarning> warnings) =>
        new(model, FitStatus.TooLittleData, 0, null, customers, ValueList.Create(warnings));

    private static string[] Cells(ParameterEstimate estimate) =>
        [$"  {estimate.Name}", Number(estimate.Value), Number(estimate.StandardError), Number(estimate.Low), Number(estimate.High)];

    private static string Number(double? value) => value is double known ? known.ToString("G5", CultureInfo.InvariantCulture) : "–";

    private static string Wording(FitStatus status) => status switch
    {
        FitStatus.Converged => "fitted",
        FitStatus.NotConverged => "not converged",
        _ => "too little data",
    };
}
