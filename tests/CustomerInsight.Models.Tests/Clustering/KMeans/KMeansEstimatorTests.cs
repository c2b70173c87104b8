using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class KMeansEstimatorTests
{
    [SharedTheory]
    [InlineData("iris.csv", FeatureTransform.None, 1, 681.3706)]
    [InlineData("iris.csv", FeatureTransform.None, 2, 152.3479517604)]
    [InlineData("iris.csv", FeatureTransform.None, 3, 78.8514414261)]
    [InlineData("iris.csv", FeatureTransform.None, 4, 57.2284732143)]
    [InlineData("wine.csv", FeatureTransform.Standardize, 2, 1658.7588524291)]
    [InlineData("wine.csv", FeatureTransform.Standardize, 3, 1277.9284888446)]
    public void Fit_ReferenceData_ReachesTheBestKnownInertiaForAnySeed(string file, FeatureTransform transform, int groups, double inertia)
    {
        FeatureMatrix data = Points.Shared(file);
        for (ulong seed = 0; seed < 20; seed++)
        {
            KMeansModel model = Fit(data, options => { options.Groups = groups; options.Seed = seed; options.Scaling.Transform = transform; });

            Assert.Equal(inertia, model.Inertia, 1e-10 * Math.Pow(10, groups == 1 ? 6 : 0));
            Assert.Equal(data.Rows, model.Sizes.Sum());
        }
    }

    [SharedFact]
    public void Fit_IrisFromThreeRows_TakesFiveIterations()
    {
        FeatureMatrix data = Points.Shared("iris.csv");
        var start = FeatureMatrix.Create(data.Columns, [.. data.Row(0), .. data.Row(118), .. data.Row(61)]);

        foreach (KMeansAlgorithm algorithm in new[] { KMeansAlgorithm.Bounds, KMeansAlgorithm.Lloyd })
        {
            FitResult<KMeansModel> result = new KMeansEstimator(new KMeansOptions { Start = start, Algorithm = algorithm, Scaling = { Transform = FeatureTransform.None } }).Fit(data);

            CloseTo.Relative(78.851441426146, result.Model!.Inertia, 1e-13);
            Assert.Equal([50, 38, 62], result.Model.Sizes);
            Assert.Equal(5, result.Report.Iterations);
            Assert.True(result.Report.Converged);
        }
    }

    [Fact]
    public void Fit_RowsInAnyOrderOnAnyThreads_IsTheSame()
    {
        double[] values = Points.Blobs(3_000, 5, 6, 9);
        FeatureMatrix data = Points.Matrix(values, 5);
        FeatureMatrix reversed = Points.Matrix([.. values.Chunk(5).Reverse().SelectMany(static row => row)], 5);
        void Six(KMeansOptions options) => (options.Groups, options.Scaling.Transform, options.SampleRows) = (6, FeatureTransform.None, 100_000);

        KMeansModel model = Fit(data, Six);

        Assert.Equal(model, Fit(reversed, Six));
        Assert.Equal(model, Fit(data, options => { Six(options); options.MaxDegreeOfParallelism = 1; }));
        Assert.Equal(model, Fit(data, options => { Six(options); options.Algorithm = KMeansAlgorithm.Lloyd; }));
        Assert.Equal(model.Sizes.OrderDescending(), model.Sizes);
    }

    [Fact]
    public void Fit_MoreRowsThanTheSample_FindsWhatAllRowsGive()
    {
        FeatureMatrix data = Points.Matrix(Points.Blobs(20_000, 4, 6, 2), 4);

        KMeansModel all = Fit(data, static options => options.Groups = 6);
        KMeansModel sampled = Fit(data, static options => (options.Groups, options.SampleRows) = (6, 500));
        KMeansModel batches = Fit(data, static options => (options.Groups, options.SampleRows, options.Algorithm) = (6, 500, KMeansAlgorithm.MiniBatch));

        CloseTo.Relative(all.Inertia, sampled.Inertia, 1e-4);
        CloseTo.Relative(all.Inertia, batches.Inertia, 0.02);
        Assert.Equal(batches, Fit(data, static options => (options.Groups, options.SampleRows, options.Algorithm, options.MaxDegreeOfParallelism) = (6, 500, KMeansAlgorithm.MiniBatch, 1)));
        Assert.Equal(20_000, batches.Sizes.Sum());
        Assert.True(new KMeansEstimator(new KMeansOptions { Algorithm = KMeansAlgorithm.MiniBatch }).Fit(data).Report.Converged);
    }

    [Fact]
    public void Fit_ToleranceAndLimit_EndTheSearch()
    {
        FeatureMatrix data = Points.Matrix(Points.Blobs(5_000, 2, 9, 4), 2);
        FeatureMatrix start = Points.Matrix([.. data.Values[..18]], 2);

        FitResult<KMeansModel> whole = new KMeansEstimator(new KMeansOptions { Start = start }).Fit(data);
        FitResult<KMeansModel> loose = new KMeansEstimator(new KMeansOptions { Start = start, Tolerance = 0.01 }).Fit(data);
        FitResult<KMeansModel> stopped = new KMeansEstimator(new KMeansOptions { Start = start, MaximumIterations = 2 }).Fit(data);

        Assert.True(whole.Report.Converged && loose.Report.Converged && loose.Report.Iterations < whole.Report.Iterations);
        Assert.Equal(FitStatus.NotConverged, stopped.Report.Status);
        Assert.Equal(2, stopped.Report.Iterations);
        Assert.Contains(stopped.Report.Warnings, static warning => warning.Code == "iteration-limit");
        Assert.True(whole.Model!.Inertia <= loose.Model!.Inertia && loose.Model.Inertia < stopped.Model!.Inertia);
    }

    [Fact]
    public void Assign_RowsOfTheFitAndOthers_GivesTheNearestCentre()
    {
        double[] values = Points.Blobs(500, 3, 4, 6);
        values[7] = double.NaN;
        values[31] = double.PositiveInfinity;
        FeatureMatrix data = Points.Matrix(values, 3);
        FitResult<KMeansModel> result = new KMeansEstimator(new KMeansOptions { Scaling = { Transform = FeatureTransform.Robust } }).Fit(data);

        ValueList<GroupAssignment> assigned = result.Model!.AssignAll(data);

        Assert.Equal(GroupAssignment.Nobody, assigned[2]);
        Assert.Equal(GroupAssignment.Nobody, assigned[10]);
        Assert.Equal(498, result.Report.Customers);
        Assert.Equal("rows-left-out", Assert.Single(result.Report.Warnings).Code);
        Assert.Equal(result.Model.Sizes, assigned.Where(static one => one.Group >= 0).CountBy(static one => one.Group).OrderBy(static count => count.Key).Select(static count => count.Value));
        Assert.Equal(result.Model.Inertia, assigned.Where(static one => one.Group >= 0).Sum(static one => one.Distance * one.Distance), 1e-8);
        Assert.Equal(new GroupAssignment(1, 0, 1), result.Model.Assign([.. result.Model.Center(1)]) with { Distance = 0 });
        Assert.Throws<ArgumentException>(() => result.Model.Assign([1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Model.Center(4));
    }

    [Fact]
    public void Fit_TooFewOrEqualRows_SaysSo()
    {
        FitResult<KMeansModel> few = new KMeansEstimator().Fit(Points.Matrix([1, 2, 3], 1));
        FitResult<KMeansModel> none = new KMeansEstimator().Fit(Points.Matrix([double.NaN], 1));
        FitResult<KMeansModel> equal = new KMeansEstimator().Fit(Points.Matrix([.. Enumerable.Repeat(5.0, 40)], 2));
        FitResult<KMeansModel> two = new KMeansEstimator(new KMeansOptions { Groups = 3 }).Fit(Points.Matrix([1, 1, 1, 4, 4], 1));

        Assert.True(few is { Model: null, Report.Status: FitStatus.TooLittleData } && none is { Model: null, Report.Status: FitStatus.TooLittleData });
        Assert.Contains(few.Report.Warnings, static warning => warning.Code == "too-few-rows");
        Assert.Equal([20], equal.Model!.Sizes);
        Assert.Equal(0, equal.Model.Inertia);
        Assert.Equal(["constant-column", "constant-column", "fewer-groups"], equal.Report.Warnings.Select(static warning => warning.Code));
        Assert.Equal([3, 2], two.Model!.Sizes);
        Assert.Equal(4, two.Model.Center(1)[0], 1e-12);
    }

    [Fact]
    public void Assign_RowsAsNearToTwoCentres_AreCountedWhereTheyGo()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            FeatureMatrix data = Points.Matrix([.. Points.Blobs(25, 2, 3, seed).Select(static value => Math.Round(value / 2))], 2);
            KMeansModel model = Fit(data, options => (options.Groups, options.Starts, options.Seed, options.Scaling.Transform) = (4, 1, seed, FeatureTransform.None));

            Assert.Equal(model.Sizes, Enumerable.Range(0, model.Groups).Select(group => model.AssignAll(data).Count(one => one.Group == group)));
        }
    }

    [Fact]
    public void Fit_OneGroup_IsTheMean()
    {
        KMeansModel model = Fit(Points.Matrix([1, 2, 6], 1), static options => (options.Groups, options.Scaling.Transform) = (1, FeatureTransform.None));

        Assert.Equal([3.0], model.Center(0));
        Assert.Equal(14, model.Inertia, 1e-12);
    }

    [Fact]
    public void Options_NotUsable_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Groups = 0 }));
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Tolerance = double.NaN }));
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Algorithm = (KMeansAlgorithm)9 }));
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Scaling = { Columns = { ["a"] = (FeatureTransform)9 } } }));
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Start = Points.Matrix([double.NaN], 1) }));
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Start = Points.Matrix([], 1) }));
        Assert.Throws<ArgumentException>(() => new KMeansEstimator(new KMeansOptions { Start = Points.Matrix([1, 2], 2) }).Fit(Points.Matrix([1, 2], 1)));
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new KMeansEstimator().Fit(Points.Matrix(Points.Blobs(5_000, 2, 4, 1), 2), source.Token));
    }

    [Fact]
    public void Load_WhatWasSaved_IsEqual()
    {
        KMeansModel model = Fit(Points.Matrix(Points.Blobs(200, 3, 4, 8), 3), static options => options.Scaling.Columns["f1"] = FeatureTransform.LogStandardize);
        var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;

        var loaded = KMeansModel.Load(stream);

        Assert.Equal(model, loaded);
        Assert.Equal(model.GetHashCode(), loaded.GetHashCode());
        Assert.Equal(model.Assign([1, 2, 3]), loaded.Assign([1, 2, 3]));
    }

    [Theory]
    [InlineData("{\"features\":null,\"scaledCenters\":[1],\"sizes\":[1],\"inertia\":0}")]
    [InlineData("{\"features\":[{\"name\":\"a\",\"transform\":\"Moon\",\"center\":0,\"scale\":1}],\"scaledCenters\":[1],\"sizes\":[1],\"inertia\":0}")]
    [InlineData("{\"features\":[{\"name\":\"a\",\"transform\":\"None\",\"center\":0,\"scale\":1}],\"scaledCenters\":[1,2],\"sizes\":[1],\"inertia\":0}")]
    [InlineData("{\"features\":[{\"name\":\"a\",\"transform\":\"None\",\"center\":0,\"scale\":1}],\"scaledCenters\":[1],\"sizes\":[1],\"inertia\":-1}")]
    public void Load_ImpossibleValues_IsRefused(string model) => Assert.Equal(
        ModelFileException.ImpossibleValues,
        Assert.Throws<ModelFileException>(() => KMeansModel.Load(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"kind\":\"customer-insight/k-means\",\"version\":1,\"model\":{model}}}")))).Code);

    private static KMeansModel Fit(FeatureMatrix data, Action<KMeansOptions> configure)
    {
        var options = new KMeansOptions();
        configure(options);
        return new KMeansEstimator(options).Fit(data).Model!;
    }
}
