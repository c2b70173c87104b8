namespace CustomerInsight.Matching;

/// <summary>A pair of contents that is kept, seen from one of them.</summary>
/// <param name="Other">The other content.</param>
/// <param name="Weight">The match weight in bits.</param>
/// <param name="Rule">The position of the first blocking rule that brings the two together.</param>
/// <param name="MatchRule">The position of the rule that links the two whatever they weigh, or <see cref="PairRules.None"/>.</param>
internal readonly record struct KeptLink(LiveContent Other, double Weight, short Rule, short MatchRule)
{
    public bool IsAccepted(double linkWeight) => Weight >= linkWeight || MatchRule != PairRules.None;
}
