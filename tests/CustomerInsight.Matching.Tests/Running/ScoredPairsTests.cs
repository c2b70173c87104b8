namespace CustomerInsight.Matching.Tests;

public class ScoredPairsTests
{
    [Fact]
    public void Pairs_WithoutFloor_AreAllThatWereCompared() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            MatchResult result = Runs.Of(records, new MatchingOptions { KeptProbability = 0 }).Matches()!;
            return result.Pairs.Count == result.PairsCompared
                && result.Pairs.All(pair => pair.Weight == result.Explain(pair.Left, pair.Right).Weight && pair.Rule == result.FoundBy(pair.Left, pair.Right))
                && result.Pairs.SequenceEqual(result.Pairs.OrderBy(static pair => pair.Left).ThenBy(static pair => pair.Right));
        }).Check(Quick.Tests(15));

    [Fact]
    public void Pairs_AboveAFloor_AreThoseOfItsProbabilityAndMore() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            MatchResult all = Runs.Of(records, new MatchingOptions { KeptProbability = 0 }).Matches()!;
            MatchResult kept = Runs.Of(records, new MatchingOptions { KeptProbability = 0.2 }).Matches()!;
            return kept.Pairs.SequenceEqual(all.Pairs.Where(static pair => pair.Probability >= 0.2)) && kept.PairsCompared == all.PairsCompared && kept.Links.SequenceEqual(all.Links);
        }).Check(Quick.Tests(15));

    [Fact]
    public void FoundBy_EveryPair_IsARuleForThoseComparedAndNullForTheRest() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            InsightRun run = Runs.Of(records);
            MatchResult result = run.Matches()!;
            (int Left, int Right)[] contents = [.. Runs.Pairs(run.Records.Count).Where(pair => result.Copies(pair.Left)[0] == pair.Left && result.Copies(pair.Right)[0] == pair.Right)];
            return contents.LongCount(pair => result.FoundBy(pair.Left, pair.Right) is not null) == result.PairsCompared
                && contents.All(pair => result.FoundBy(pair.Left, pair.Right) == result.FoundBy(pair.Right, pair.Left))
                && Enumerable.Range(0, run.Records.Count).All(record => result.FoundBy(record, record) == MatchLink.IdenticalContent && result.Copies(record).Contains(record));
        }).Check(Quick.Tests(15));

    [Fact]
    public void Pairs_EachKept_Cost24Bytes() => Assert.Equal(24, System.Runtime.CompilerServices.Unsafe.SizeOf<ScoredLink>());

    [Fact]
    public void Timings_OfARun_NameEachStep() =>
        Assert.Equal(["train", "block", "refine", "score", "cluster", "shared values"], Runs.Of(People.Random(1, 30)).Matches()!.Timings.Select(static timing => timing.Stage));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void KeptProbability_OutOfRange_IsRefused(double floor) =>
        Assert.Throws<ArgumentException>(() => new MatchingStage(options: new MatchingOptions { KeptProbability = floor }));
}
