namespace CustomerInsight.Matching.Tests;

public class WaterfallTests
{
    /// <summary>Law L9 on the waterfall: each step begins where the one before ended, and the last ends at the weight, to the last bit.</summary>
    [Fact]
    public void Waterfall_AnyPair_AddsUpToTheWeightToTheLastBit() =>
        Prop.ForAll(People.Tables(12).ToArbitrary(), records =>
        {
            InsightRun run = Runs.Of(records);
            MatchResult result = run.Matches()!;
            return Runs.Pairs(run.Records.Count).All(pair =>
            {
                PairEvidence evidence = result.Explain(pair.Left, pair.Right);
                ValueList<WaterfallStep> steps = evidence.Waterfall();
                return steps[0] is { Start: 0, Comparison: WaterfallStep.Prior } && steps[0].End == evidence.PriorWeight
                    && Enumerable.Range(1, steps.Count - 1).All(i => steps[i].Start == steps[i - 1].End)
                    && steps.All(static step => step.Start + step.Weight == step.End)
                    && steps[^1].End == evidence.Weight && steps[^1].Probability == evidence.Probability
                    && steps.Count == evidence.Evidence.Count + 1;
            });
        }).Check(Quick.Tests(15));
}
