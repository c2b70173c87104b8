using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class KMedoidsTests
{
    private static readonly Arbitrary<(ulong Seed, int Rows, int Width, int Groups, FeatureDistance Distance, bool Whole)> Cases = (
        from seed in Gen.Choose(0, int.MaxValue)
        from rows in Gen.Choose(1, 60)
        from width in Gen.Choose(1, 9)
        from groups in Gen.Choose(1, 6)
        from distance in Gen.Elements(FeatureDistance.Euclidean, FeatureDistance.Manhattan)
        from whole in Gen.Elements(true, false)
        select ((ulong)seed, Math.Max(rows, groups), width, groups, distance, whole)).ToArbitrary();

    [Fact]
    public void Fit_AnyRows_EndsWhereNoSwapIsWorthIt() => Prop.ForAll(Cases, one =>
    {
        double[] values = Points.Blobs(one.Rows, one.Width, 4, one.Seed);
        FeatureMatrix data = Points.Matrix(one.Whole ? [.. values.Select(static value => Math.Round(value / 3))] : values, one.Width);
        KMedoidsModel model = Fit(data, options => (options.Groups, options.Distance, options.Scaling.Transform) = (one.Groups, one.Distance, FeatureTransform.None));
        int[] medoids = [.. model.MedoidRows];
        double total = Total(data, medoids, one.Distance);
        ValueList<GroupAssignment> assigned = model.AssignAll(data);
        return Math.Abs(total - model.TotalDistance) <= 1e-9 * Math.Max(1, total)
            && Math.Abs(total - assigned.Sum(static row => row.Distance)) <= 1e-9 * Math.Max(1, total)
            && model.Sizes.Select(static (size, group) => (size, group)).All(pair => assigned.Count(row => row.Group == pair.group) == pair.size)
            && medoids.Select((row, group) => model.Medoid(group).AsSpan().SequenceEqual(data.Row(row))).All(static same => same)
            && Enumerable.Range(0, medoids.Length).All(group => Enumerable.Range(0, data.Rows).All(row =>
                Total(data, [.. medoids[..group], row, .. medoids[(group + 1)..]], one.Distance) >= total - (1e-9 * Math.Max(1, total))));
    }).Check(Quick.Tests(30));

    [SharedFact]
    public void Fit_Iris_FindsTheBestOfAllTriples()
    {
        FeatureMatrix data = Points.Shared("iris.csv");
        double[][] apart = [.. Enumerable.Range(0, 150).Select(i => Enumerable.Range(0, 150).Select(j => Apart(data, i, j, FeatureDistance.Euclidean)).ToArray())];
        double best = double.PositiveInfinity;
        for (int i = 0; i < 150; i++)
        {
            for (int j = 0; j < i; j++)
            {
                for (int k = 0; k < j; k++)
                {
                    double sum = 0;
                    for (int row = 0; row < 150 && sum < best; row++)
                    {
                        sum += Math.Min(apart[i][row], Math.Min(apart[j][row], apart[k][row]));
                    }

                    best = Math.Min(best, sum);
                }
            }
        }

        for (ulong seed = 0; seed < 10; seed++)
        {
            KMedoidsModel model = Fit(data, options => (options.Groups, options.Seed, options.Scaling.Transform) = (3, seed, FeatureTransform.None));

            Assert.Equal(best, model.TotalDistance, 1e-9);
            Assert.Equal([62, 50, 38], model.Sizes);
        }
    }

    [Fact]
    public void Fit_MoreRowsThanASample_IsNearTheWholeAndTheSameOnAnyThreads()
    {
        FeatureMatrix data = Points.Matrix(Points.Blobs(1_500, 3, 5, 2), 3);

        KMedoidsModel whole = Fit(data, static options => options.Groups = 5);
        KMedoidsModel samples = Fit(data, static options => (options.Groups, options.SampleRows) = (5, 300));

        Assert.InRange(samples.TotalDistance, whole.TotalDistance - 1e-9, whole.TotalDistance * 1.03);
        Assert.Equal(samples, Fit(data, static options => (options.Groups, options.SampleRows, options.MaxDegreeOfParallelism) = (5, 300, 1)));
        Assert.Equal(whole, Fit(data, static options => (options.Groups, options.MaxDegreeOfParallelism) = (5, 3)));
        Assert.Equal(1_500, samples.Sizes.Sum());
    }

    [Fact]
    public void Fit_SampleWithoutTheRareRows_FindsThemAllTheSame()
    {
        FeatureMatrix data = Points.Matrix([.. Enumerable.Repeat(0.0, 20_000), 50, 70, 90], 1);
        var options = new KMedoidsOptions { Groups = 4, SampleRows = 100, Samples = 1, Starts = 1, Scaling = { Transform = FeatureTransform.None } };

        FitResult<KMedoidsModel> fit = new KMedoidsEstimator(options).Fit(data);

        Assert.Empty(fit.Report.Warnings);
        Assert.Equal([0.0, 50, 70, 90], fit.Model!.ScaledMedoids.Order());
        Assert.Equal(0, fit.Model.TotalDistance);
    }

    [Fact]
    public void Fit_SampleOfAllRowsButOne_LooksAtThemAll()
    {
        // Without replacement a sample lacks one row, which is added as the farthest where it is a group of its own.
        FeatureMatrix data = Points.Matrix([.. Enumerable.Range(0, 101).Select(static i => (double)(i * i))], 1);
        KMedoidsModel whole = Fit(data, static options => (options.Groups, options.SampleRows) = (40, 101));

        KMedoidsModel sample = Fit(data, static options => (options.Groups, options.SampleRows, options.Samples) = (40, 100, 1));

        Assert.InRange(sample.TotalDistance, whole.TotalDistance - 1e-9, whole.TotalDistance * 1.1);
    }

    [Fact]
    public void Fit_RowsInAnotherOrder_FindsTheSameMedoids()
    {
        double[] values = Points.Blobs(400, 2, 4, 6);
        FeatureMatrix reversed = Points.Matrix([.. values.Chunk(2).Reverse().SelectMany(static row => row)], 2);
        static void AsMeasured(KMedoidsOptions options) => options.Scaling.Transform = FeatureTransform.None;

        KMedoidsModel model = Fit(Points.Matrix(values, 2), AsMeasured);

        Assert.Equal(model.MedoidRows.Select(static row => 399 - row), Fit(reversed, AsMeasured).MedoidRows);
        Assert.Equal(model.ScaledMedoids, Fit(reversed, AsMeasured).ScaledMedoids);
    }

    [Fact]
    public void Fit_OneExtremeRow_LeavesTheMedoidsInTheirGroups()
    {
        FeatureMatrix data = Points.Matrix([1, 2, 3, 50, 51, 52, 1_000], 1);

        KMedoidsModel model = Fit(data, static options => (options.Groups, options.Scaling.Transform) = (1, FeatureTransform.None));

        Assert.Equal([50.0], model.Medoid(0));
    }

    [Fact]
    public void Fit_MissingTooFewAndEqualRows_SaysSo()
    {
        FitResult<KMedoidsModel> few = new KMedoidsEstimator().Fit(Points.Matrix([1, 2, 3], 1));
        FitResult<KMedoidsModel> equal = new KMedoidsEstimator().Fit(Points.Matrix([.. Enumerable.Repeat(5.0, 20)], 1));
        FitResult<KMedoidsModel> missing = new KMedoidsEstimator(new KMedoidsOptions { Groups = 2 }).Fit(Points.Matrix([double.NaN, 1, 1, 8], 1));
        FitResult<KMedoidsModel> stopped = new KMedoidsEstimator(new KMedoidsOptions { MaximumIterations = 1 }).Fit(Points.Matrix(Points.Blobs(500, 2, 6, 1), 2));

        Assert.True(few is { Model: null, Report.Status: FitStatus.TooLittleData } && few.Report.Warnings[^1].Code == "too-few-rows");
        Assert.Equal([20], equal.Model!.Sizes);
        Assert.Equal("fewer-groups", equal.Report.Warnings[^1].Code);
        Assert.Equal([2, 1], missing.Model!.Sizes);
        Assert.Equal(3, missing.Model.MedoidRows[1]);
        Assert.Equal(GroupAssignment.Nobody, missing.Model.Assign([double.NaN]));
        Assert.Equal("rows-left-out", missing.Report.Warnings[0].Code);
        Assert.Equal(FitStatus.NotConverged, stopped.Report.Status);
        Assert.Throws<ArgumentException>(() => new KMedoidsEstimator(new KMedoidsOptions { Groups = 100, SampleRows = 150 }));
        Assert.Throws<ArgumentException>(() => new KMedoidsEstimator(new KMedoidsOptions { Distance = (FeatureDistance)5 }));
    }

    [Fact]
    public void Fit_Progress_IsToldEachSearch()
    {
        var told = new List<int>();
        FeatureMatrix data = Points.Matrix(Points.Blobs(300, 2, 4, 1), 2);
        new KMedoidsEstimator(new KMedoidsOptions { Starts = 3 }).Fit(data, new Told(told));
        new KMedoidsEstimator(new KMedoidsOptions { Starts = 2, SampleRows = 100, Samples = 2 }).Fit(data, new Told(told));

        Assert.Equal([1, 2, 3, 1, 2, 3, 4], told);
    }

    [Fact]
    public void Load_WhatWasSaved_IsEqual()
    {
        FeatureMatrix data = Points.Matrix(Points.Blobs(60, 2, 3, 4), 2);
        KMedoidsModel model = Fit(data, static options => options.Distance = FeatureDistance.Manhattan);
        var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;

        var loaded = KMedoidsModel.Load(stream);

        Assert.Equal(model, loaded);
        Assert.Equal(model.Scaling, Assert.IsType<IScaledModel>(loaded, exactMatch: false).Scaling);
        Assert.Equal(ClusteringQuality.Of(model, data, model.Scaling), ClusteringQuality.Of(loaded, data));
        Assert.Equal(
            ModelFileException.ImpossibleValues,
            Assert.Throws<ModelFileException>(() => KMedoidsModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stream.ToArray()).Replace("Manhattan", "Moon", StringComparison.Ordinal))))).Code);
    }

    private static double Total(FeatureMatrix data, int[] medoids, FeatureDistance distance) =>
        Enumerable.Range(0, data.Rows).Sum(row => medoids.Min(medoid => Apart(data, row, medoid, distance)));

    private static double Apart(FeatureMatrix data, int left, int right, FeatureDistance distance)
    {
        double sum = 0;
        for (int column = 0; column < data.Columns.Count; column++)
        {
            double apart = data.Row(left)[column] - data.Row(right)[column];
            sum += distance == FeatureDistance.Manhattan ? Math.Abs(apart) : apart * apart;
        }

        return distance == FeatureDistance.Manhattan ? sum : Math.Sqrt(sum);
    }

    private static KMedoidsModel Fit(FeatureMatrix data, Action<KMedoidsOptions> configure)
    {
        var options = new KMedoidsOptions();
        configure(options);
        return new KMedoidsEstimator(options).Fit(data).Model!;
    }

    private sealed class Told(List<int> numbers) : IProgress<int>
    {
        public void Report(int value) => numbers.Add(value);
    }
}
