using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How much a log-rank test looks at early and at late differences.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record LogRankWeights
{
    private LogRankWeights(LogRankKind kind, double early = 0, double late = 0) => (Kind, Early, Late) = (kind, early, late);

    /// <summary>Gets the log-rank test itself: all times alike. The best where risks stand in one proportion over all time.</summary>
    public static LogRankWeights LogRank { get; } = new(LogRankKind.LogRank);

    /// <summary>Gets Gehan and Breslow's generalised Wilcoxon test: weights are the numbers at risk, so it looks at early times, and depends on when rows are censored.</summary>
    public static LogRankWeights Wilcoxon { get; } = new(LogRankKind.Wilcoxon);

    /// <summary>Gets Tarone and Ware's test: weights are the square roots of the numbers at risk.</summary>
    public static LogRankWeights TaroneWare { get; } = new(LogRankKind.TaroneWare);

    /// <summary>Gets Peto and Peto's test: weights are a survival curve of all, the product of 1 − events / (at risk + 1) up to and with each time.</summary>
    public static LogRankWeights PetoPeto { get; } = new(LogRankKind.PetoPeto);

    /// <summary>Gets the power of the curve in a Fleming–Harrington test; 0 in the others.</summary>
    public double Early { get; }

    /// <summary>Gets the power of 1 − the curve in a Fleming–Harrington test; 0 in the others.</summary>
    public double Late { get; }

    internal LogRankKind Kind { get; }

    /// <summary>Makes a test of the Fleming–Harrington family: weights are S(t−)^early × (1 − S(t−))^late, S the Kaplan–Meier curve of all just before each time.</summary>
    /// <param name="early">The power that makes early differences count. At least 0, finite.</param>
    /// <param name="late">The power that makes late ones count. At least 0, finite.</param>
    /// <returns>The weights; (0, 0) is the log-rank test.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A power is negative or not finite.</exception>
    public static LogRankWeights FlemingHarrington(double early, double late) => new(
        LogRankKind.FlemingHarrington, ParameterCheck.NotNegative(early, nameof(early)), ParameterCheck.NotNegative(late, nameof(late)));

    /// <summary>Writes which test it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        LogRankKind.LogRank => "log-rank",
        LogRankKind.Wilcoxon => "Wilcoxon (Gehan–Breslow)",
        LogRankKind.TaroneWare => "Tarone–Ware",
        LogRankKind.PetoPeto => "Peto–Peto",
        _ => string.Create(CultureInfo.InvariantCulture, $"Fleming–Harrington ({Early:G4}, {Late:G4})"),
    };
}
