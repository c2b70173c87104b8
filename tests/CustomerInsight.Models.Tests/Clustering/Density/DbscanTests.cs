namespace CustomerInsight.Models.Tests;

public sealed class DbscanTests
{
    [SharedFact]
    public void Fit_Iris_FindsTheReferenceGroups()
    {
        FeatureMatrix iris = Flowers.Iris();

        DbscanModel model = Fit(iris, 0.5, 5).Model!;

        int[] groups = [.. model.AssignAll(iris).Select(assignment => assignment.Group)];
        Assert.Equal([49, 84], Flowers.Sizes(groups));
        Assert.Equal(17, groups.Count(group => group == GroupAssignment.None));
    }

    [Fact]
    public void Fit_AnyRows_AgreesWithTheDefinition() => Prop.ForAll(
        Gen.Choose(5, 60).Zip(Gen.Choose(1, 3)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int columns), int seed) = drawn;
            var random = new SeededRandom((ulong)seed);
            double[] values = [.. Enumerable.Range(0, rows * columns).Select(_ => (double)random.Next(12))];
            FeatureMatrix data = FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, columns).Select(column => $"x{column}")), values);
            double radius = 1 + (2 * random.NextDouble());
            int minimum = 1 + random.Next(5);
            int[] expected = Definition(data, radius, minimum);
            DbscanModel? model = Fit(data, radius, minimum).Model;
            return model is null
                ? expected.All(group => group < 0)
                : model.AssignAll(data).Zip(expected).All(pair => pair.First.Group < 0 == pair.Second < 0)
                    && model.AssignAll(data).Select(assignment => assignment.Group).Zip(expected).Distinct().Count() == expected.Distinct().Count()
                    && model.Groups == expected.Where(group => group >= 0).Distinct().Count();
        }).Check(Quick.Tests(300));

    [Fact]
    public void Fit_RowsInAnotherOrder_IsTheSameModel()
    {
        FeatureMatrix data = Flowers.Heaps(300, 2, 4, 5);
        FeatureMatrix reversed = FeatureMatrix.Create(data.Columns, [.. Enumerable.Range(0, data.Rows).Reverse().SelectMany(row => data.Row(row).ToArray())]);

        Assert.Equal(Fit(data, 0.7, 4).Model, Fit(reversed, 0.7, 4).Model);
        var scaled = new DbscanEstimator(new DbscanOptions { Radius = 0.2 });
        Assert.NotNull(scaled.Fit(data).Model);
        Assert.Equal(scaled.Fit(data).Model, scaled.Fit(reversed).Model);
    }

    /// <summary>Enough rows that whole parts of the tree are joined or passed over, on a grid where many pairs are apart by the radius exactly.</summary>
    [Fact]
    public void Fit_ManyRows_JoinsWhatEveryPairJoins() => Prop.ForAll(
        Gen.Choose(100, 500).Zip(Gen.Choose(1, 3)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int columns), int seed) = drawn;
            var random = new SeededRandom((ulong)seed);
            FeatureMatrix heaps = Flowers.Heaps(rows, columns, 5, (ulong)seed, 0.3);
            var data = FeatureMatrix.Create(heaps.Columns, [.. heaps.Values.ToArray().Select(static value => Math.Round(value, 1))]);
            double radius = (1 + random.Next(8)) / 5.0;
            int minimum = 1 + random.Next(8);
            double[][] points = [.. Enumerable.Range(0, rows).Select(row => data.Row(row).ToArray())];
            bool[] core = [.. points.Select(point => points.Count(other => Near(point, other)) >= minimum)];
            var sets = new DisjointSets(rows);
            for (int row = 0; row < rows; row++)
            {
                for (int other = 0; other < row; other++)
                {
                    if (core[row] && core[other] && Near(points[row], points[other]))
                    {
                        sets.Union(row, other);
                    }
                }
            }

            int[] cores = [.. Enumerable.Range(0, rows).Where(row => core[row])];
            DbscanModel? model = Fit(data, radius, minimum).Model;
            return model is null
                ? cores.Length == 0
                : cores.Select(row => (sets.Find(row), model.Assign(points[row]).Group)).Distinct().Count() == model.Groups
                    && cores.Select(sets.Find).Distinct().Count() == model.Groups
                    && cores.All(row => model.Assign(points[row]) is { Group: >= 0, Distance: 0 });

            bool Near(double[] one, double[] other) => SquaredDistance.Between(one, other) <= radius * radius;
        }).Check(Quick.Tests(100));

    /// <summary>All pairs of these rows would be ten thousand million: it must do without them.</summary>
    [Fact]
    public void Fit_WideRadius_DoesWithoutAllPairs()
    {
        FeatureMatrix one = Flowers.Heaps(100_000, 2, 1, 3);
        var data = FeatureMatrix.Create(one.Columns, [.. one.Values.ToArray().Select((value, i) => i % 4 < 2 ? value : value + 40)]);

        DbscanModel model = Fit(data, 8, 5).Model!;

        Assert.Equal(2, model.Groups);
        Assert.Equal(100_000, model.Cores.Count);
        Assert.Equal([50_000, 50_000], Flowers.Sizes(model.Cores.Select(core => core.Group)));
    }

    [Fact]
    public void Fit_Stopped_Ends() =>
        Assert.Throws<OperationCanceledException>(() => new DbscanEstimator().Fit(Flowers.Heaps(100, 2, 2, 1), new CancellationToken(canceled: true)));

    [Fact]
    public void Fit_ManyEqualRows_CountsThemOnce()
    {
        double[] values = [.. Enumerable.Repeat(1.0, 200_000), .. Enumerable.Repeat(9.0, 100_000), 5, double.NaN];

        FitResult<DbscanModel> fit = Fit(FeatureMatrix.Create(["x"], values), 0.5, 5);

        Assert.Equal([(0, 1.0), (1, 9.0)], fit.Model!.Cores.Select(core => (core.Group, core.Place[0])));
        Assert.Equal(GroupAssignment.Nobody, fit.Model.Assign([5]));
        Assert.Equal(GroupAssignment.Nobody, fit.Model.Assign([double.NaN]));
        Assert.Equal(new GroupAssignment(1, 0.25, 1), fit.Model.Assign([9.25]));
        Assert.Contains(fit.Report.Warnings, warning => warning.Code == "rows-left-out");
    }

    [Fact]
    public void Fit_TooLittleOrTooSparse_SaysSo()
    {
        Assert.Equal("too-few-rows", Fit(FeatureMatrix.Create(["x"], [1, 2]), 1, 3).Report.Warnings[^1].Code);
        FitResult<DbscanModel> sparse = Fit(FeatureMatrix.Create(["x"], [1, 20, 300]), 1, 2);
        Assert.Null(sparse.Model);
        Assert.Equal((FitStatus.TooLittleData, "nowhere-dense"), (sparse.Report.Status, sparse.Report.Warnings[^1].Code));
        Assert.Throws<ArgumentException>(() => new DbscanEstimator(new DbscanOptions { Radius = 0 }));
        Assert.Throws<ArgumentException>(() => new DbscanEstimator(new DbscanOptions { Radius = double.NaN }));
        Assert.Throws<ArgumentException>(() => new DbscanEstimator(new DbscanOptions { MinimumNeighbors = 0 }));
    }

    private static FitResult<DbscanModel> Fit(FeatureMatrix data, double radius, int minimum) =>
        new DbscanEstimator(new DbscanOptions { Radius = radius, MinimumNeighbors = minimum, Scaling = Flowers.AsMeasured }).Fit(data);

    /// <summary>Cores hang together where they are near; another row goes to the nearest core that is near, of equally near ones to that with the least coordinates.</summary>
    private static int[] Definition(FeatureMatrix data, double radius, int minimum)
    {
        int[] all = [.. Enumerable.Range(0, data.Rows)];
        bool[] core = [.. all.Select(row => all.Count(other => Near(row, other)) >= minimum)];
        int[] groups = [.. all.Select(row => core[row] ? row : -1)];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (int row in all)
            {
                foreach (int other in all)
                {
                    if (core[row] && core[other] && Near(row, other) && groups[other] < groups[row])
                    {
                        (groups[row], changed) = (groups[other], true);
                    }
                }
            }
        }

        return [.. all.Select(row => core[row] ? groups[row] : all.Where(other => core[other] && Near(row, other))
            .OrderBy(other => Squared(row, other)).ThenBy(other => data.Row(other).ToArray(), Comparer<double[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))
            .Select(other => groups[other]).FirstOrDefault(-1))];

        bool Near(int row, int other) => Squared(row, other) <= radius * radius;
        double Squared(int row, int other) => data.Row(row).ToArray().Zip(data.Row(other).ToArray(), (l, r) => (l - r) * (l - r)).Sum();
    }
}
