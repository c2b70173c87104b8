using System.Text.Json;

namespace CustomerInsight.Models.Tests;

public sealed class HierarchicalTests
{
    [SharedFact]
    public void Fit_Iris_FindsTheReferenceGroups()
    {
        HierarchicalModel model = new HierarchicalEstimator(new HierarchicalOptions { Groups = 3, Scaling = Flowers.AsMeasured }).Fit(Flowers.Iris()).Model!;

        Assert.Equal([36, 50, 64], Flowers.Sizes(model.RowGroups));
        Assert.Equal(0.55432366, ClusteringQuality.Of(Flowers.Iris(), model.RowGroups).Silhouette, 8);
        Assert.Equal((3, 150), (model.Groups, model.Tree.Rows));
    }

    /// <summary>The chain of nearest neighbours gives the tree of the plain definition: join the nearest two, measure again.</summary>
    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Single)]
    public void Fit_AnyRows_AgreesWithTheDefinition(Linkage linkage) => Prop.ForAll(
        Gen.Choose(2, 25).Zip(Gen.Choose(1, 3)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int columns), int seed) = drawn;
            FeatureMatrix data = Flowers.Heaps(rows, columns, 3, (ulong)seed);
            var options = new HierarchicalOptions { Groups = 2, Linkage = linkage, Scaling = Flowers.AsMeasured };
            Dendrogram tree = new HierarchicalEstimator(options).Fit(data).Model!.Tree;
            (double[] heights, int[][] partitions) = Definition(data, linkage);
            return tree.Merges.Zip(heights).All(pair => Math.Abs(pair.First.Height - pair.Second) < 1e-9)
                && Enumerable.Range(1, rows).All(groups => SamePartition([.. tree.Cut(groups)], partitions[rows - groups]));
        }).Check(Quick.Tests(60));

    [Fact]
    public void Fit_TiesInAnotherOrder_JoinsTheLowerFirst()
    {
        var options = new HierarchicalOptions { Groups = 2, Scaling = Flowers.AsMeasured };

        HierarchicalModel rising = new HierarchicalEstimator(options).Fit(FeatureMatrix.Create(["x"], [0, 1, 2])).Model!;
        HierarchicalModel falling = new HierarchicalEstimator(options).Fit(FeatureMatrix.Create(["x"], [2, 1, 0])).Model!;

        Assert.Equal([0, 0, 1], rising.RowGroups);
        Assert.Equal([1, 0, 0], falling.RowGroups);
        Assert.Equal(new DendrogramMerge(0, 1, 1, 2), rising.Tree.Merges[0]);
        Assert.Equal(new DendrogramMerge(1, 2, 1, 2), falling.Tree.Merges[0]);
    }

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Single)]
    public void Fit_RowsInAnotherOrder_GroupsThemAlike(Linkage linkage) => Prop.ForAll(
        Gen.Choose(5, 40).Zip(Gen.Choose(1, 3)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int columns), int seed) = drawn;
            FeatureMatrix data = Shuffled.WholeNumbers(rows, columns, 9, (ulong)seed);
            FeatureMatrix other = Shuffled.Of(data, (ulong)seed + 1);
            var estimator = new HierarchicalEstimator(new HierarchicalOptions { Groups = 4, Linkage = linkage, Scaling = seed % 2 == 0 ? Flowers.AsMeasured : new FeatureScalingOptions() });
            HierarchicalModel model = estimator.Fit(data).Model!;
            HierarchicalModel same = estimator.Fit(other).Model!;
            return Shuffled.Sorted(data, model.RowGroups).SequenceEqual(Shuffled.Sorted(other, same.RowGroups))
                && model.Centers == same.Centers
                && model.Scaling.Equals(same.Scaling)
                && model.Tree.Merges.Select(merge => merge.Height).SequenceEqual(same.Tree.Merges.Select(merge => merge.Height))
                && SamePartition([.. model.RowGroups], [.. model.Tree.Cut(4)])
                && SamePartition([.. same.RowGroups], [.. same.Tree.Cut(4)]);
        }).Check(Quick.Tests(60));

    [Fact]
    public void Cut_AtHeightsAndNumbers_IsConsistent()
    {
        Dendrogram tree = new HierarchicalEstimator(new HierarchicalOptions { Scaling = Flowers.AsMeasured }).Fit(Flowers.Heaps(40, 2, 4, 3)).Model!.Tree;

        for (int groups = 1; groups <= 40; groups++)
        {
            double height = groups == 40 ? 0 : tree.Merges[39 - groups].Height;
            Assert.Equal(tree.Cut(groups), tree.CutAt(height));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Cut(41));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Cut(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.CutAt(double.NaN));
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(300, 100)]
    [InlineData(2, 2)]
    public void ToVegaLite_Tree_DrawsItsUpperJoins(int leaves, int shown)
    {
        Dendrogram tree = new HierarchicalEstimator(new HierarchicalOptions { Scaling = Flowers.AsMeasured }).Fit(Flowers.Heaps(100, 2, 4, 3)).Model!.Tree;

        using var chart = JsonDocument.Parse(tree.ToVegaLite(leaves));
        JsonElement[] lines = [.. chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray()];
        Assert.Equal(3 * (shown - 1), lines.Length);
        Assert.Equal(tree.Merges[^1].Height, lines.Max(line => line.GetProperty("y2").GetDouble()));
        Assert.Equal(shown - 1, lines.Max(line => Math.Max(line.GetProperty("x").GetDouble(), line.GetProperty("x2").GetDouble())));
        Assert.Equal(Enumerable.Range(0, shown), lines.Where(line => line.GetProperty("y").GetDouble() == 0).Select(line => (int)line.GetProperty("x").GetDouble()).Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ToVegaLite(1));
    }

    [Fact]
    public void Fit_CutHeight_LeavesApartWhatIsFurther()
    {
        var data = FeatureMatrix.Create(["x"], [0, 1, 10, 11, 100]);

        HierarchicalModel model = new HierarchicalEstimator(new HierarchicalOptions { CutHeight = 5, Linkage = Linkage.Single, Scaling = Flowers.AsMeasured }).Fit(data).Model!;

        Assert.Equal([0, 0, 1, 1, 2], model.RowGroups);
        Assert.Equal([0.5, 10.5, 100], model.Centers.Select(center => center[0]));
        Assert.Equal(new GroupAssignment(1, 0.5, 1), model.Assign([10]));
        Assert.Equal(GroupAssignment.Nobody, model.Assign([double.NaN]));
        Assert.Throws<ArgumentException>(() => model.Assign([1, 2]));
    }

    [Fact]
    public void Fit_RowsMissingEqualOrFew_AreDefined()
    {
        var options = new HierarchicalOptions { Groups = 2, Scaling = Flowers.AsMeasured };
        FitResult<HierarchicalModel> missing = new HierarchicalEstimator(options).Fit(FeatureMatrix.Create(["x"], [1, double.NaN, 5, 5]));
        FitResult<HierarchicalModel> equal = new HierarchicalEstimator(options).Fit(FeatureMatrix.Create(["x"], [3, 3, 3]));
        FitResult<HierarchicalModel> few = new HierarchicalEstimator(options).Fit(FeatureMatrix.Create(["x"], [3]));

        Assert.Equal([1, GroupAssignment.None, 0, 0], missing.Model!.RowGroups);
        Assert.Contains(missing.Report.Warnings, warning => warning.Code == "rows-left-out");
        Assert.Equal([2, 1], equal.Model!.RowGroups.GroupBy(group => group).Select(group => group.Count()).OrderDescending());
        Assert.Null(few.Model);
        Assert.Equal((FitStatus.TooLittleData, "too-few-rows"), (few.Report.Status, few.Report.Warnings[^1].Code));
    }

    [Fact]
    public void Fit_Watched_TellsHowFarAndStops()
    {
        var heard = new Heard();

        new HierarchicalEstimator().Fit(Flowers.Heaps(600, 2, 2, 1), heard);

        Assert.Equal([257, 513, 600], heard.Values);
        Assert.Throws<OperationCanceledException>(() => new HierarchicalEstimator().Fit(Flowers.Heaps(600, 2, 2, 1), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Fit_TooManyRows_SaysWhatToDo()
    {
        var estimator = new HierarchicalEstimator(new HierarchicalOptions { MaximumRows = 10 });

        string message = Assert.Throws<ArgumentException>(() => estimator.Fit(Flowers.Heaps(11, 2, 2, 1))).Message;

        Assert.Contains("11 rows are more than MaximumRows (10)", message, StringComparison.Ordinal);
        Assert.Contains("Fit a sample", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_UnusableOptions_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new HierarchicalEstimator(new HierarchicalOptions { Groups = 0 }));
        Assert.Throws<ArgumentException>(() => new HierarchicalEstimator(new HierarchicalOptions { CutHeight = double.NaN }));
        Assert.Throws<ArgumentException>(() => new HierarchicalEstimator(new HierarchicalOptions { CutHeight = -1 }));
        Assert.Throws<ArgumentException>(() => new HierarchicalEstimator(new HierarchicalOptions { MaximumRows = 50_000 }));
    }

    private static (double[] Heights, int[][] Partitions) Definition(FeatureMatrix data, Linkage linkage)
    {
        List<List<int>> groups = [.. Enumerable.Range(0, data.Rows).Select(row => new List<int> { row })];
        var heights = new List<double>();
        var partitions = new List<int[]> { Labels() };
        while (groups.Count > 1)
        {
            (int one, int other, double height) = (
                from i in Enumerable.Range(0, groups.Count)
                from j in Enumerable.Range(0, i)
                select (j, i, Distance(data, groups[j], groups[i], linkage))).MinBy(pair => pair.Item3);
            groups[one].AddRange(groups[other]);
            groups.RemoveAt(other);
            heights.Add(height);
            partitions.Add(Labels());
        }

        return ([.. heights], [.. partitions]);

        int[] Labels() => [.. Enumerable.Range(0, data.Rows).Select(row => groups.FindIndex(group => group.Contains(row)))];
    }

    private static double Distance(FeatureMatrix data, List<int> left, List<int> right, Linkage linkage)
    {
        IEnumerable<double> pairs = from l in left from r in right select Math.Sqrt(Squared(data.Row(l).ToArray(), data.Row(r).ToArray()));
        return linkage switch
        {
            Linkage.Single => pairs.Min(),
            Linkage.Complete => pairs.Max(),
            Linkage.Average => pairs.Average(),
            _ => Math.Sqrt(2.0 * left.Count * right.Count / (left.Count + right.Count) * Squared(Mean(data, left), Mean(data, right))),
        };
    }

    private static double[] Mean(FeatureMatrix data, List<int> rows) =>
        [.. Enumerable.Range(0, data.Columns.Count).Select(column => rows.Average(row => data.Row(row)[column]))];

    private static double Squared(double[] left, double[] right) => left.Zip(right, (l, r) => (l - r) * (l - r)).Sum();

    private static bool SamePartition(int[] left, int[] right) =>
        left.Zip(right).Distinct().Count() == left.Distinct().Count() && left.Distinct().Count() == right.Distinct().Count();
}
