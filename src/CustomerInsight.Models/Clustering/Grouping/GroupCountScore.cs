namespace CustomerInsight.Models;

/// <summary>How well a number of groups tells customers apart.</summary>
/// <param name="Groups">The number of groups.</param>
/// <param name="Silhouette">The mean silhouette, in [−1, 1]; more is better.</param>
/// <param name="Inertia">The sum of squared distances to the nearest centre, on the model's scale.</param>
public readonly record struct GroupCountScore(int Groups, double Silhouette, double Inertia);
