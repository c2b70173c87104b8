namespace CustomerInsight.Models;

/// <summary>Why a customer has no label.</summary>
public enum LabelExclusion
{
    /// <summary>No activity that counts by the cut-off.</summary>
    NeverActive,

    /// <summary>Too few activities by the cut-off.</summary>
    TooFewActivities,

    /// <summary>Known for too short a time.</summary>
    TooNew,

    /// <summary>No activity for too long before the cut-off.</summary>
    Inactive,

    /// <summary>No contract runs at the cut-off.</summary>
    NoContract,

    /// <summary>The contract ends between the cut-off and the window: too early to do anything about it.</summary>
    EndsInGap,

    /// <summary>The data end before the window does, so that it is not known what became of anyone.</summary>
    NotObserved,
}
