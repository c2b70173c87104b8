namespace CustomerInsight.Models;

/// <summary>A clustering model that measures distances on a scale of its own. A port: a host may bring its own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface IScaledModel
{
    /// <summary>Gets the scale on which distances are measured.</summary>
    FeatureScaling Scaling { get; }
}
