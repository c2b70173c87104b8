namespace CustomerInsight.Matching;

/// <summary>A partition of the contents, and what was kept apart.</summary>
/// <param name="Labels">For each content the number of its cluster: the lowest content in it.</param>
/// <param name="Apart">The pairs that weigh enough and are in different clusters, by rising left, then right content.</param>
/// <param name="Contradictions">The pairs that had to be together and are not, since something that outranks it says that they are different.</param>
public sealed record Clustering(ValueList<int> Labels, ValueList<KeptApart> Apart, ValueList<NodePair> Contradictions);
