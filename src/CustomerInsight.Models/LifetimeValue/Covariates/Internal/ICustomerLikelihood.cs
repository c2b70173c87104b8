namespace CustomerInsight.Models;

/// <summary>The likelihood of one customer, whose parameters may be the customer's own.</summary>
internal interface ICustomerLikelihood
{
    /// <param name="repeats">How often the customer bought again.</param>
    /// <param name="active">Until when, in the time of the parameters.</param>
    /// <param name="tenure">How long the customer is known.</param>
    /// <param name="logs">The logs of the parameters.</param>
    /// <param name="gradient">Takes the derivatives by these logs.</param>
    /// <returns>ln L.</returns>
    double Evaluate(int repeats, double active, double tenure, ReadOnlySpan<double> logs, Span<double> gradient);
}
