using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Matching;

/// <summary>The numbers that matching works with.</summary>
public sealed class MatchingOptions
{
    /// <summary>Gets or sets from which probability on two records are linked.</summary>
    /// <value>0.9. Above 0.5, below 1.</value>
    [Range(0.5, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double LinkProbability { get; set; } = 0.9;

    /// <summary>Gets or sets from which probability on a compared pair is kept in the result, to measure and to review by; each costs 24 bytes.</summary>
    /// <value>0.01. From 0, which keeps all, to 0.5.</value>
    [Range(0.0, 0.5)]
    public double KeptProbability { get; set; } = 0.01;

    /// <summary>Gets or sets the most distinct contents a cluster may have; a larger one is quarantined: it is not joined, and reported. Identical copies stay together.</summary>
    /// <value>100. From 2 to 1,000,000.</value>
    [Range(2, 1_000_000)]
    public int LargestCluster { get; set; } = 100;

    /// <summary>Gets or sets how many distinct contents may share a blocking key. Of those that share it with more, only contents are compared that agree in a further attribute too; where that does not divide them enough, the key is not used. An identifier claimed by more links nothing, unless <see cref="IdentifierPolicy.MostContents"/> of its policy says otherwise. The report counts all three.</summary>
    /// <value>500. From 2 to 100,000.</value>
    [Range(2, 100_000)]
    public int LargestBlock { get; set; } = 500;

    /// <summary>Gets or sets which pairs are compared at all, by their sources.</summary>
    /// <value><see cref="LinkMode.DedupeAndLink"/>: all.</value>
    [EnumDataType(typeof(LinkMode))]
    public LinkMode LinkMode { get; set; }

    /// <summary>Gets or sets the budget of pairs to compare for each record on average. Blocking rules are chosen so that they find as many matches as they can within it (their overlap is estimated from a sample of the records); a rule of the design that does not fit is left out and reported.</summary>
    /// <value>10. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int PairsPerRecord { get; set; } = 10;

    /// <summary>Gets or sets up to how many pairs there may be in all for every pair to be compared, whatever the rules find. It does not apply to a design that names all its rules itself, nor to a model that was given with the rules it was trained with: that compares what they find, however few records there are.</summary>
    /// <value>1,000,000. From 0 to 1,000,000,000.</value>
    [Range(0, 1_000_000_000)]
    public int EveryPairUpTo { get; set; } = 1_000_000;

    /// <summary>Gets or sets how many random pairs u is learned from; where there are fewer pairs in all, all are taken.</summary>
    /// <value>1,000,000. From 1,000 to 1,000,000,000.</value>
    [Range(1_000, 1_000_000_000)]
    public int RandomPairs { get; set; } = 1_000_000;

    /// <summary>Gets or sets after how many pairs a training session takes no further block to learn m from; the last block is taken whole.</summary>
    /// <value>500,000. From 1,000 to 1,000,000,000.</value>
    [Range(1_000, 1_000_000_000)]
    public int TrainingPairs { get; set; } = 500_000;

    /// <summary>Gets or sets whether a model that was learned is refined on all pairs, so that its probabilities are honest also where fields depend on each other; a host's own model never is, nor one trained plainly, with a fixed u or with labels that teach u.</summary>
    /// <value>True.</value>
    public bool Refine { get; set; } = true;

    /// <summary>Gets or sets about how many of the pairs that blocking finds a model is refined on.</summary>
    /// <value>2,000,000. From 1,000 to 1,000,000,000.</value>
    [Range(1_000, 1_000_000_000)]
    public int RefinementPairs { get; set; } = 2_000_000;

    /// <summary>Gets or sets which share of all matches the deterministic rules are thought to find.</summary>
    /// <value>0.7. Above 0, at most 1.</value>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double DeterministicRecall { get; set; } = 0.7;

    /// <summary>Gets or sets after how many rounds a training session stops that has not converged; the report says so.</summary>
    /// <value>200. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MostIterations { get; set; } = 200;

    /// <summary>Gets or sets how many observations the built-in expectations are worth; they matter where data is scarce, and 0 leaves them out.</summary>
    /// <value>50. From 0 to 1,000,000.</value>
    [Range(0.0, 1_000_000.0)]
    public double PriorStrength { get; set; } = 50;

    /// <summary>Gets or sets the seed of the random pairs.</summary>
    /// <value>1.</value>
    public ulong Seed { get; set; } = 1;
}
