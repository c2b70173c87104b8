namespace CustomerInsight;

/// <summary>The records judged one entity.</summary>
/// <param name="Records">Positions in <see cref="InsightContext.Records"/>, rising; at least one.</param>
public readonly record struct RecordCluster(ValueList<int> Records);
