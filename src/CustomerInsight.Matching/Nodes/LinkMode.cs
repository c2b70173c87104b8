namespace CustomerInsight.Matching;

/// <summary>Which pairs of records are compared at all, by the sources they come from (<see cref="RecordKey.Source"/>).</summary>
public enum LinkMode
{
    /// <summary>All: records of one source and of different sources.</summary>
    DedupeAndLink,

    /// <summary>Only records of different sources. Two of one source may still end in one cluster, by way of a third that both link to.</summary>
    LinkOnly,

    /// <summary>Only records of the same source. A cluster joins sources only where a person said that two records are the same.</summary>
    DedupeOnly,
}
