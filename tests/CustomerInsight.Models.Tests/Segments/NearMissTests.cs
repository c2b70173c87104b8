using System.Globalization;

namespace CustomerInsight.Models.Tests;

public sealed class NearMissTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void NearMisses_AnySegment_AreThoseOneAnswerAway() => Prop.ForAll(Seeds, seed =>
    {
        var drawn = new DrawnSegments((ulong)seed);
        TraitTable table = drawn.Table(100);
        var engine = new SegmentEngine(drawn.Set(3), table.Schema);
        SegmentResult result = engine.Evaluate(table);
        foreach (SegmentDefinition segment in engine.Set.Segments)
        {
            SegmentVerdict[] verdicts = [.. table.Customers.Select(customer => result.Explain(segment.Name, customer)!)];
            ValueList<NearMissQuestion> found = result.NearMisses(segment.Name, int.MaxValue, 1);
            Assert.Equal(found, result.NearMisses(segment.Name, int.MaxValue, 3));
            Assert.Equal(Flipped.Questions(verdicts[0].Reason).Select(question => question.Path).Distinct(), found.Select(question => question.Path));
            foreach (NearMissQuestion question in found)
            {
                int[] expected = [.. Enumerable.Range(0, verdicts.Length).Where(i => !verdicts[i].IsMember && Flipped.Holds(verdicts[i].Reason, path => path == question.Path))];
                Assert.Equal(expected.Select(i => table.Customers[i]), question.Nearest.Select(miss => miss.Customer).Order(StringComparer.Ordinal));
                Assert.Equal(expected.Length, question.Customers);
                Assert.All(question.Nearest, miss => Assert.All(result.Explain(segment.Name, miss.Customer)!.Lacks.Where(gap => gap.Path == question.Path), gap => Assert.Equal(gap.Distance, miss.Distance)));
                Assert.Equal(question.Nearest.OrderBy(miss => Math.Abs(miss.Distance ?? double.PositiveInfinity)).ThenBy(miss => miss.Customer, StringComparer.Ordinal), question.Nearest);
            }
        }

        return true;
    }).Check(Quick.Tests(100));

    [Fact]
    public void NearMisses_Example_NamesTheNearestFirst()
    {
        TraitTable table = TraitTable.Create(["a", "b", "c", "d", "e"], null, [TraitColumn.Numbers("orders", [1, 2, 3, 2, double.NaN]), TraitColumn.Texts("country", ["NL", "NL", "BE", "NL", "NL"])]);
        SegmentResult result = new SegmentEngine(new SegmentSet([new("s", new Trait("orders").AtLeast(3) & new Trait("country").Is("NL"))]), table.Schema).Evaluate(table);

        ValueList<NearMissQuestion> found = result.NearMisses("s", most: 3);

        Assert.Equal([("/segments/0/when/all/0", 4), ("/segments/0/when/all/1", 1)], found.Select(question => (question.Path, question.Customers)));
        Assert.Equal([new("b", 1), new("d", 1), new("a", 2)], found[0].Nearest);
        Assert.Equal([new("c", null)], found[1].Nearest);
        Assert.Equal("4 by the answer to 'orders is at least 3' alone", found[0].ToString());
        Assert.Equal("off by 1", found[0].Nearest[0].ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => result.NearMisses("s", -1));
        Assert.Throws<ArgumentException>(() => result.NearMisses("t"));
    }

    /// <summary>Law L17: no text depends on the culture.</summary>
    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void Everything_OtherCulture_ReadsTheSame(string culture)
    {
        string[] expected = Texts();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Texts()
    {
        var drawn = new DrawnSegments(7);
        SegmentSet set = drawn.Set(6);
        TraitTable table = drawn.Table(400);
        SegmentResult result = new SegmentEngine(set, table.Schema).Evaluate(table);
        string first = set.Segments[0].Name;
        var wrong = new SegmentSet([new("a", new Trait("orders").Between(1234.5, 0.5) & new Trait("last").WithinLastDays(-1000) & new Trait("height").IsKnown())]);
        return
        [
            set.ToJson(), result.Describe(), result.ToVegaLite(), result.Overlap().Describe(), result.Overlap().ToVegaLite(), result.ToString(), table.ToString(), table.Row(3).ToString(),
            .. set.Segments.SelectMany(segment => new[] { segment.When.Describe(), result.Explain(segment.Name, table.Customers[5])!.Explain(), result.Explain(segment.Name, table.Customers[5])!.ToString() }),
            .. set.Segments.Select(segment => result.Differences(segment.Name).Describe() + result.Differences(segment.Name).ToVegaLite()),
            .. result.NearMisses(first).Select(question => question.ToString()),
            .. wrong.Validate(table.Schema).Select(problem => problem.ToString()),
        ];
    }
}
