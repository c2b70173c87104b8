namespace CustomerInsight.Models;

/// <summary>What a search for centres goes by.</summary>
/// <param name="Bounds">Whether rows that cannot have changed their group are passed over.</param>
/// <param name="MaximumIterations">When it gives up.</param>
/// <param name="LeastShift">It stops where the squared ways of all centres together are at most this; below 0 it stops only where no row changes its group.</param>
/// <param name="EmptyGroups">What becomes of a group that has lost its last row.</param>
internal sealed record KMeansSettings(bool Bounds, int MaximumIterations, double LeastShift, EmptyGroupPolicy EmptyGroups);
