namespace CustomerInsight.Matching;

/// <summary>Mean and variance of how many pairs are right among those found and among those kept and not found.</summary>
internal readonly record struct RightPairs(long Found, double FoundMean, double FoundVariance, double MissedMean, double MissedVariance, double Covariance);
