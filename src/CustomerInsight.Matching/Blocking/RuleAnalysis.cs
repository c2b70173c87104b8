namespace CustomerInsight.Matching;

/// <summary>What one rule of several finds, before anything is compared.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Pairs">How many pairs its blocks hold, those over the limit left out; counted, not enumerated. A condition of the rule is not looked at.</param>
/// <param name="NewPairs">How many of them no earlier rule finds; estimated from a sample of the records where there are many, the condition of the rule included.</param>
/// <param name="Blocks">How many blocks hold at least two contents.</param>
/// <param name="LargestBlocks">How many contents the largest blocks hold, the largest first, those over the limit included; at most ten.</param>
/// <param name="HubBlocks">How many blocks are over the limit.</param>
/// <param name="HubPairs">How many pairs those would add.</param>
/// <param name="TopShare">Which share of the pairs the largest hundredth of the blocks holds, from 0 to 1.</param>
/// <param name="Gini">How unevenly pairs are spread over the blocks: 0 where each holds as many, towards 1 where one holds all.</param>
public sealed record RuleAnalysis(
    string Rule,
    long Pairs,
    long NewPairs,
    int Blocks,
    ValueList<int> LargestBlocks,
    int HubBlocks,
    long HubPairs,
    double TopShare,
    double Gini);
