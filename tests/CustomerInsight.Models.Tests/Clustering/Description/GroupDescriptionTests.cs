namespace CustomerInsight.Models.Tests;

public sealed class GroupDescriptionTests
{
    [Fact]
    public void Of_TwoKindsOfCustomers_SaysWhatSetsThemApart()
    {
        var data = FeatureMatrix.Create(
            ["recency_days", "orders", "revenue"],
            [10, 5, 400, 12, 6, 460, 14, 7, 520, 139, 1, 190, 140, 1, 200, 141, 2, 210]);

        ValueList<GroupDescription> groups = GroupDescription.Of(2, [0, 0, 0, 1, 1, 1], data);

        Assert.Equal(["recently active, frequent", "long silent, occasional"], groups.Select(group => group.Name));
        Assert.All(groups, group => Assert.Equal((3, 0.5), (group.Customers, group.Share)));
        Assert.Equal(
            ["last bought 12 days ago against 140", "ordered 6 × against 1", "spends 2.3 × as much"], groups[0].Contrasts.Select(contrast => contrast.Text));
        Assert.Equal([-1.0, 1, 1], groups[0].Contrasts.Select(contrast => contrast.CliffsDelta));
        Assert.All(groups[0].Contrasts, contrast => Assert.Equal(EffectMagnitude.Large, contrast.Magnitude));
        Assert.StartsWith(
            $"recently active, frequent: 3 customers (50 %){Environment.NewLine}  last bought 12 days ago against 140 (large: delta -1.00, d -80.95)", groups[0].Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EqualMedians_SpeaksOfMeans()
    {
        var data = FeatureMatrix.Create(["orders"], [1, 1, 4, 1, 1, 1]);

        ValueList<GroupDescription> groups = GroupDescription.Of(2, [0, 0, 0, 1, 1, 1], data);

        Assert.Equal("ordered 2 × against 1 on average", groups[0].Contrasts[0].Text);
        Assert.Equal(1 / 3.0, groups[0].Contrasts[0].CliffsDelta, 12);
    }

    [Fact]
    public void Of_RatioWithoutMeaning_GivesTheNumbers()
    {
        var data = FeatureMatrix.Create(["revenue"], [0, 0, 5, 5]);

        Assert.Equal("revenue 0 against 5", GroupDescription.Of(2, [0, 0, 1, 1], data)[0].Contrasts[0].Text);
    }

    [Fact]
    public void Of_GroupsAlike_GetNamesOfTheirOwn()
    {
        var data = FeatureMatrix.Create(["a", "b", "c"], [1, 1, 1, 1, 1, 2, 9, 9, 1, 9, 9, 2]);

        ValueList<GroupDescription> byThird = GroupDescription.Of(4, [0, 1, 2, 3], data);
        ValueList<GroupDescription> same = GroupDescription.Of(2, [0, 1], FeatureMatrix.Create(["a"], [3, 3]));

        Assert.Equal(4, byThird.Select(group => group.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["like the others (0)", "like the others (1)"], same.Select(group => group.Name));
        Assert.All(same, group => Assert.Equal((0, 0, EffectMagnitude.Negligible), (group.Contrasts[0].CliffsDelta, group.Contrasts[0].CohensD, group.Contrasts[0].Magnitude)));
    }

    [Fact]
    public void Of_EmptyGroupsMissingNumbersAndExtremes_AreDefined()
    {
        var data = FeatureMatrix.Create(["a", "b"], [double.NaN, 1e300, 1, 1e300, double.PositiveInfinity, -1e300, 2, -1e300]);

        ValueList<GroupDescription> groups = GroupDescription.Of(3, [0, 0, 1, GroupAssignment.None], data);

        Assert.Equal([2, 1, 0], groups.Select(group => group.Customers));
        FeatureContrast a = groups[0].Contrasts.Single(contrast => contrast.Feature == "a");
        Assert.Equal((1, 2, -1), (a.Median, a.MedianElsewhere, a.CliffsDelta));
        FeatureContrast b = groups[0].Contrasts.Single(contrast => contrast.Feature == "b");
        Assert.Equal((1, double.PositiveInfinity), (b.CliffsDelta, b.CohensD));
        Assert.All(groups[2].Contrasts, contrast => Assert.Equal((double.NaN, 0, 0), (contrast.Median, contrast.CliffsDelta, contrast.CohensD)));
        Assert.Equal(1, groups[0].Contrasts.Count(contrast => contrast.Feature == "a"));
        Assert.Empty(GroupDescription.Of(0, [], FeatureMatrix.Create(["a"], [])));
    }

    [Fact]
    public void Of_GroupsThatDoNotFit_SaysWhich()
    {
        var data = FeatureMatrix.Create(["a"], [1, 2]);

        Assert.Contains("3 groups are given for 2 rows", Assert.Throws<ArgumentException>(() => GroupDescription.Of(1, [0, 0, 0], data)).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1 is in group 4", Assert.Throws<ArgumentException>(() => GroupDescription.Of(2, [0, 4], data)).Message, StringComparison.Ordinal);
    }

    /// <summary>The fast numbers, out of one sort, are those of the definitions.</summary>
    [Fact]
    public void Of_AnyRows_AgreesWithTheDefinitions() => Prop.ForAll(
        Gen.Choose(0, 6).Zip(Gen.Choose(-1, 2)).ArrayOf().ToArbitrary(),
        rows =>
        {
            double[] values = [.. rows.Select(row => row.Item1 == 6 ? double.NaN : row.Item1)];
            int[] groups = [.. rows.Select(row => row.Item2)];
            ValueList<GroupDescription> described = GroupDescription.Of(3, groups, FeatureMatrix.Create(["x"], values));
            return Enumerable.Range(0, 3).All(group =>
            {
                double[] own = [.. values.Where((value, row) => groups[row] == group && !double.IsNaN(value)).Order()];
                double[] rest = [.. values.Where((value, row) => groups[row] != group && !double.IsNaN(value)).Order()];
                FeatureContrast found = described[group].Contrasts[0];
                double delta = own.Length * rest.Length == 0 ? 0 : own.Sum(x => rest.Sum(y => Math.Sign(x - y))) / ((double)own.Length * rest.Length);
                return Same(Median(own), found.Median) && Same(Median(rest), found.MedianElsewhere) && Same(delta, found.CliffsDelta)
                    && Same(own.DefaultIfEmpty(double.NaN).Average(), found.Mean) && Same(rest.DefaultIfEmpty(double.NaN).Average(), found.MeanElsewhere) && Same(CohensD(own, rest), found.CohensD);
            });
        }).Check(Quick.Tests(500));

    private static double CohensD(double[] own, double[] rest)
    {
        if (own.Length == 0 || rest.Length == 0 || own.Length + rest.Length <= 2)
        {
            return 0;
        }

        double difference = own.Average() - rest.Average();
        double pooled = Math.Sqrt((own.Sum(x => Math.Pow(x - own.Average(), 2)) + rest.Sum(x => Math.Pow(x - rest.Average(), 2))) / (own.Length + rest.Length - 2));
        return pooled > 1e-12 ? difference / pooled : Math.Abs(difference) < 1e-12 ? 0 : double.PositiveInfinity * difference;
    }

    private static double Median(double[] sorted) => sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static bool Same(double expected, double actual) => expected.Equals(actual) || Math.Abs(expected - actual) < 1e-9;
}
