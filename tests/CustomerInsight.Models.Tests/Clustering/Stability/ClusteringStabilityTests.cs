namespace CustomerInsight.Models.Tests;

public sealed class ClusteringStabilityTests
{
    [Fact]
    public void Measure_ClearGroups_AreStableAndACutCloudIsNot()
    {
        FeatureMatrix clear = Points.Matrix([.. Enumerable.Range(0, 90).Select(static i => (i % 3 * 100) + (i * 0.1))], 1);
        FeatureMatrix cloud = Points.Matrix(Points.Blobs(200, 2, 1, 4), 2);

        ClusteringStability stable = Measure(clear, 3);
        ClusteringStability loose = Measure(cloud, 5);

        Assert.Equal(3, stable.Groups.Count);
        Assert.All(stable.Groups, static group => Assert.True(group is { Jaccard: 1, Dissolved: 0, Rows: 30, Verdict: "stable" }));
        Assert.Contains(loose.Groups, static group => group.Verdict != "stable");
        Assert.Equal(200, loose.Groups.Sum(static group => group.Rows));
        Assert.Contains("group 0: 30 rows, likeness 1.000, dissolved 0%: stable", stable.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_TwoSetsThatAgreeByHalf_HaveTheirJaccard()
    {
        // The data are 0..9 in one group; of what is drawn, the estimator finds those below 5 in one group and the others in another.
        FeatureMatrix data = Points.Matrix([.. Enumerable.Range(0, 10).Select(static i => (double)i)], 1);

        ClusteringStability stability = ClusteringStability.Measure(new Changing(), data, new StabilityOptions { Resamples = 20 }).Model!;

        var random = new SeededRandom(1);
        int[] order = RowOrder.Of(data, null, FixedChunks.Parallel(1, default));
        double expected = Enumerable.Range(0, 20).Average(_ =>
        {
            int[] drawn = [.. Enumerable.Range(0, 10).Select(_ => order[random.Next(10)]).Distinct()];
            return Math.Max(drawn.Count(static row => row < 5), drawn.Count(static row => row >= 5)) / (double)drawn.Length;
        });
        Assert.Equal(expected, Assert.Single(stability.Groups).Jaccard, 1e-12);
    }

    [Fact]
    public void Measure_EstimatorThatRefuses_CountsIt()
    {
        FeatureMatrix data = Points.Matrix([1, 2, 30, 31], 1);

        FitResult<ClusteringStability> none = ClusteringStability.Measure(new KMeansEstimator(new KMeansOptions { Groups = 9 }), data);
        ClusteringStability refused = ClusteringStability.Measure(new Changing { Refuses = true }, data, new StabilityOptions { Resamples = 3 }).Model!;

        Assert.True(none is { Model: null, Report.Status: FitStatus.TooLittleData });
        Assert.True(refused is { Refused: 3, Resamples: 3 } && refused.Groups[0] is { Jaccard: 0, Dissolved: 1, Verdict: "not stable" });
        Assert.Throws<ArgumentException>(() => ClusteringStability.Measure(new KMeansEstimator(), data, new StabilityOptions { Resamples = 0 }));
    }

    [Fact]
    public void Measure_FewerRowsThanThereAre_IsWarnedOf()
    {
        FeatureMatrix data = Points.Matrix(Points.Blobs(60, 2, 3, 7), 2);
        var estimator = new KMeansEstimator(new KMeansOptions { Groups = 3, Starts = 2 });

        FitReport some = ClusteringStability.Measure(estimator, data, new StabilityOptions { Resamples = 2, Rows = 59 }).Report;
        FitReport all = ClusteringStability.Measure(estimator, data, new StabilityOptions { Resamples = 2, Rows = 60 }).Report;

        Assert.Equal("fewer-rows-drawn", some.Warnings[^1].Code);
        Assert.DoesNotContain(all.Warnings, static warning => warning.Code == "fewer-rows-drawn");
        Assert.Equal("not drawn", new GroupStability(0, 1, double.NaN, double.NaN).Verdict);
    }

    [Fact]
    public void Measure_RowsInAnyOrder_IsTheSame()
    {
        double[] values = Points.Blobs(120, 2, 4, 7);

        Assert.Equal(Measure(Points.Matrix(values, 2), 4), Measure(Points.Matrix([.. values.Chunk(2).Reverse().SelectMany(static row => row)], 2), 4));
    }

    private static ClusteringStability Measure(FeatureMatrix data, int groups) =>
        ClusteringStability.Measure(new KMeansEstimator(new KMeansOptions { Groups = groups, Starts = 10 }), data, new StabilityOptions { Resamples = 15 }).Model!;

    private sealed class Changing : IEstimator<FeatureMatrix, Halves>
    {
        private int _fits;

        public bool Refuses { get; init; }

        public FitResult<Halves> Fit(FeatureMatrix data, CancellationToken cancellationToken = default)
        {
            bool first = _fits++ == 0;
            return new FitResult<Halves>(!first && Refuses ? null : new Halves(first ? 1 : 2), FitReport.TooLittle("halves", data.Rows));
        }
    }

    private sealed class Halves(int groups) : IClusteringModel
    {
        public ValueList<string> Columns => Points.Columns(1);

        public int Groups => groups;

        public GroupAssignment Assign(ReadOnlySpan<double> features) => new(groups == 1 || features[0] < 5 ? 0 : 1, 0, 1);
    }
}
