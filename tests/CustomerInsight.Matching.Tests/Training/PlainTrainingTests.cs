namespace CustomerInsight.Matching.Tests;

public class PlainTrainingTests
{
    /// <summary>The settings are those of the reference's README; every number of Splink's own model must come out.</summary>
    [SharedFact]
    public void Train_AsSplinkDid_GivesSplinksNumbers()
    {
        SplinkModel splink = SplinkData.Model("fake_1000");
        StandardizedTable table = SplinkData.Table("data", "people", "splink_fake_1000", "records.csv");
        BlockingPart first = "first_name";
        BlockingPart last = "surname";
        BlockingPart birth = "dob";
        var design = new MatchDesign
        {
            Comparisons = ValueList.From(splink.Model.Comparisons.Select(static parameters => parameters.Comparison)),
            BlockingRules = [.. splink.BlockingRules],
            DeterministicRules =
            [
                BlockingRule.On(first).Where(Condition.EditsWithin("dob", 1, kind: EditKind.Levenshtein)),
                BlockingRule.On(last).Where(Condition.EditsWithin("dob", 1, kind: EditKind.Levenshtein)),
                BlockingRule.On(first).Where(Condition.EditsWithin("surname", 2, kind: EditKind.Levenshtein)),
                BlockingRule.On("email"),
            ],
            TrainingRules = [BlockingRule.On(birth), BlockingRule.On("email"), BlockingRule.On(first, last)],
        };
        MatchTraining training = new MatchTrainer(new TrainingSettings { Plain = true })
            .Train(table, design, new MatchingOptions { PriorStrength = 0, MostIterations = 25, DeterministicRecall = 0.7 }, new ParallelOptions());
        var model = (MatchModel)training.Model;

        Assert.Equal(499_500, training.Report.RandomPairs);
        Assert.Equal(splink.Model.MatchShare, model.MatchShare, 1e-9);
        int compared = 0;
        for (int i = 0; i < splink.Model.Comparisons.Count; i++)
        {
            ComparisonParameters expected = splink.Model.Comparisons[i];
            for (int level = 0; level < expected.Levels.Count; level++)
            {
                if (level < expected.Comparison.Levels.Count && expected.Comparison.Levels[level].IsSilent)
                {
                    continue;
                }

                compared++;
                string place = $"{expected.Comparison.Name}: {expected.Levels[level].Level}";
                Assert.True(Math.Abs(expected.Levels[level].U - model.Comparisons[i].Levels[level].U) < 1e-6, $"u of {place}: {model.Comparisons[i].Levels[level].U} for {expected.Levels[level].U}");
                Assert.True(Math.Abs(expected.Levels[level].M - model.Comparisons[i].Levels[level].M) < 1e-3, $"m of {place}: {model.Comparisons[i].Levels[level].M} for {expected.Levels[level].M}");
            }
        }

        Assert.Equal(20, compared);
        LevelTraining unseen = Assert.Single(training.Report.Levels, static level => level.MOrigin == ParameterOrigin.NeverObserved);
        Assert.Equal(("email", "Jaro-Winkler >0.88 on username"), (unseen.Comparison, unseen.Level));
    }
}
