namespace CustomerInsight.Matching.Tests;

public class ModelRefinementTests
{
    [Fact]
    public void Refine_MailMadeOfTheName_FindsThatItGoesWithIt()
    {
        MatchResult result = Match(MadeUpMail.People(1_500, 1)).Matches()!;
        var model = (MatchModel)result.Model;

        ChanceDependence dependence = Assert.IsType<ChanceDependence>(model.Comparisons.Single(comparison => comparison.Comparison.Name == "e-mail").Dependence);
        Assert.Contains(dependence.On, name => name is "given name" or "family name");
        Assert.Contains("e-mail goes with", result.Training.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refine_MailMadeOfTheName_MakesProbabilitiesHonest()
    {
        SourceRecord[] records = MadeUpMail.People(1_500, 2);

        (double refinedStated, double refinedReal) = Sure(Match(records));
        (double plainStated, double plainReal) = Sure(Match(records, refine: false));

        // Of pairs said to be matches with 80 % and more the stated share is the real one; without refinement it is far above.
        Assert.InRange(refinedReal, refinedStated - 0.05, 1);
        Assert.True(plainStated - plainReal > 0.1, $"{plainStated} {plainReal}");
    }

    [Fact]
    public void Refine_ExpectedMatches_AreAboutAsManyAsThereAre()
    {
        SourceRecord[] records = MadeUpMail.People(1_500, 3);
        TrainingRefinement refinement = Match(records).Matches()!.Training.Refinement!;

        int matches = records.GroupBy(record => record.Key.Id.Split('-')[0]).Count(person => person.Count() == 2);
        Assert.InRange(refinement.Matches, matches * 0.9, matches * 1.1);
        Assert.InRange(refinement.MatchesFound, 0, refinement.Matches);
        Assert.True(refinement.Converged);
    }

    [Fact]
    public void Refine_NoMatches_StillLeavesTheNextOnePossible()
    {
        var model = (MatchModel)Match([.. MadeUpMail.People(300, 4).Where(record => record.Key.Id.EndsWith('a'))]).Matches()!.Model;

        Assert.InRange(model.MatchShare, 1e-9, 1e-2);
        Assert.All(model.Comparisons.SelectMany(comparison => comparison.Levels), level => Assert.True(double.IsFinite(level.Weight)));
    }

    [Fact]
    public void Refine_RecordsInAnotherOrderOnOneThread_GivesTheSameModel()
    {
        SourceRecord[] records = MadeUpMail.People(400, 5);
        var one = (MatchModel)Match(records).Matches()!.Model;
        var other = (MatchModel)Match([.. records.Reverse()], threads: 1).Matches()!.Model;

        Assert.Equal(one.MatchShare, other.MatchShare);
        Assert.Equal(one.Comparisons, other.Comparisons, (left, right) => left.Levels == right.Levels && left.Dependence == right.Dependence);
    }

    [Fact]
    public void Refine_ASampleOfThePairs_ExpectsAboutAsManyMatches()
    {
        SourceRecord[] records = MadeUpMail.People(1_500, 6);
        TrainingRefinement all = Match(records).Matches()!.Training.Refinement!;
        TrainingRefinement sample = Match(records, configure: static options => options.RefinementPairs = 1_000).Matches()!.Training.Refinement!;

        Assert.True(sample.PairsFound < all.PairsFound, $"{sample.PairsFound} {all.PairsFound}");
        Assert.InRange(sample.Matches, all.Matches * 0.5, all.Matches * 1.5);
    }

    [Fact]
    public void Explain_ARefinedModel_AddsUpToTheBit()
    {
        InsightRun run = Match(MadeUpMail.People(1_500, 7));
        MatchResult result = run.Matches()!;

        foreach (MatchLink link in result.Links.Take(100))
        {
            PairEvidence evidence = result.Explain(link.Left, link.Right);
            Assert.Equal(evidence.Evidence.Aggregate(evidence.PriorWeight, static (sum, line) => sum + line.Weight), evidence.Weight);
            Assert.Equal(evidence.Weight, result.Explain(link.Right, link.Left).Weight);
        }

        Assert.Contains(result.Pairs, pair => result.Explain(pair.Left, pair.Right).Evidence.Any(static line => line.Level.StartsWith("goes with", StringComparison.Ordinal) && line.Weight < 0));
    }

    [Fact]
    public void Refine_RecordsThatMayNotMeet_LeavesTheModelAsItWas()
    {
        InsightRun run = Match(MadeUpMail.People(60, 9), configure: static options => options.LinkMode = LinkMode.LinkOnly);

        Assert.Equal(run.Records.Count, run.Clusters.Count);
        Assert.Null(run.Matches()!.Training.Refinement);
    }

    [Fact]
    public void Dependence_EveryRow_AddsUpToOne()
    {
        var model = (MatchModel)Match(MadeUpMail.People(800, 8)).Matches()!.Model;

        foreach (ComparisonParameters comparison in model.Comparisons.Where(static comparison => comparison.Dependence is not null))
        {
            Assert.All(comparison.Dependence!.Shares.Chunk(comparison.Levels.Count), row => Assert.Equal(1, row.Sum(), 1e-9));
        }
    }

    [Fact]
    public void Model_ADependenceThatDoesNotFit_IsRefusedByName()
    {
        var name = new ComparisonParameters(new Comparison("name", ["given_name"], [new("same", Condition.Same("given_name"))]), [new("same", 0.9, 0.1), new("different", 0.1, 0.9)]);
        ComparisonParameters On(string other, params double[] shares) => name with { Comparison = new Comparison("e-mail", ["email"], [new("same", Condition.Same("email"))]), Dependence = new ChanceDependence([other], ValueList.Create<double>(shares)) };
        MatchModel Model(ComparisonParameters mail) => new(0.1, [name, mail], new Dictionary<string, TermFrequencies>(), IdentifierPolicies.Default, 0);

        Assert.Contains("'nickname'", Assert.Throws<ArgumentException>(() => Model(On("nickname", 0.5, 0.5, 0.1, 0.9, 0.1, 0.9))).Message, StringComparison.Ordinal);
        Assert.Contains("6 shares", Assert.Throws<ArgumentException>(() => Model(On("name", 0.5, 0.5))).Message, StringComparison.Ordinal);
        Assert.Contains("6 shares", Assert.Throws<ArgumentException>(() => Model(On("name", 0.5, 0.5, 0, 1, 0.1, 0.9))).Message, StringComparison.Ordinal);
        Assert.NotNull(Model(On("name", 0.5, 0.5, 0.1, 0.9, 0.1, 0.9)));
    }

    private static InsightRun Match(SourceRecord[] records, bool refine = true, int threads = 2, Action<MatchingOptions>? configure = null)
    {
        var options = new MatchingOptions { Refine = refine, RandomPairs = 200_000 };
        configure?.Invoke(options);
        return new InsightEngine(new InsightSetup
        {
            RecordSources = ListSource.BySource(records),
            Stages = [new MatchingStage(options: options)],
            Options = new InsightOptions { MaxDegreeOfParallelism = threads },
        }).RunAsync().GetAwaiter().GetResult();
    }

    /// <summary>The mean stated probability of the pairs of 80 % and more, and the share of them that is true.</summary>
    private static (double Stated, double Real) Sure(InsightRun run)
    {
        ScoredPair[] sure = [.. run.Matches()!.Pairs.Where(static pair => MatchWeight.ToProbability(pair.Weight) >= 0.8)];
        return (sure.Average(static pair => MatchWeight.ToProbability(pair.Weight)), sure.Average(pair => MadeUpMail.Same(run.Records.Records[pair.Left].Key, run.Records.Records[pair.Right].Key) ? 1.0 : 0));
    }
}
