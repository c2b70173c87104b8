namespace CustomerInsight.Models;

/// <summary>By what a number of groups is recommended.</summary>
public enum GroupCountCriterion
{
    /// <summary>The number with the highest mean silhouette. Never 1: one group has no silhouette.</summary>
    Silhouette,

    /// <summary>The least number whose gap is no more than one standard error below that of the next: the groups are clearer than chance gives them. It may be 1.</summary>
    GapStatistic,

    /// <summary>Where the inertia bends most: the number farthest below the straight line from the least number to the greatest.</summary>
    Elbow,
}
