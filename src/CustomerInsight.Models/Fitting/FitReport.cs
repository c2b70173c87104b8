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

    /// <summary>Gets the reports of the parts of a model that is made of several.</summary>
    /// <value>None.</value>
    public ValueList<FitReport> Parts { get; init; }

    /// <summary>Writes the report for a person.</summary>
    /// <returns>A line on the fit, then one for each warning; no personal data.</returns>
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

        text.AppendLine();
        foreach (FitWarning warning in Warnings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {warning.Code}: {warning.Message}");
        }

        return text.ToString();
    }

    internal static FitReport TooLittle(string model, int customers, params ReadOnlySpan<FitWarning> warnings) =>
        new(model, FitStatus.TooLittleData, 0, null, customers, ValueList.Create(warnings));

    private static string Wording(FitStatus status) => status switch
    {
        FitStatus.Converged => "fitted",
        FitStatus.NotConverged => "not converged",
        _ => "too little data",
    };
}
