namespace CustomerInsight.Models.Tests;

public sealed class SegmentEngineTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Evaluate_AnySegments_AgreesWithThePlainDefinition() => Prop.ForAll(Seeds, seed =>
    {
        var drawn = new DrawnSegments((ulong)seed);
        SegmentSet set = drawn.Set(5);
        TraitTable table = drawn.Table(150, asOf: seed % 8 != 0);
        var engine = new SegmentEngine(set, DrawnSegments.Schema);
        SegmentResult result = engine.Evaluate(table, 1);
        for (int row = 0; row < table.Customers.Count; row++)
        {
            TraitRow customer = table.Row(row);
            string[] expected = [.. set.Segments.Where(segment => PlainSegments.Holds(set, segment.When, customer)).Select(segment => segment.Name)];
            Assert.Equal(expected, result.SegmentsOf(table.Customers[row]));
            Assert.Equal(expected, engine.SegmentsOf(customer));
            Assert.Equal(expected, engine.Explain(customer).Where(verdict => verdict.IsMember).Select(verdict => verdict.Segment));
        }
    }).Check(Quick.Tests(150));

    [Fact]
    public void Evaluate_EveryOperator_AgreesWithThePlainDefinition()
    {
        var drawn = new DrawnSegments(5);
        TraitTable table = drawn.Table(130);
        TraitCondition[] questions = [.. Enumerable.Range(0, 3_000).Select(_ => drawn.Question())];
        Assert.Equal(Enum.GetValues<TraitOperator>(), questions.Select(question => question.Operator).Distinct().Order());
        var set = new SegmentSet([.. questions.Select((question, i) => new SegmentDefinition($"{i}", question))]);

        SegmentResult result = new SegmentEngine(set, DrawnSegments.Schema).Evaluate(table);

        TraitRow[] rows = [.. Enumerable.Range(0, table.Customers.Count).Select(table.Row)];
        for (int i = 0; i < questions.Length; i++)
        {
            Assert.Equal(rows.Where(row => PlainSegments.Holds(set, questions[i], row)).Select(row => row.Customer), result.Members($"{i}"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(16_383)]
    [InlineData(16_385)]
    [InlineData(40_000)]
    public void Evaluate_AnyNumberOfCustomersAndThreads_IsTheSame(int customers)
    {
        var drawn = new DrawnSegments(9);
        SegmentSet set = drawn.Set(8);
        TraitTable table = drawn.Table(customers);
        var engine = new SegmentEngine(set, table.Schema);

        SegmentResult result = engine.Evaluate(table, 1);

        Assert.Equal(result, engine.Evaluate(table, 3));
        Assert.Equal(result.GetHashCode(), engine.Evaluate(table).GetHashCode());
        Assert.All(set.Segments, segment =>
        {
            string[] members = [.. result.Members(segment.Name)];
            SegmentSize size = result.Sizes.Single(size => size.Segment == segment.Name);
            Assert.Equal(members.Length, size.Customers);
            Assert.Equal(customers == 0 ? 0 : (double)members.Length / customers, size.Share);
            Assert.All(members.Take(50), member => Assert.True(result.IsMember(segment.Name, member)));
            Assert.False(result.IsMember(segment.Name, "nobody"));
        });
        Assert.Empty(result.SegmentsOf("nobody"));
    }

    [Fact]
    public void Evaluate_SetsOfManyTexts_AreAskedLikeThoseOfFew()
    {
        var random = new SeededRandom(4);
        string[][] sets = [.. Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, random.Next(4)).Select(_ => $"t{random.Next(90)}").Distinct().ToArray())];
        TraitTable table = TraitTable.Create([.. Enumerable.Range(0, 300).Select(i => $"c{i:D3}")], null, [TraitColumn.TextSets("tags", sets)]);
        var tags = new Trait("tags");
        SegmentResult result = new SegmentEngine(new SegmentSet([new("any", tags.HasAny("t3", "t70", "T71") with { IgnoreCase = true }), new("none", tags.HasNone("t5", "t6"))]), table.Schema).Evaluate(table);

        Assert.Equal(table.Customers.Where((_, i) => sets[i].Intersect(["t3", "t70", "t71"]).Any()), result.Members("any"));
        Assert.Equal(table.Customers.Where((_, i) => !sets[i].Intersect(["t5", "t6"]).Any()), result.Members("none"));
    }

    [Fact]
    public void Evaluate_TableWithMoreTraitsInAnotherOrder_IsTheSame()
    {
        var drawn = new DrawnSegments(3);
        SegmentSet set = drawn.Set(6);
        TraitTable table = drawn.Table(200);
        TraitTable other = TraitTable.Create([.. table.Customers], table.AsOf, [TraitColumn.Numbers("more", new double[200]), .. table.Columns.Reverse()]);
        var engine = new SegmentEngine(set, table.Schema);

        SegmentResult result = engine.Evaluate(other);

        Assert.Equal(engine.Evaluate(table).Sizes, result.Sizes);
        Assert.NotEqual(engine.Evaluate(table), result);
        Assert.Equal(engine.Explain(table.Row(7)), engine.Explain(other.Row(7)));
    }

    [Fact]
    public void Engine_ThatCannotBe_SaysWhere()
    {
        var set = new SegmentSet([new("a", new Trait("orders").AtLeast(3)), new("b", new Trait("height").AtLeast(3))]);

        Assert.Contains("/segments/1/when/trait: There is no trait 'height'", Assert.Throws<ArgumentException>(() => new SegmentEngine(set, DrawnSegments.Schema)).Message, StringComparison.Ordinal);
        var engine = new SegmentEngine(new SegmentSet([set.Segments[0]]), DrawnSegments.Schema);
        var other = TraitTable.Create([], null, [TraitColumn.Texts("orders", [])]);
        Assert.Contains("'atLeast' cannot be asked of trait 'orders'", Assert.Throws<ArgumentException>(() => engine.Evaluate(other)).Message, StringComparison.Ordinal);
        Assert.Contains("no segment 'c'", Assert.Throws<ArgumentException>(() => engine.Explain(new DrawnSegments(1).Table(1).Row(0), "c")).Message, StringComparison.Ordinal);
        Assert.Contains("no segment 'c'", Assert.Throws<ArgumentException>(() => engine.Evaluate(new DrawnSegments(1).Table(1)).Members("c")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Evaluate(new DrawnSegments(1).Table(1), -1));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => engine.Evaluate(new DrawnSegments(1).Table(1), 0, stopped.Token));
    }
}
