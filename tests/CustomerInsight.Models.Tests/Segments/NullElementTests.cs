namespace CustomerInsight.Models.Tests;

/// <summary>Elements that are null: refused with their position, or named as a problem at their place.</summary>
public sealed class NullElementTests
{
    private static readonly TraitSchema Schema = new([new("orders", TraitKind.Number)]);

    [Fact]
    public void Traits_NullElement_IsRefusedByPosition()
    {
        Refused("Column 1 ", () => TraitTable.Create(["a"], null, [TraitColumn.Numbers("orders", [1]), null!]));
        Refused("Customer 1 ", () => TraitTable.Create(["a", null!], null, []));
        Refused("Trait 1 ", () => new TraitSchema([new("a", TraitKind.Text), null!]));
        Refused("Trait 0 ", () => new TraitSchema([new(null!, TraitKind.Text)]));
        Refused("Trait 0 ", () => TraitTable.Create(["a"], null, [TraitColumn.Numbers(null!, [1])]));
        Refused("Row 1 ", () => TraitMap.For<string>(text => text).Number("length", text => text.Length).From(["a", null!], null));
        Refused("Provider 1 ", () => new SegmentStage(null, [new NoTraits(), null!]));
        Refused("row", () => TraitMap.For<string>(text => text).Number("length", text => text.Length).Row(null!, null));
        Refused("values", () => TraitColumn.Numbers("a", null!));
        Refused("names", () => TraitMap.For<string>(text => text).Personal([null!]));
        Assert.Single(TraitColumn.TextSets("tags", [[null, "x", null]])[0].Texts);
    }

    [Fact]
    public void Segments_NullElement_IsAProblemAtItsPlace()
    {
        var set = new SegmentSet(
        [
            null!, new("a", null!), new("b", new AllCondition([null!])), new("c", new AnyCondition([null!])), new("d", SegmentCondition.Not(null!)), new("e", SegmentCondition.InSegment(null!)),
            new("f", new TraitCondition(null!, TraitOperator.IsKnown)), new("g", new TraitCondition("orders", TraitOperator.Is, [default(TraitValue)])),
        ]);

        Assert.Equal(
            [
                "/segments/0/name", "/segments/1/when", "/segments/2/when/all/0", "/segments/3/when/any/0", "/segments/4/when/not", "/segments/5/when/segment", "/segments/6/when/trait", "/segments/7/when/is",
            ],
            set.Validate(Schema).Select(problem => problem.Path));
        Assert.All(set.Segments.Skip(2), segment => Assert.NotNull(segment.When.Describe()));
        Assert.Null(SegmentSet.TryParse(new SegmentSet([null!, .. set.Segments.Skip(1).Take(3)]).ToJson(), out ValueList<SegmentProblem> problems));
        Assert.Equal(["/segments/0", "/segments/1/when", "/segments/2/when/all/0", "/segments/3/when/any/0"], problems.Select(problem => problem.Path));
        Refused("/segments/0/name", () => new SegmentEngine(set, Schema));
        Refused("/segments/0/name", () => new SegmentStage(new SegmentOptions { Segments = set }));
    }

    private static void Refused(string place, Func<object> make) => Assert.Contains(place, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);

    private sealed class NoTraits : ITraitProvider
    {
        public ValueTask<TraitTable> GetTraitsAsync(InsightContext context, CancellationToken cancellationToken) => ValueTask.FromResult(TraitTable.Empty);
    }
}
