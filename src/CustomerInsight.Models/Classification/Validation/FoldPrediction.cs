using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What was predicted for the rows of a fold.</summary>
public sealed class FoldPrediction
{
    private readonly double[]? _margins;

    /// <summary>Gives predictions.</summary>
    /// <param name="margins">The log-odds of the rows of <see cref="Fold.Test"/>, in that order; null where there was too little to learn from. Kept, not copied.</param>
    /// <param name="report">How the fit went.</param>
    public FoldPrediction(double[]? margins, [NotNull] FitReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        _margins = margins;
        Report = report;
    }

    /// <summary>Gets how the fit went.</summary>
    public FitReport Report { get; }

    internal double[]? Margins => _margins;
}
