namespace CustomerInsight.Models;

/// <summary>How well one group holds together and stands apart.</summary>
/// <param name="Group">The group, from 0.</param>
/// <param name="Rows">How many rows are in it.</param>
/// <param name="Silhouette">The mean silhouette of its rows, in [−1, 1]; not a number where none was measured.</param>
/// <param name="MeanDistance">The mean distance of its rows to their mean; not a number for a group without rows.</param>
public sealed record GroupQuality(int Group, int Rows, double Silhouette, double MeanDistance);
