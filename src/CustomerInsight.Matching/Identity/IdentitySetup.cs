namespace CustomerInsight.Matching;

/// <summary>What an identity graph is made of. A container fills it from the host's registrations; without one, set it by hand.</summary>
public sealed class IdentitySetup
{
    /// <summary>Gets where the ledger is kept.</summary>
    /// <value>In memory.</value>
    public IIdentityStore Store { get; init; } = new InMemoryIdentityStore();

    /// <summary>Gets the tenant whose records these are.</summary>
    /// <value>Empty, for a host without tenants.</value>
    public string Tenant { get; init; } = string.Empty;

    /// <summary>Gets what makes the design for the attributes that the records have.</summary>
    /// <value><see cref="PeopleDesign"/>.</value>
    public Func<RecordSchema, MatchDesign> Design { get; init; } = static schema => PeopleDesign.For(schema);

    /// <summary>Gets the numbers that matching works with.</summary>
    /// <value>The defaults.</value>
    public MatchingOptions Options { get; init; } = new();

    /// <summary>Gets what learns the model when records are loaded without one.</summary>
    /// <value>A <see cref="MatchTrainer"/>.</value>
    public IMatchTrainer Trainer { get; init; } = new MatchTrainer();

    /// <summary>Gets what makes clusters of links. It must judge each connected component by itself, as those of the library do.</summary>
    /// <value><see cref="AverageLinkage"/>.</value>
    public IClusterer Clusterer { get; init; } = new AverageLinkage();

    /// <summary>Gets the names of the sources that have each entity once.</summary>
    /// <value>None.</value>
    public ValueList<string> DuplicateFreeSources { get; init; }

    /// <summary>Gets the standardizers.</summary>
    /// <value><see cref="StandardizerSet.Default"/>.</value>
    public StandardizerSet Standardizers { get; init; } = StandardizerSet.Default;

    /// <summary>Gets the conventions of each source by its name; others have <see cref="SourceConventions.Default"/>.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, SourceConventions> Conventions { get; init; } = new Dictionary<string, SourceConventions>();

    /// <summary>Gets the trust rank of each source by its name; others have 0.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, int> TrustRanks { get; init; } = new Dictionary<string, int>();

    /// <summary>Gets what makes one profile of the records of a cluster, when it is read.</summary>
    /// <value>A <see cref="ProfileMerger"/> with the standard rules.</value>
    public IProfileMerger Merger { get; init; } = new ProfileMerger(MergeRules.Standard);

    /// <summary>Gets how a model is read that the ledger holds, where it uses comparators or rules of the host's own.</summary>
    /// <value>Null: it uses none.</value>
    public MatchModelLoadOptions? ModelFiles { get; init; }

    /// <summary>Gets the clock, which dates what is written.</summary>
    /// <value>The system's.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets up to how many threads load and replay; 0 for as many as there are processors.</summary>
    /// <value>0.</value>
    public int MaxDegreeOfParallelism { get; init; }
}
