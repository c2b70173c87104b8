namespace CustomerInsight.Models;

/// <summary>Where a search for medoids ended.</summary>
/// <param name="Medoids">The rows that are the medoids.</param>
/// <param name="Total">The sum of the distances of all rows to the nearest of them.</param>
/// <param name="Iterations">How often all rows were looked at.</param>
/// <param name="Converged">Whether no swap was worth it any more.</param>
internal sealed record MedoidSolution(int[] Medoids, double Total, int Iterations, bool Converged);
