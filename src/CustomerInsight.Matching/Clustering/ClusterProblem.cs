namespace CustomerInsight.Matching;

/// <summary>What is to be put into clusters: distinct contents, how much pairs of them weigh, and what must or must not be together.</summary>
/// <remarks>
/// Contents are numbered from 0 in the canonical order of the first record of each, so the number decides ties and no result depends on the order of input.
/// </remarks>
/// <threadsafety>Safe from many threads, but for <see cref="Forbids"/> and <see cref="Weigh"/>: one thread at a time.</threadsafety>
public sealed class ClusterProblem
{
    /// <summary>Gets how many distinct contents there are.</summary>
    public required int Nodes { get; init; }

    /// <summary>Gets the compared pairs, each once, in any order: those that weigh enough, and, as evidence, those that weigh less.</summary>
    public required IReadOnlyList<NodeLink> Pairs { get; init; }

    /// <summary>Gets the weight in bits from which on a pair is accepted.</summary>
    public required double LinkWeight { get; init; }

    /// <summary>Gets the most contents a cluster may have. What is larger is quarantined by the caller, so a clusterer need not look closely at it.</summary>
    /// <value>No limit.</value>
    public int LargestCluster { get; init; } = int.MaxValue;

    /// <summary>Gets the pairs that a person said are one entity: they are together whatever else speaks against it but <see cref="CannotLink"/>.</summary>
    /// <value>None.</value>
    public IReadOnlyList<NodePair> MustLink { get; init; } = [];

    /// <summary>Gets the pairs that a person said are different: no cluster holds both.</summary>
    /// <value>None.</value>
    public IReadOnlyList<NodePair> CannotLink { get; init; } = [];

    /// <summary>Gets the kinds of things that contents claim and of which an entity holds a few only.</summary>
    /// <value>None.</value>
    public ValueList<ClaimKind> ClaimKinds { get; init; }

    /// <summary>Gets what each content claims, as its number gives it, or null where nothing is claimed at all.</summary>
    /// <value>Null.</value>
    /// <remarks>A content that by itself claims more than an entity may is a fault of the data: it may be with others that add nothing new.</remarks>
    public IReadOnlyList<ValueList<NodeClaim>>? Claims { get; init; }

    /// <summary>Gets what says by which rule two contents never match, giving null where none forbids it; null where there is no such rule.</summary>
    /// <value>Null.</value>
    public Func<int, int, string?>? Forbids { get; init; }

    /// <summary>Gets what weighs any two contents, in bits, so that pairs that were not compared can be judged too; null where that cannot be done.</summary>
    /// <value>Null.</value>
    public Func<int, int, double>? Weigh { get; init; }

    /// <summary>Refuses a problem that names contents which are not there.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Nodes);
        ArgumentOutOfRangeException.ThrowIfLessThan(LargestCluster, 1);
        for (int i = 0; i < Pairs.Count; i++)
        {
            CheckPair(Pairs[i].Left, Pairs[i].Right, nameof(Pairs), i);
        }

        for (int i = 0; i < MustLink.Count; i++)
        {
            CheckPair(MustLink[i].Left, MustLink[i].Right, nameof(MustLink), i);
        }

        for (int i = 0; i < CannotLink.Count; i++)
        {
            CheckPair(CannotLink[i].Left, CannotLink[i].Right, nameof(CannotLink), i);
        }

        if (Claims is { } claims && claims.Count != Nodes)
        {
            throw new ArgumentException($"{nameof(Claims)} has {claims.Count} entries for {Nodes} contents. Give one for each, empty where it claims nothing.");
        }
    }

    private void CheckPair(int left, int right, string list, int position)
    {
        if (left < 0 || right >= Nodes || left >= right)
        {
            throw new ArgumentException($"{list}[{position}] is ({left}, {right}). Give the lower content first, both from 0 to {Nodes - 1}.");
        }
    }
}
