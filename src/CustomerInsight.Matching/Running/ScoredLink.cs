namespace CustomerInsight.Matching;

/// <summary>A pair of nodes that is kept, with the position of the blocking rule that found it.</summary>
internal readonly record struct ScoredLink(int Rule, int Left, int Right, double Weight)
{
    /// <summary>The position of the rule that links the two whatever they weigh, or <see cref="PairRules.None"/>.</summary>
    public int MatchRule { get; init; } = PairRules.None;

    /// <summary>Whether the two are to be linked where nothing keeps them apart.</summary>
    public bool IsAccepted(double linkWeight) => Weight >= linkWeight || MatchRule != PairRules.None;
}
