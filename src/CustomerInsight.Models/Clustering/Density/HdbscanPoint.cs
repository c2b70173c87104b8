namespace CustomerInsight.Models;

/// <summary>A row that groups were found among.</summary>
/// <param name="Place">Where it is, on the model's scale.</param>
/// <param name="CoreDistance">How far its neighbours reach. At least 0.</param>
/// <param name="Cluster">The last candidate of the condensed tree that it belonged to.</param>
/// <param name="Density">The density at which it left that one.</param>
public sealed record HdbscanPoint(ValueList<double> Place, double CoreDistance, int Cluster, double Density);
