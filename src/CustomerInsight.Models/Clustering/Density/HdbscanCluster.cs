namespace CustomerInsight.Models;

/// <summary>A candidate group of the condensed tree: rows that stay together while the density asked for rises.</summary>
/// <param name="Parent">The candidate it split from; −1 for all rows together. Less than its own number.</param>
/// <param name="Birth">The density, one over the distance, at which it split from it. 0 for all rows together.</param>
/// <param name="Death">The density at which the last of its rows left it. At least <paramref name="Birth"/>.</param>
/// <param name="Stability">How long it lasts, summed up over its rows: the excess of mass.</param>
/// <param name="Group">The group it was chosen as; <see cref="GroupAssignment.None"/> where others were chosen in its place.</param>
public sealed record HdbscanCluster(int Parent, double Birth, double Death, double Stability, int Group);
