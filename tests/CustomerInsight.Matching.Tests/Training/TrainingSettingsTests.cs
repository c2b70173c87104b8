namespace CustomerInsight.Matching.Tests;

public class TrainingSettingsTests
{
    private static readonly RecordSchema Schema = new([.. People.Schema.Attributes, new("person", AttributeKind.Category)]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Train_WithFixedNumbers_NeverChangesThem(bool plain)
    {
        MatchTraining training = Train(new TrainingSettings
        {
            Plain = plain,
            Fixed =
            [
                new("given name", "same") { M = 0.123, U = 0.0456 },
                new("e-mail", Comparison.Different) { U = 0.5 },
            ],
        });
        var model = (MatchModel)training.Model;
        ComparisonParameters given = model.Comparisons.Single(static comparison => comparison.Comparison.Name == "given name");
        ComparisonParameters email = model.Comparisons.Single(static comparison => comparison.Comparison.Name == "e-mail");

        Assert.Equal((0.123, 0.0456, 0.5), (given.Levels[0].M, given.Levels[0].U, email.Levels[^1].U));
        Assert.Equal(1, given.Levels.Sum(static level => level.U), 1e-9);
        Assert.Equal(1, email.Levels.Sum(static level => level.U), 1e-9);
        Assert.Equal((ParameterOrigin.Fixed, ParameterOrigin.Fixed), Origins(training, "given name", "same"));
        Assert.Equal(ParameterOrigin.Fixed, Origins(training, "e-mail", Comparison.Different).U);
        Assert.Contains("fixed: given name (same), e-mail (different)", training.Report.Describe(), StringComparison.Ordinal);
        Assert.NotEqual(((MatchModel)Train(new TrainingSettings { Plain = plain }).Model).Comparisons[0].Levels[0].M, given.Levels[0].M);
    }

    [Fact]
    public void Train_WithAFixedNumberOfNoLevel_SaysWhich()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Train(new TrainingSettings { Fixed = [new("given name", "psychic") { M = 0.1 }] }));

        Assert.Contains("'psychic'", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Train(new TrainingSettings { Fixed = [new("given name", "same") { M = 0.7 }, new("given name", Comparison.Different) { M = 0.6 }] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedParameter("given name", "same") { M = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedParameter("given name", "same") { U = double.NaN });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Train_WithALabelColumn_CountsMAmongRecordsOfOneEntity(bool plain)
    {
        StandardizedTable table = Table();
        MatchTraining training = Train(new TrainingSettings { Plain = plain, LabelAttribute = "person" });
        var model = (MatchModel)training.Model;
        for (int i = 0; i < model.Comparisons.Count; i++)
        {
            double[] expected = Counted(table, model.Comparisons[i].Comparison, static (left, right) => left == right);
            Assert.All(expected.Zip(model.Comparisons[i].Levels), pair => Assert.Equal(pair.First, pair.Second.M, 5e-3));
        }

        Assert.All(training.Report.Levels, static level => Assert.True(level.MOrigin is ParameterOrigin.Labelled or ParameterOrigin.NeverObserved));
        Assert.Equal(250, training.Report.Levels.Single(static level => level is { Comparison: "given name", Level: "same" }).Matches);
        Assert.Contains("m counted among labelled pairs: given name (same", training.Report.Describe(), StringComparison.Ordinal);
        Assert.Empty(training.Report.Untrained);
    }

    [Fact]
    public void Train_WithLabelledPairs_GivesWhatTheSameLabelsInAColumnGive()
    {
        StandardizedTable table = Table();
        LabelledPair[] pairs = [.. Enumerable.Range(0, 300).Select(static i => new LabelledPair(new RecordKey("s", $"{i:0000}a"), new RecordKey("s", $"{i:0000}b"), true))];
        var byColumn = (MatchModel)Train(new TrainingSettings { LabelAttribute = "person" }).Model;
        var byPairs = (MatchModel)Train(new TrainingSettings { Labels = [.. pairs] }).Model;

        Assert.Equal(300, table.Count / 2);
        Assert.Equal(byColumn.Comparisons.SelectMany(static comparison => comparison.Levels), byPairs.Comparisons.SelectMany(static comparison => comparison.Levels));
    }

    [Fact]
    public void Train_WithLabelledOthers_CountsUAmongThemWhereAsked()
    {
        LabelledPair[] others = [.. Enumerable.Range(0, 200).Select(static i => new LabelledPair(new RecordKey("s", $"{i:0000}a"), new RecordKey("s", $"{i + 50:0000}a"), false))];
        MatchTraining with = Train(new TrainingSettings { Labels = [.. others], LabelsTeachU = true });
        MatchTraining without = Train(new TrainingSettings { Labels = [.. others] });
        double[] counted = Counted(Table(), ((MatchModel)with.Model).Comparisons[0].Comparison, static (left, right) => left + 50 == right && left < 200);

        Assert.All(counted.Zip(((MatchModel)with.Model).Comparisons[0].Levels), static pair => Assert.Equal(pair.First, pair.Second.U, 5e-3));
        Assert.Equal(ParameterOrigin.Labelled, Origins(with, "given name", Comparison.Different).U);
        Assert.Equal(ParameterOrigin.Learned, Origins(without, "given name", Comparison.Different).U);
        Assert.Equal(ParameterOrigin.Learned, Origins(with, "given name", "same").M);
    }

    [Fact]
    public void Train_WithLabelsThatDoNotFit_SaysWhy()
    {
        Assert.Contains("Labels[0]", Assert.Throws<ArgumentException>(() => Train(new TrainingSettings { Labels = [new(new RecordKey("s", "nobody"), new RecordKey("s", "0001a"), true)] })).Message, StringComparison.Ordinal);
        Assert.Contains("'shoe'", Assert.Throws<ArgumentException>(() => Train(new TrainingSettings { LabelAttribute = "shoe" })).Message, StringComparison.Ordinal);
        Assert.Contains("'email'", Assert.Throws<ArgumentException>(() => Train(new TrainingSettings { LabelAttribute = "email" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithGivenFrequencies_TakesThemAndCountsTheRest()
    {
        var given = new TermFrequencies(10_000, [new("ann", 1234)]);
        var model = (MatchModel)Train(new TrainingSettings { TermFrequencies = new Dictionary<string, TermFrequencies> { ["given_name"] = given } }).Model;

        Assert.Same(given, model.TermFrequencies["given_name"]);
        Assert.Equal(600, model.TermFrequencies["family_name"].Total);
    }

    [Fact]
    public void Report_OfATraining_SaysOfEveryLevelWhatItWasLearnedFrom()
    {
        MatchTraining training = Train(new TrainingSettings());
        TrainingReport report = training.Report;
        LevelTraining same = report.Levels.Single(static level => level is { Comparison: "given name", Level: "same" });

        Assert.Equal(ParameterOrigin.Learned, same.MOrigin);
        Assert.Equal(ParameterOrigin.Learned, same.UOrigin);
        Assert.NotEmpty(same.Sessions);
        Assert.All(same.Sessions, rule => Assert.Contains(report.Sessions, session => session.Used && session.Rule == rule && session.Comparisons.Contains("given name")));
        Assert.InRange(same.Matches, 20, report.Sessions.Sum(static session => session.Pairs));
        double pairs = report.Levels.Where(static level => level.Comparison == "given name").Sum(static level => level.OtherPairs);
        Assert.Equal(report.RandomPairs, pairs);
        Assert.Contains(report.Levels, static level => level.UOrigin == ParameterOrigin.NeverObserved);
        Assert.Contains("u never observed: ", report.Describe(), StringComparison.Ordinal);
        Assert.Equal(report.Levels.Count, report.DescribeLevels().Split('\n').Length);
    }

    [Fact]
    public void Report_OfAPlainSessionThatHitItsLimit_DoesNotSayConverged()
    {
        TrainingReport report = Train(new TrainingSettings { Plain = true, Tolerance = 1e-12 }, new MatchingOptions { MostIterations = 2, PriorStrength = 0 }).Report;

        Assert.Contains(report.Sessions, static session => session.Used);
        Assert.All(report.Sessions.Where(static session => session.Used), static session => Assert.False(session.Converged));
        Assert.Contains("NOT converged after 2 rounds", report.Describe(), StringComparison.Ordinal);
    }

    /// <summary>The share of each level among the pairs that a rule on the numbers of the people picks: the slow, obvious definition.</summary>
    private static double[] Counted(StandardizedTable table, Comparison comparison, Func<int, int, bool> picks)
    {
        var compiled = new CompiledComparison(comparison, PairTestCompiler.For(table));
        double[] counts = new double[compiled.LevelCount];
        for (int left = 0; left < table.Count; left++)
        {
            for (int right = 0; right < table.Count; right++)
            {
                bool counted = picks(Number(table, left), Number(table, right)) && (left < right || Number(table, left) != Number(table, right))
                    && (Number(table, left) == Number(table, right) || (IsFirst(table, left) && IsFirst(table, right)));
                if (counted && compiled.Level(left, right) is >= 0 and int level)
                {
                    counts[level]++;
                }
            }
        }

        double sum = counts.Sum();
        return [.. counts.Select(count => count / sum)];
    }

    private static int Number(StandardizedTable table, int record) => int.Parse(table.Records[record].Key.Id[..4], System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsFirst(StandardizedTable table, int record) => table.Records[record].Key.Id[4] == 'a';

    private static (ParameterOrigin M, ParameterOrigin U) Origins(MatchTraining training, string comparison, string level)
    {
        LevelTraining found = training.Report.Levels.Single(entry => entry.Comparison == comparison && entry.Level == level);
        return (found.MOrigin, found.UOrigin);
    }

    /// <summary>Three hundred people, two records each, with the person's number in a column of its own.</summary>
    private static StandardizedTable Table() => StandardizedTable.Of(MatchTrainerTests.Doubles(300)
        .Select(static record => new SourceRecord(Schema, record.Key, [.. record.Values, new AttributeValues("p" + record.Key.Id[..4])])));

    private static MatchTraining Train(TrainingSettings settings, MatchingOptions? options = null)
    {
        StandardizedTable table = Table();
        MatchDesign design = PeopleDesign.For(People.Schema);
        return new MatchTrainer(settings).Train(table, design, options ?? new MatchingOptions { PriorStrength = settings.Labels.Count > 0 || settings.LabelAttribute is not null ? 0 : 50 }, new ParallelOptions());
    }
}
