namespace CustomerInsight.Models;

/// <summary>How well a number of groups tells customers apart.</summary>
/// <param name="Groups">The number of groups.</param>
/// <param name="Silhouette">The mean silhouette, in [−1, 1]; more is better.</param>
/// <param name="Inertia">The sum of the squared distances of the rows measured to their centres, on the model's scale.</param>
/// <remarks>Measured on 20,000 rows at most, silhouettes on 4,000.</remarks>
public readonly record struct GroupCountScore(int Groups, double Silhouette, double Inertia);
