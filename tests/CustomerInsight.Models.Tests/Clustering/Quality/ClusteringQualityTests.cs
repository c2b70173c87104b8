namespace CustomerInsight.Models.Tests;

public sealed class ClusteringQualityTests
{
    private static readonly Arbitrary<(ulong Seed, int Rows, int Width, int Groups, bool Whole)> Cases = (
        from seed in Gen.Choose(0, int.MaxValue)
        from rows in Gen.Choose(1, 130)
        from width in Gen.Choose(1, 10)
        from groups in Gen.Choose(1, 9)
        from whole in Gen.Elements(true, false)
        select ((ulong)seed, rows, width, groups, whole)).ToArbitrary();

    [SharedTheory]
    [InlineData(2, 0.6810461692, 0.4042928372, 513.924546)]
    [InlineData(3, 0.5528190124, 0.6619715465, 561.627757)]
    [InlineData(4, 0.4980505050, 0.7803069839, 530.765808)]
    public void Of_Iris_HasTheReferenceMeasures(int groups, double silhouette, double daviesBouldin, double calinskiHarabasz)
    {
        FeatureMatrix data = Points.Shared("iris.csv");
        KMeansModel model = new KMeansEstimator(new KMeansOptions { Groups = groups, Scaling = { Transform = FeatureTransform.None } }).Fit(data).Model!;

        var quality = ClusteringQuality.Of(model, data);

        Assert.Equal(silhouette, quality.Silhouette, 1e-10);
        Assert.Equal(daviesBouldin, quality.DaviesBouldin, 1e-10);
        Assert.Equal(calinskiHarabasz, quality.CalinskiHarabasz, 1e-6);
        CloseTo.Relative(model.Inertia, quality.Inertia, 1e-12);
        Assert.Equal(model.Sizes, quality.Groups.Select(static group => group.Rows));
        if (groups == 3)
        {
            Assert.Equal(0.730238, ClusteringQuality.AdjustedRandIndex([.. model.AssignAll(data).Select(static one => one.Group)], Points.SharedClasses("iris.csv")), 1e-6);
        }
    }

    [SharedFact]
    public void Of_StandardizedWine_HasTheReferenceMeasures()
    {
        FeatureMatrix data = Points.Shared("wine.csv");
        KMeansModel model = new KMeansEstimator(new KMeansOptions { Groups = 3 }).Fit(data).Model!;

        var quality = ClusteringQuality.Of(model, data, model.Scaling);

        Assert.Equal(0.2848589192, quality.Silhouette, 1e-10);
        Assert.Equal(1.3891879777, quality.DaviesBouldin, 1e-10);
        Assert.Equal(70.940008, quality.CalinskiHarabasz, 1e-6);
        Assert.Equal(0.897495, ClusteringQuality.AdjustedRandIndex([.. model.AssignAll(data).Select(static one => one.Group)], Points.SharedClasses("wine.csv")), 1e-6);
    }

    [Fact]
    public void Of_ModelWithAScale_IsMeasuredOnIt()
    {
        FeatureMatrix data = Points.Matrix([.. Points.Blobs(200, 2, 3, 8).Select(static (value, i) => i % 2 == 0 ? value * 1_000 : value)], 2);
        KMeansModel kMeans = new KMeansEstimator(new KMeansOptions { Groups = 3 }).Fit(data).Model!;
        KMedoidsModel kMedoids = new KMedoidsEstimator(new KMedoidsOptions { Groups = 3 }).Fit(data).Model!;
        var raw = new FeatureScaling(ValueList.From(data.Columns.Select(static column => new FeatureScale(column, FeatureTransform.None, 0, 1))));

        Assert.Equal(ClusteringQuality.Of(kMeans, data, kMeans.Scaling), ClusteringQuality.Of(kMeans, data));
        Assert.Equal(ClusteringQuality.Of(kMedoids, data, kMedoids.Scaling), ClusteringQuality.Of(kMedoids, data));
        CloseTo.Relative(kMeans.Inertia, ClusteringQuality.Of(kMeans, data).Inertia, 1e-9);
        Assert.True(ClusteringQuality.Of(kMeans, data, raw).Inertia > 1_000 * kMeans.Inertia);
    }

    [Fact]
    public void Silhouettes_AnyRows_AgreeWithTheDefinition() => Prop.ForAll(Cases, one =>
    {
        (FeatureMatrix data, int[] groups) = Draw(one);
        double[] expected = Definition(data, groups);
        double[] found = ClusteringQuality.Silhouettes(data, groups);
        var quality = ClusteringQuality.Of(data, groups, maxDegreeOfParallelism: 1);
        double[] measured = [.. expected.Where(static value => !double.IsNaN(value))];
        return expected.Zip(found).All(static pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 1e-9)
            && (measured.Length == 0 ? double.IsNaN(quality.Silhouette) : Math.Abs(measured.Average() - quality.Silhouette) < 1e-9)
            && quality.Groups.All(group => measured.Length == 0 || group.Rows == 0 || Math.Abs(group.Silhouette - expected.Where((_, row) => groups[row] == group.Group).Average()) < 1e-9);
    }).Check(Quick.Tests(200));

    [Fact]
    public void Silhouettes_ManyRowsOnAnyThreads_AreTheSameToTheBitAndTheDefinition()
    {
        (FeatureMatrix data, int[] groups) = Draw((3, 2_500, 5, 6, false));
        double[] one = ClusteringQuality.Silhouettes(data, groups, maxDegreeOfParallelism: 1);

        Assert.Equal(one, ClusteringQuality.Silhouettes(data, groups, maxDegreeOfParallelism: 3));
        Assert.Equal(one, ClusteringQuality.Silhouettes(data, groups));
        Assert.All(Definition(data, groups).Zip(one), static pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Of_MoreRowsThanAreMeasured_IsNearTheWhole()
    {
        (FeatureMatrix data, int[] groups) = Draw((4, 6_000, 3, 4, false));

        var whole = ClusteringQuality.Of(data, groups);
        var thinned = ClusteringQuality.Of(data, groups, silhouetteRows: 1_500);

        Assert.Equal(6_000, whole.SilhouetteRows);
        Assert.Equal(1_500, thinned.SilhouetteRows);
        Assert.Equal(whole.Silhouette, thinned.Silhouette, 0.02);
        Assert.Equal(whole.DaviesBouldin, thinned.DaviesBouldin);
    }

    [Fact]
    public void Of_RowsInNoGroupOrIncomplete_AreCountedNotMeasured()
    {
        FeatureMatrix data = Points.Matrix([0, 1, double.NaN, 10, 11, 500], 1);

        var quality = ClusteringQuality.Of(data, [0, 0, 0, 1, 1, GroupAssignment.None]);

        Assert.Equal(ClusteringQuality.Of(Points.Matrix([0, 1, 10, 11], 1), [0, 0, 1, 1]) with { Unassigned = 2 }, quality);
        Assert.Equal([double.NaN, double.NaN], ClusteringQuality.Silhouettes(data, [0, 0, 0, 1, 1, GroupAssignment.None]).Where(static (_, row) => row is 2 or 5));
        Assert.Equal(1, quality.Inertia, 1e-12);
        Assert.Contains("4 rows in 2 groups, 2 in none: silhouette 0.900", quality.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EdgeCases_AreDefined()
    {
        var one = ClusteringQuality.Of(Points.Matrix([1, 2, 3], 1), [0, 0, 0]);
        var none = ClusteringQuality.Of(Points.Matrix([], 1), []);
        var equal = ClusteringQuality.Of(Points.Matrix([5, 5, 5, 5], 1), [0, 0, 1, 1]);
        var points = ClusteringQuality.Of(Points.Matrix([1, 1, 9, 9], 1), [0, 0, 1, 1]);
        var single = ClusteringQuality.Of(Points.Matrix([1, 2], 1), [0, 2]);

        Assert.True(double.IsNaN(one.Silhouette) && double.IsNaN(one.DaviesBouldin) && double.IsNaN(one.CalinskiHarabasz));
        Assert.Equal(2, one.Inertia, 1e-12);
        Assert.True(none.Rows == 0 && none.Groups.Count == 0 && double.IsNaN(none.Silhouette));
        Assert.True(equal is { Silhouette: 0, DaviesBouldin: 0 });
        Assert.True(points is { Silhouette: 1, DaviesBouldin: 0 } && double.IsPositiveInfinity(points.CalinskiHarabasz));
        Assert.True(single.Silhouette == 0 && double.IsNaN(single.CalinskiHarabasz) && single.Groups.Count == 3 && single.Groups[1].Rows == 0);
        Assert.Throws<ArgumentException>(() => ClusteringQuality.Of(Points.Matrix([1, 2], 1), [0]));
        Assert.Throws<ArgumentException>(() => ClusteringQuality.Of(Points.Matrix([1, 2], 1), [0, -2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusteringQuality.Of(Points.Matrix([1, 2], 1), [0, 1], silhouetteRows: 1));
    }

    [Fact]
    public void Of_HighLabels_AreMeasuredAsLowOnesAre()
    {
        (FeatureMatrix data, int[] groups) = Draw((5, 5_000, 2, 3, false));
        int[] stores = [.. groups.Select(static group => group * 150_000)];

        var low = ClusteringQuality.Of(data, groups);
        var high = ClusteringQuality.Of(data, stores);

        Assert.Equal(low with { Groups = [] }, high with { Groups = [] });
        Assert.Equal(groups.Max() * 150_000, high.Groups.Count - 1);
        Assert.Equal(low.Groups, high.Groups.Where(static group => group.Rows > 0).Select(static group => group with { Group = group.Group / 150_000 }));
        Assert.Equal(0, high.Groups[1].Rows);
        Assert.Throws<ArgumentException>(() => ClusteringQuality.Of(Points.Matrix([1, 2], 1), [0, int.MaxValue]));
    }

    [Fact]
    public void Silhouettes_MoreRowsOrGroupsThanCanBeKept_IsRefusedWithTheRemedy()
    {
        FeatureMatrix many = Points.Matrix(new double[200_001], 1);
        FeatureMatrix stores = Points.Matrix([.. Enumerable.Range(0, 20_000).Select(static i => (double)i)], 1);

        string rows = Assert.Throws<ArgumentException>(() => ClusteringQuality.Silhouettes(many, [.. Enumerable.Range(0, many.Rows).Select(static row => row % 2)])).Message;
        string groups = Assert.Throws<ArgumentException>(() => ClusteringQuality.Silhouettes(stores, [.. Enumerable.Range(0, stores.Rows)])).Message;

        Assert.Contains("ClusteringQuality.Of", rows, StringComparison.Ordinal);
        Assert.Contains("20000 rows × 20000 groups", groups, StringComparison.Ordinal);
    }

    [Fact]
    public void AdjustedRandIndex_AnyGroupings_AgreesWithCountingPairs() => Prop.ForAll(
        Gen.Choose(-1, 3).Two().ArrayOf().ToArbitrary(), pairs =>
        {
            int[] left = [.. pairs.Select(static pair => pair.Item1)];
            int[] right = [.. pairs.Select(static pair => pair.Item2)];
            double found = ClusteringQuality.AdjustedRandIndex(left, right);
            return Math.Abs(found - ByPairs(left, right)) < 1e-9 && Math.Abs(found - ClusteringQuality.AdjustedRandIndex(right, left)) < 1e-12
                && ClusteringQuality.AdjustedRandIndex(left, left) == 1;
        }).Check(Quick.Tests(300));

    private static double ByPairs(int[] left, int[] right)
    {
        (double both, double first, double second, double neither) = (0, 0, 0, 0);
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool inLeft = left[i] == left[j];
                bool inRight = right[i] == right[j];
                both += inLeft && inRight ? 1 : 0;
                first += inLeft && !inRight ? 1 : 0;
                second += !inLeft && inRight ? 1 : 0;
                neither += !inLeft && !inRight ? 1 : 0;
            }
        }

        return first == 0 && second == 0 ? 1 : 2 * ((both * neither) - (first * second)) / (((both + first) * (first + neither)) + ((both + second) * (second + neither)));
    }

    private static double[] Definition(FeatureMatrix data, int[] groups)
    {
        int[] numbers = [.. groups.Where(static group => group >= 0).Distinct()];
        return [.. groups.Select((own, row) =>
        {
            if (own < 0 || numbers.Length < 2)
            {
                return double.NaN;
            }

            if (groups.Count(group => group == own) == 1)
            {
                return 0;
            }

            double Mean(int group) => Enumerable.Range(0, groups.Length).Where(other => other != row && groups[other] == group).Average(other => Distance(data.Row(row), data.Row(other)));
            double inside = Mean(own);
            double nearest = numbers.Where(group => group != own).Min(Mean);
            return Math.Max(inside, nearest) == 0 ? 0 : (nearest - inside) / Math.Max(inside, nearest);
        })];
    }

    private static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int column = 0; column < left.Length; column++)
        {
            sum += (left[column] - right[column]) * (left[column] - right[column]);
        }

        return Math.Sqrt(sum);
    }

    private static (FeatureMatrix Data, int[] Groups) Draw((ulong Seed, int Rows, int Width, int Groups, bool Whole) one)
    {
        var random = new SeededRandom(one.Seed);
        double[] values = Points.Blobs(one.Rows, one.Width, 3, one.Seed);
        return (Points.Matrix(one.Whole ? [.. values.Select(static value => Math.Round(value / 4))] : values, one.Width), [.. Enumerable.Range(0, one.Rows).Select(_ => random.Next(one.Groups + 1) - (one.Whole ? 1 : 0))]);
    }
}
