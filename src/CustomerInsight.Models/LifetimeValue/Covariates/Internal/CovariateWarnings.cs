namespace CustomerInsight.Models;

/// <summary>The warnings of fits with covariates, with their codes in one place.</summary>
internal static class CovariateWarnings
{
    public static FitWarning Incomplete(int count) => new(
        "missing-covariates", FormattableString.Invariant($"{count} customers lack a covariate and were left out. Fill the gaps, or add a column that says where they are."));

    public static FitWarning Constant(string column) => new(
        "constant-covariate", $"All customers are alike in the covariate {column}, so nothing can be learned of it. Leave it out.");

    public static FitWarning Collinear(IReadOnlyList<string> columns) => new(
        "collinear-covariates", $"One of the covariates {string.Join(", ", columns)} follows from the others, so their effects cannot be told apart. Leave one out; of one column for each kind, one kind needs none.");
}
