namespace CustomerInsight.Models;

/// <summary>Where a search for centres ended.</summary>
/// <param name="Centers">The centres, row by row.</param>
/// <param name="Groups">The nearest of these centres for each row.</param>
/// <param name="Sizes">How many rows are nearest to each.</param>
/// <param name="Inertia">The sum of the squared distances of all rows to their centre.</param>
/// <param name="Iterations">How often all rows were assigned and all centres moved.</param>
/// <param name="Converged">Whether it stopped by itself.</param>
internal sealed record KMeansSolution(double[] Centers, int[] Groups, int[] Sizes, double Inertia, int Iterations, bool Converged);
