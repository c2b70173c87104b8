namespace CustomerInsight.Models;

/// <summary>The formulas of the weights of log-rank tests.</summary>
internal enum LogRankKind
{
    LogRank,
    Wilcoxon,
    TaroneWare,
    PetoPeto,
    FlemingHarrington,
}
