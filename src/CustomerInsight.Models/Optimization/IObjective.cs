namespace CustomerInsight.Models;

/// <summary>A smooth function to make small.</summary>
internal interface IObjective
{
    /// <summary>Computes value and gradient; a value that is not finite means "not here".</summary>
    double Evaluate(ReadOnlySpan<double> point, Span<double> gradient);
}
