namespace CustomerInsight.Models;

/// <summary>How a fit went, as lines of the run's report.</summary>
internal static class FitLines
{
    public static void ReportFit(this InsightContext context, string stage, FitReport fit, bool hasModel)
    {
        // One line is enough where nobody bought, as in every run without activities.
        if (fit.Customers == 0)
        {
            context.Report(new ReportLine(stage, "not-fitted", 0, $"customers with purchases, so {fit.Model} was not fitted"));
            return;
        }

        if (!hasModel)
        {
            string reason = fit.Status == FitStatus.NotConverged ? "its fit did not converge" : "there is too little data";
            context.Report(new ReportLine(stage, "not-fitted", fit.Customers, $"customers, for whom {fit.Model} was not fitted: {reason}"));
        }

        foreach (FitWarning warning in fit.Warnings)
        {
            context.Report(new ReportLine(stage, warning.Code, fit.Customers, $"customers in the fit. {warning.Message}"));
        }
    }
}
