namespace CustomerInsight.Models;

/// <summary>How covariates move one parameter: its log is that of the average customer, ± Σ coefficient × covariate.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Name">What the coefficients are called, such as <c>rate</c>.</param>
/// <param name="Sign">1, or −1 where a larger coefficient makes the parameter smaller.</param>
/// <param name="Columns">The columns, by their places in <see cref="CovariateRows"/>.</param>
internal sealed record CovariateShift(int Parameter, string Name, int Sign, int[] Columns);
