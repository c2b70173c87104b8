namespace CustomerInsight.Models.Tests;

public sealed class SegmentOverlapTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Overlap_AnySegments_CountsAsSetsDo() => Prop.ForAll(Seeds, seed =>
    {
        var drawn = new DrawnSegments((ulong)seed);
        TraitTable table = drawn.Table(100 + (seed % 50));
        SegmentResult result = new SegmentEngine(drawn.Set(1 + (seed % 6)), table.Schema).Evaluate(table);

        SegmentOverlap overlap = result.Overlap();

        string[] names = [.. result.Sizes.Select(size => size.Segment)];
        HashSet<string>[] members = [.. names.Select(name => result.Members(name).ToHashSet())];
        Assert.Equal(names.Length * (names.Length - 1) / 2, overlap.Pairs.Count);
        Assert.Equal(table.Customers.Count(customer => !members.Any(set => set.Contains(customer))), overlap.InNone);
        Assert.Equal(members.Select((own, i) => own.Count(customer => !members.Where((_, j) => j != i).Any(set => set.Contains(customer)))), overlap.OnlyThere.Select(size => size.Customers));
        for (int i = 0; i < names.Length; i++)
        {
            for (int j = 0; j < names.Length; j++)
            {
                SegmentPair pair = overlap.Of(names[i], names[j]);
                int both = members[i].Intersect(members[j]).Count();
                int either = members[i].Union(members[j]).Count();
                Assert.Equal((both, either, members[i].Count, members[j].Count), (pair.Both, pair.Either, pair.FirstCustomers, pair.SecondCustomers));
                Assert.Equal(either == 0 ? 0 : (double)both / either, pair.Jaccard);
                Assert.Equal(members[i].Count == 0 ? null : (double)both / members[i].Count, pair.ShareOfFirst);
                Assert.Equal(members[j].Count == 0 ? null : (double)both / members[j].Count, pair.ShareOfSecond);
                Assert.True(pair.Lift is not double lift || Math.Abs(lift - (both / (double)members[i].Count / members[j].Count * table.Customers.Count)) < 1e-9);
                Assert.True(i >= j || overlap.Pairs.Contains(pair));
            }
        }

        return true;
    }).Check(Quick.Tests(100));

    [Fact]
    public void Describe_AndChart_ShowThePairs()
    {
        TraitTable table = TraitTable.Create(["a", "b", "c", "d"], null, [TraitColumn.Numbers("n", [1, 2, 3, 4])]);
        var n = new Trait("n");
        SegmentOverlap overlap = new SegmentEngine(new SegmentSet([new("low", n.AtMost(2)), new("even", n.IsOneOf(2, 4)), new("none", n.MoreThan(9))]), table.Schema).Evaluate(table).Overlap();

        Assert.Equal("low   even            1 in both  Jaccard 0.333  lift 1.00\n1 of 4 customers in none\n", overlap.Describe());
        Assert.Contains("{\"first\":\"low\",\"second\":\"none\",\"both\":0,\"jaccard\":0,\"lift\":null,\"shareOfFirst\":0}", overlap.ToVegaLite(), StringComparison.Ordinal);
        Assert.Contains("no segment 'odd'", Assert.Throws<ArgumentException>(() => overlap.Of("low", "odd")).Message, StringComparison.Ordinal);
    }
}
