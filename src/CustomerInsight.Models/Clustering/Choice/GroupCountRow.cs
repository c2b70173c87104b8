namespace CustomerInsight.Models;

/// <summary>What speaks for one number of groups.</summary>
/// <param name="Groups">The number of groups that was asked for.</param>
/// <param name="Inertia">The sum of the squared distances to the centres.</param>
/// <param name="Silhouette">The mean silhouette; not a number for one group.</param>
/// <param name="Gap">How far the log of the inertia is below that of rows without groups; not a number where it was not measured, or where every row lies on its centre.</param>
/// <param name="GapError">The standard error of the gap, from the spread of the rows without groups.</param>
/// <param name="Bend">How far the inertia is below the straight line from the least to the greatest number of groups, in parts of their difference; not a number for fewer than three numbers.</param>
public sealed record GroupCountRow(int Groups, double Inertia, double Silhouette, double Gap, double GapError, double Bend);
