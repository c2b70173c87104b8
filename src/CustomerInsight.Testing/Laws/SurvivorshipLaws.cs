namespace CustomerInsight.Testing;

/// <summary>The laws that every <see cref="ISurvivorshipRule"/> and every <see cref="IProfileMerger"/> have to keep.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class SurvivorshipLaws
{
    /// <summary>Checks a rule on contenders that the kit makes up: of any trust, age and completeness, with ties and gaps.</summary>
    /// <param name="rule">The plug-in.</param>
    /// <param name="seed">Decides which contenders.</param>
    /// <param name="cases">How many groups of contenders. At least 1.</param>
    /// <exception cref="LawViolationException">
    /// <see cref="LawViolationException.Contract"/>: the rule throws, chooses a position that no contender has, or takes a later one of contenders that
    /// differ in nothing but their key. <c>L17</c>: a second call, or a call under another culture, chooses another.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is less than 1.</exception>
    public static void Check(ISurvivorshipRule rule, ulong seed = 1, int cases = 500)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        var random = new SeededRandom(seed);
        for (int i = 0; i < cases; i++)
        {
            RuleCheck.Contenders(rule, MadeUpRecords.Contenders(random), i);
            RuleCheck.Twins(rule, MadeUpRecords.Twins(random), i);
        }
    }

    /// <summary>Checks a rule by itself and at work in a merger.</summary>
    /// <param name="rule">The plug-in.</param>
    /// <param name="merger">Makes a merger that uses the rule for every field.</param>
    /// <param name="seed">Decides which contenders and clusters.</param>
    /// <param name="cases">How many of them. At least 1.</param>
    /// <exception cref="LawViolationException">As <see cref="Check(ISurvivorshipRule, ulong, int)"/> and <see cref="Check(IProfileMerger, IEnumerable{IReadOnlyList{MergeRecord}}, ulong, int)"/> say.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is less than 1.</exception>
    public static void Check(ISurvivorshipRule rule, Func<ISurvivorshipRule, IProfileMerger> merger, ulong seed = 1, int cases = 500)
    {
        ArgumentNullException.ThrowIfNull(merger);
        Check(rule, seed, cases);
        Check(merger(rule), [], seed, cases);
    }

    /// <summary>Checks a merger on a host's clusters and on clusters that the kit makes up.</summary>
    /// <param name="merger">The plug-in.</param>
    /// <param name="clusters">Clusters of the host, each with at least one record. May be empty.</param>
    /// <param name="seed">Decides which clusters the kit makes up, and in which orders all of them are tried.</param>
    /// <param name="cases">How many clusters the kit makes up. At least 0. Their attributes have the names of <see cref="SyntheticAttributes"/>.</param>
    /// <exception cref="LawViolationException">
    /// <c>L3</c>: another order of the records gives another profile. <c>L12</c>: a value, or its lineage, is not that of one of the records.
    /// <c>L13</c>: the fields of one group come from more than one record. <c>L17</c>: a second call, or a call under another culture, gives another profile.
    /// <see cref="LawViolationException.Contract"/>: the merger throws, changes the id, or leaves out records, identifiers or order.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is negative.</exception>
    public static void Check(IProfileMerger merger, IEnumerable<IReadOnlyList<MergeRecord>> clusters, ulong seed = 1, int cases = 200)
    {
        ArgumentNullException.ThrowIfNull(merger);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        var random = new SeededRandom(seed);
        int position = 0;
        foreach (IReadOnlyList<MergeRecord> cluster in clusters)
        {
            MergerCheck.Cluster(merger, cluster, random, $"cluster {position} of those given");
            position++;
        }

        for (int i = 0; i < cases; i++)
        {
            MergerCheck.Cluster(merger, MadeUpRecords.Cluster(random), random, $"made-up cluster {i}");
        }
    }
}
