namespace CustomerInsight.Models;

/// <summary>How far one feature, the predictions or the labels have moved.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Level">How urgent that is.</param>
/// <param name="StabilityIndex">The population stability index of the known values; null where one side has none.</param>
/// <param name="ChanceBound">Which index chance alone exceeds no more often than the options allow, for so many rows and bins; null where there is no index.</param>
/// <param name="Distance">The largest distance of the cumulative shares of numbers (Kolmogorov–Smirnov), seen at 199 quantiles of the reference: at most 0.005 too small. Null for flags and texts.</param>
/// <param name="PValue">How probable so large a distance is without drift. It raises no level: of many rows it is small for distances that do not matter.</param>
/// <param name="ReferenceMissing">The share of missing values that was learned from.</param>
/// <param name="CurrentMissing">That of today.</param>
/// <param name="ReferenceMean">The mean that was learned from; of flags and labels the share of yes. Null for texts.</param>
/// <param name="CurrentMean">That of today.</param>
/// <param name="Bins">The share of each bin or level, before and today.</param>
public sealed record DriftRow(
    string Name,
    DriftSubject Subject,
    DriftLevel Level,
    double? StabilityIndex,
    double? ChanceBound,
    double? Distance,
    double? PValue,
    double ReferenceMissing,
    double CurrentMissing,
    double? ReferenceMean,
    double? CurrentMean,
    ValueList<DriftBin> Bins);
