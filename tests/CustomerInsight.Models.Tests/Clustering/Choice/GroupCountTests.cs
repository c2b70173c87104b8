using System.Text.Json;

namespace CustomerInsight.Models.Tests;

public sealed class GroupCountTests
{
    private static readonly FeatureMatrix Four = Points.Matrix(
        [.. Points.Blobs(400, 2, 1, 5).Select(static (value, i) => value + (((i / 2 % 4) is var blob && i % 2 == 0 ? blob % 2 : blob / 2) * 12))], 2);

    [Theory]
    [InlineData(GroupCountCriterion.Silhouette)]
    [InlineData(GroupCountCriterion.GapStatistic)]
    public void Fit_FourBlobs_FindsFour(GroupCountCriterion criterion)
    {
        GroupCountChoice choice = Choose(Four, options => options.Criterion = criterion);

        Assert.Equal(4, choice.Recommended);
        Assert.Equal(4, choice.Model.Groups);
        Assert.Equal(Enumerable.Range(1, 8), choice.Table.Select(static row => row.Groups));
        Assert.Equal([100, 100, 100, 100], choice.Model.Sizes);
    }

    [Fact]
    public void Fit_Elbow_IsTheNumberFarthestBelowTheLine()
    {
        GroupCountChoice choice = Choose(Four, static options => options.Criterion = GroupCountCriterion.Elbow);
        GroupCountRow[] table = [.. choice.Table];
        double Line(int groups) => table[0].Inertia + ((groups - 1) / 7.0 * (table[^1].Inertia - table[0].Inertia));

        Assert.Equal(table.MaxBy(row => Line(row.Groups) - row.Inertia)!.Groups, choice.Recommended);
        Assert.All(table, row => Assert.Equal((Line(row.Groups) - row.Inertia) / (table[0].Inertia - table[^1].Inertia), row.Bend, 1e-9));
    }

    [Fact]
    public void Fit_OneCloud_HasNoGapForMoreThanOneGroup()
    {
        FeatureMatrix cloud = Points.Matrix(Points.Blobs(300, 2, 1, 3), 2);

        GroupCountChoice byGap = Choose(cloud, static options => options.Criterion = GroupCountCriterion.GapStatistic);

        Assert.Equal(1, byGap.Recommended);
        Assert.True(Choose(cloud, static _ => { }).Recommended > 1);
    }

    [Fact]
    public void Fit_Measures_AreThoseOfEachNumberAlone()
    {
        GroupCountChoice choice = Choose(Four, static options => (options.Least, options.Most) = (3, 5));
        foreach (GroupCountRow row in choice.Table)
        {
            KMeansModel model = new KMeansEstimator(new KMeansOptions { Groups = row.Groups }).Fit(Four).Model!;

            Assert.Equal(model.Inertia, row.Inertia);
            Assert.Equal(ClusteringQuality.Of(model, Four, model.Scaling).Silhouette, row.Silhouette);
        }
    }

    [Fact]
    public void Fit_GapOfRowsOnALine_AgreesWithTheDefinition()
    {
        double[] values = [.. Points.Blobs(60, 1, 2, 1)];

        (double gap, double error) = GapStatistic.Of(values, 1, [1], 4, 9, FixedChunks.Parallel(1, default))[0];

        // With one group no search is needed, and the uniform rows can be drawn again here.
        double[] logs = [.. Enumerable.Range(0, 4).Select(set =>
        {
            var random = new SeededRandom(StableHash.Combine(9, (ulong)set));
            return Log([.. values.Select(_ => values.Min() + (random.NextDouble() * (values.Max() - values.Min())))]);
        })];
        Assert.Equal(logs.Average() - Log(values), gap, 1e-9);
        Assert.Equal(Math.Sqrt(logs.Average(log => Math.Pow(log - logs.Average(), 2)) * 1.25), error, 1e-9);

        static double Log(double[] numbers) => Math.Log(numbers.Sum(number => Math.Pow(number - numbers.Average(), 2)));
    }

    [Fact]
    public void Fit_RowsInAnyOrderOnAnyThreads_ChoosesTheSame()
    {
        GroupCountChoice choice = Choose(Four, static _ => { });

        Assert.Equal(choice, Choose(Four, static options => options.KMeans.MaxDegreeOfParallelism = 1));
        GroupCountChoice reversed = Choose(Points.Matrix([.. Four.Values.ToArray().Chunk(2).Reverse().SelectMany(static row => row)], 2), static _ => { });
        Assert.Equal(choice.Reason, reversed.Reason);
        Assert.Equal(choice.Model.Sizes, reversed.Model.Sizes);
        Assert.All(choice.Table.Zip(reversed.Table), static pair => Assert.True(
            CloseTo.Difference(pair.First.Inertia, pair.Second.Inertia) < 1e-9 && CloseTo.Difference(pair.First.Gap, pair.Second.Gap) < 1e-9));
    }

    [Fact]
    public void Fit_FewDifferentRows_LooksNoFurther()
    {
        GroupCountChoice three = Choose(Points.Matrix([1, 1, 5, 5, 20], 1), static options => options.ReferenceSets = 0);
        FitResult<GroupCountChoice> none = new GroupCountEstimator().Fit(Points.Matrix([7, 7, 7], 1));

        Assert.Equal([1, 2, 3], three.Table.Select(static row => row.Groups));
        Assert.Equal(3, three.Recommended);
        Assert.True(three.Table.All(static row => double.IsNaN(row.Gap)));
        Assert.True(none is { Model: null, Report.Status: FitStatus.TooLittleData });
        Assert.Equal("too-few-rows", none.Report.Warnings[^1].Code);
    }

    [Fact]
    public void Fit_RowsThatLieOnTheirCentres_EndTheGapThere()
    {
        FeatureMatrix data = Points.Matrix([.. Enumerable.Range(0, 90).Select(static i => new[] { 0.0, 10, 35 }[i % 3])], 1);

        FitResult<GroupCountChoice> fit = new GroupCountEstimator(new GroupCountOptions { Criterion = GroupCountCriterion.GapStatistic }).Fit(data);

        Assert.True(fit.Model!.Table.All(static row => double.IsNaN(row.Gap) == (row.Groups == 3) && !double.IsInfinity(row.Gap)));
        Assert.DoesNotContain("Look at more groups", fit.Model.Reason, StringComparison.Ordinal);
        Assert.Contains(fit.Report.Warnings, static warning => warning.Code == "numbers-not-looked-at");
    }

    [Fact]
    public void Fit_ElbowOfTwoNumbers_IsDecidedBySilhouetteAndSaysSo()
    {
        FeatureMatrix two = Points.Matrix([1, 1, 1, 9, 9], 1);

        FitResult<GroupCountChoice> fit = new GroupCountEstimator(new GroupCountOptions { Criterion = GroupCountCriterion.Elbow, ReferenceSets = 0 }).Fit(two);

        Assert.True(fit.Model is { Criterion: GroupCountCriterion.Silhouette, Recommended: 2 });
        Assert.Equal(["numbers-not-looked-at", "criterion-not-measured"], fit.Report.Warnings.Select(static warning => warning.Code));
    }

    [Fact]
    public void Describe_Choice_MarksTheRecommended()
    {
        GroupCountChoice choice = Choose(Four, static options => options.ReferenceSets = 2);
        string[] lines = choice.Describe().Split(Environment.NewLine);

        Assert.StartsWith("*      4 ", Assert.Single(lines, static line => line.StartsWith('*')), StringComparison.Ordinal);
        Assert.StartsWith("4 groups have the highest mean silhouette, 0.", lines[^2], StringComparison.Ordinal);
        using var chart = JsonDocument.Parse(choice.ToVegaLite());
        Assert.Equal(24, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
        Assert.Equal(3, chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Count(static value => value.GetProperty("recommended").GetString() == "yes"));
    }

    [Fact]
    public void Fit_Progress_IsToldEachNumber()
    {
        var told = new List<int>();
        new GroupCountEstimator(new GroupCountOptions { Most = 3, ReferenceSets = 0 }).Fit(Four, new Told(told));

        Assert.Equal([1, 2, 3], told);
    }

    [Fact]
    public void Options_NotUsable_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new GroupCountEstimator(new GroupCountOptions { Least = 8 }));
        Assert.Throws<ArgumentException>(() => new GroupCountEstimator(new GroupCountOptions { Criterion = GroupCountCriterion.GapStatistic, ReferenceSets = 1 }));
        Assert.Throws<ArgumentException>(() => new GroupCountEstimator(new GroupCountOptions { Criterion = GroupCountCriterion.Elbow, Most = 2 }));
        Assert.Throws<ArgumentException>(() => new GroupCountEstimator(new GroupCountOptions { KMeans = { Groups = 0 } }));
        Assert.Throws<ArgumentException>(() => new GroupCountEstimator(new GroupCountOptions { KMeans = null! }));
    }

    private static GroupCountChoice Choose(FeatureMatrix data, Action<GroupCountOptions> configure)
    {
        var options = new GroupCountOptions();
        configure(options);
        return new GroupCountEstimator(options).Fit(data).Model!;
    }

    private sealed class Told(List<int> numbers) : IProgress<int>
    {
        public void Report(int value) => numbers.Add(value);
    }
}
