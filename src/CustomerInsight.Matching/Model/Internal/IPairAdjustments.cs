namespace CustomerInsight.Matching;

/// <summary>How common the values of one pair are. A structure, so that what adds weights up asks without a call.</summary>
internal interface IPairAdjustments
{
    /// <summary>The adjustment in bits of a comparison's level, or null where it has none.</summary>
    double? Of(int comparison, int level);
}
