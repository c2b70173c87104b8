namespace CustomerInsight.Models;

/// <summary>What may have moved.</summary>
public enum DriftSubject
{
    /// <summary>What goes into the model.</summary>
    Feature,

    /// <summary>What the model says.</summary>
    Prediction,

    /// <summary>What became of the customers.</summary>
    Label,
}
