namespace CustomerInsight.Models;

/// <summary>How urgent a drift is.</summary>
public enum DriftLevel
{
    /// <summary>Nothing to see, or no more than chance gives.</summary>
    Stable,

    /// <summary>Worth watching.</summary>
    Warning,

    /// <summary>The model sees other customers than it learned from: measure it anew, and fit it again.</summary>
    Alert,
}
