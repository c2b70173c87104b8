namespace CustomerInsight.Matching;

/// <summary>A pair of nodes that is kept: 24 bytes, since the four positions come before the weight.</summary>
/// <param name="Rule">The position of the blocking rule that found it.</param>
/// <param name="MatchRule">The position of the rule that links the two whatever they weigh, or <see cref="PairRules.None"/>.</param>
/// <param name="Left">The lower node.</param>
/// <param name="Right">The higher.</param>
/// <param name="Weight">The match weight in bits.</param>
internal readonly record struct ScoredLink(int Rule, int MatchRule, int Left, int Right, double Weight)
{
    /// <summary>Whether the two are to be linked where nothing keeps them apart.</summary>
    public bool IsAccepted(double linkWeight) => Weight >= linkWeight || MatchRule != PairRules.None;
}
