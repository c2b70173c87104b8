namespace CustomerInsight.Models.Tests;

public sealed class HdbscanTests
{
    [Fact]
    public void Fit_HeapsOfDifferentDensityAndNoise_FindsTheHeaps()
    {
        var random = new SeededRandom(4);
        double[] values = new double[2 * 330];
        for (int row = 0; row < 330; row++)
        {
            (double x, double y, double spread) = row < 100 ? (0.0, 0.0, 0.2) : row < 200 ? (10, 0, 1) : row < 300 ? (0, 12, 0.5) : (5, 5, 25);
            values[2 * row] = x + (spread * (random.NextDouble() - 0.5));
            values[(2 * row) + 1] = y + (spread * (random.NextDouble() - 0.5));
        }

        HdbscanModel model = Fit(FeatureMatrix.Create(["x", "y"], values), 20).Model!;

        Assert.Equal(3, model.Groups);
        int[] groups = [.. model.RowAssignments.Select(assignment => assignment.Group)];
        for (int heap = 0; heap < 3; heap++)
        {
            Assert.True(groups.Skip(100 * heap).Take(100).GroupBy(group => group).Max(group => group.Count()) >= 95);
        }

        Assert.True(model.RowAssignments.Skip(300).Average(assignment => assignment.Membership) < model.RowAssignments.Take(300).Average(assignment => assignment.Membership) / 2);
        Assert.All(model.RowAssignments, assignment => Assert.InRange(assignment.Membership, assignment.Group < 0 ? 0 : 1e-9, assignment.Group < 0 ? 0 : 1));
        Assert.Equal(groups[0], model.Assign([0, 0]).Group);
        Assert.Equal(groups[150], model.Assign([10, 0]).Group);
        Assert.Equal(GroupAssignment.Nobody, model.Assign([100, 100]));
        Assert.Equal(GroupAssignment.Nobody, model.Assign([double.NaN, 0]));
        Assert.True(model.Assign([0, 12]).Membership > model.Assign([0, 12.6]).Membership);
    }

    [Fact]
    public void Fit_AnyRows_AgreesWithTheDefinition() => Prop.ForAll(
        Gen.Choose(6, 32).Zip(Gen.Choose(2, 4)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int minimum), int seed) = drawn;
            var random = new SeededRandom((ulong)seed);
            bool coarse = random.Next(2) == 0;
            FeatureMatrix data = FeatureMatrix.Create(["x", "y"], [.. Enumerable.Range(0, 2 * rows).Select(_ => coarse ? random.Next(14) : 14 * random.NextDouble())]);
            (int Group, double Strength)[] expected = new HdbscanDefinition(data, minimum).Assign();
            HdbscanModel? model = Fit(data, minimum).Model;
            return model is null
                ? expected.All(row => row.Group < 0)
                : model.RowAssignments.Zip(expected).All(pair => pair.First.Group < 0 == pair.Second.Group < 0 && Math.Abs(pair.First.Membership - pair.Second.Strength) < 1e-9)
                    && model.RowAssignments.Zip(expected).Select(pair => (pair.First.Group, pair.Second.Group)).Distinct().Count() == expected.Select(row => row.Group).Distinct().Count();
        }).Check(Quick.Tests(100));

    [Fact]
    public void Fit_RowsInAnotherOrder_GroupsThemAlike()
    {
        FeatureMatrix data = Flowers.Heaps(200, 2, 4, 5, 0.4);
        FeatureMatrix reversed = FeatureMatrix.Create(data.Columns, [.. Enumerable.Range(0, data.Rows).Reverse().SelectMany(row => data.Row(row).ToArray())]);

        IEnumerable<GroupAssignment> first = Fit(data, 10).Model!.RowAssignments;
        IEnumerable<GroupAssignment> second = Fit(reversed, 10).Model!.RowAssignments.Reverse();

        Assert.Equal(first.Select(assignment => assignment.Membership), second.Select(assignment => assignment.Membership));
        Assert.Equal(first.Select(assignment => assignment.Group).Distinct().Count(), first.Zip(second, (one, other) => (one.Group, other.Group)).Distinct().Count());
    }

    [Fact]
    public void Fit_TiesInAnotherOrder_IsTheSame() => Prop.ForAll(
        Gen.Choose(20, 80).Zip(Gen.Choose(2, 5)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int minimum), int seed) = drawn;
            FeatureMatrix data = Shuffled.WholeNumbers(rows, 2, 16, (ulong)seed);
            FeatureMatrix other = Shuffled.Of(data, (ulong)seed + 1);
            var estimator = new HdbscanEstimator(new HdbscanOptions { MinimumGroupSize = minimum, Scaling = seed % 2 == 0 ? Flowers.AsMeasured : new FeatureScalingOptions() });
            HdbscanModel? model = estimator.Fit(data).Model;
            HdbscanModel? same = estimator.Fit(other).Model;
            FeatureMatrix halves = FeatureMatrix.Create(data.Columns, [.. Shuffled.WholeNumbers(200, 2, 33, 5).Values.ToArray().Select(static value => value / 2)]);
            return model is null || same is null
                ? model is null && same is null
                : Shuffled.Sorted(data, model.RowAssignments).SequenceEqual(Shuffled.Sorted(other, same.RowAssignments))
                    && model.Points == same.Points
                    && model.Clusters == same.Clusters
                    && model.AssignAll(halves) == same.AssignAll(halves);
        }).Check(Quick.Tests(100));

    [Fact]
    public void Fit_EqualRowsAndMissingOnes_AreDefined()
    {
        double[] values = [.. Enumerable.Repeat(1.0, 20), double.NaN, .. Enumerable.Repeat(9.0, 30), 5];

        FitResult<HdbscanModel> fit = Fit(FeatureMatrix.Create(["x"], values), 5);

        Assert.Equal([20, 30], Flowers.Sizes(fit.Model!.RowAssignments.Select(assignment => assignment.Group)));
        Assert.Equal((0, 1, 1.0), (fit.Model.Assign([9]).Group, fit.Model.Assign([1]).Group, fit.Model.Assign([1]).Membership));
        Assert.Equal([GroupAssignment.Nobody, GroupAssignment.Nobody], new[] { fit.Model.RowAssignments[20], fit.Model.RowAssignments[^1] });
        Assert.Contains(fit.Report.Warnings, warning => warning.Code == "rows-left-out");
    }

    [Fact]
    public void Fit_Watched_TellsHowFarAndStops()
    {
        var heard = new Heard();

        new HdbscanEstimator().Fit(Flowers.Heaps(600, 2, 2, 1), heard);

        Assert.Equal([257, 513, 600], heard.Values);
        Assert.Throws<OperationCanceledException>(() => new HdbscanEstimator().Fit(Flowers.Heaps(600, 2, 2, 1), new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => new DbscanEstimator().Fit(Flowers.Heaps(600, 2, 2, 1), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Fit_TooLittleTooMuchOrOneHeap_SaysSo()
    {
        Assert.Equal("too-few-rows", Fit(Flowers.Heaps(9, 2, 1, 1), 5).Report.Warnings[^1].Code);
        FitResult<HdbscanModel> same = Fit(FeatureMatrix.Create(["x"], [.. Enumerable.Repeat(3.0, 50)]), 5);
        Assert.Null(same.Model);
        Assert.Equal("no-groups", same.Report.Warnings[^1].Code);
        Assert.Contains("11 rows are more than MaximumRows (10)", Assert.Throws<ArgumentException>(
            () => new HdbscanEstimator(new HdbscanOptions { MaximumRows = 10, MinimumGroupSize = 2 }).Fit(Flowers.Heaps(11, 2, 2, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new HdbscanEstimator(new HdbscanOptions { MinimumGroupSize = 1 }));
        Assert.Throws<ArgumentException>(() => new HdbscanEstimator(new HdbscanOptions { MinimumNeighbors = 0 }));
    }

    private static FitResult<HdbscanModel> Fit(FeatureMatrix data, int minimum) =>
        new HdbscanEstimator(new HdbscanOptions { MinimumGroupSize = minimum, Scaling = Flowers.AsMeasured }).Fit(data);
}
