namespace CustomerInsight.Matching.Tests;

public class ActiveLearningTests
{
    [Fact]
    public void Next_AnyRun_GivesOneOfEachPatternBeforeASecondAndTheLeastSureOfEach() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (records, count) =>
        {
            MatchResult result = Runs.Of(records).Matches()!;
            IReadOnlyList<LabelSuggestion> next = ActiveLearning.Next(result, count);
            int[] rounds = [.. next.Select((one, i) => next.Take(i).Count(earlier => earlier.Pattern == one.Pattern))];
            return next.Count == Math.Min(count, result.Pairs.Count)
                && next.Select(static one => one.Pair).Distinct().Count() == next.Count
                && rounds.SequenceEqual(rounds.Order())
                && next.GroupBy(static one => one.Pattern).All(static group => group.Select(static one => Math.Abs(one.Pair.Weight)).SequenceEqual(group.Select(static one => Math.Abs(one.Pair.Weight)).Order()))
                && (next.Count == 0 || Math.Abs(next[0].Pair.Weight) == result.Pairs.Min(static pair => Math.Abs(pair.Weight)))
                && next.SequenceEqual(ActiveLearning.Next(result, count));
        }).Check(Quick.Tests(15));

    [Fact]
    public void Next_PairsToSkip_AreNotSuggestedAgain()
    {
        MatchResult result = Runs.Of(People.Random(5, 150)).Matches()!;
        HashSet<ScoredPair> first = [.. ActiveLearning.Next(result, 5).Select(static one => one.Pair)];

        IReadOnlyList<LabelSuggestion> second = ActiveLearning.Next(result, 5, first.Contains);

        Assert.Equal(5, second.Count);
        Assert.DoesNotContain(second, one => first.Contains(one.Pair));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActiveLearning.Next(result, -1));
    }
}
