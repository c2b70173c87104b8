namespace CustomerInsight.Models.Tests;

/// <summary>Segments that ask for segments that ask for segments: the work grows with the set, and no set ends the process.</summary>
public sealed class SegmentChainTests
{
    private static readonly Trait Orders = new("orders");
    private static readonly TraitTable Table = TraitTable.Create(["a", "b", "c"], null, [TraitColumn.Numbers("orders", [1, 2, double.NaN])]);

    [Fact]
    public void EverySegmentTwiceAsked_LongestChain_IsExplainedOnce()
    {
        SegmentSet set = Chain(SegmentSet.MostChain, below => below & !(below & Orders.AtLeast(9)));
        var engine = new SegmentEngine(set, Table.Schema);
        SegmentResult result = engine.Evaluate(Table);
        string last = set.Segments[^1].Name;

        SegmentVerdict verdict = result.Explain(last, "a")!;

        Assert.Equal(["b"], result.Members(last));
        Assert.Equal(["/segments/0/when"], verdict.Lacks.Select(gap => gap.Path));
        Assert.Equal(1, Assert.Single(verdict.Lacks).Distance);
        Assert.Equal(1 + (6 * (SegmentSet.MostChain - 1)), verdict.Reason.Explain().Split('\n').Length);
        Assert.Equal(verdict, result.Explain(last, "a"));
        Assert.Equal(verdict.GetHashCode(), engine.Explain(Table.Row(0))[^1].GetHashCode());
        ValueList<NearMissQuestion> near = result.NearMisses(last);
        Assert.Equal(SegmentSet.MostChain, near.Count);
        Assert.Equal(("/segments/0/when", 2), near.Where(question => question.Customers > 0).Select(question => (question.Path, question.Customers)).Single());
        Assert.Equal(set.Segments.Count, engine.SegmentsOf(Table.Row(1)).Count);
    }

    [Fact]
    public void EitherOrNot_LongestChain_IsEveryone()
    {
        SegmentSet set = Chain(SegmentSet.MostChain, static below => below | !below);
        SegmentResult result = new SegmentEngine(set, Table.Schema).Evaluate(Table);

        Assert.Equal(["a", "b", "c"], result.Members(set.Segments[^1].Name));
        SegmentVerdict verdict = result.Explain(set.Segments[^1].Name, "c")!;
        Assert.True(verdict.IsMember);
        Assert.Contains("(as above)", verdict.Explain(), StringComparison.Ordinal);
        Assert.All(result.NearMisses(set.Segments[^1].Name), question => Assert.Equal(0, question.Customers));
    }

    [Fact]
    public void Validate_ChainTooLong_SaysWhere()
    {
        Assert.Empty(Chain(SegmentSet.MostChain, static below => !below).Validate());
        SegmentSet set = Chain(SegmentSet.MostChain + 3, static below => !below);

        SegmentProblem problem = Assert.Single(set.Validate());

        Assert.Equal(($"/segments/{SegmentSet.MostChain}/when/not/segment", SegmentProblemCodes.ChainTooLong), (problem.Path, problem.Code));
        Assert.Contains("More than 16 segments", Assert.Throws<ArgumentException>(() => new SegmentEngine(set, Table.Schema)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Validate_ChainWithoutEnd_DoesNotEndTheProcess(bool circle) => OnSmallStack(() =>
    {
        const int Length = 50_000;
        SegmentSet set = Chain(Length, static below => !below);
        set = new SegmentSet([.. set.Segments.Reverse().Select(segment => circle && segment.When is TraitCondition ? segment with { When = SegmentCondition.InSegment($"s{Length - 1}") } : segment)]);

        Assert.Equal(
            circle ? [SegmentProblemCodes.Circle, SegmentProblemCodes.ChainTooLong] : [SegmentProblemCodes.ChainTooLong],
            set.Validate(Table.Schema).Select(problem => problem.Code));
    });

    [Fact]
    public void DeepestSoundSet_IsEvaluatedAndExplained() => OnSmallStack(() =>
    {
        SegmentSet set = Chain(SegmentSet.MostChain, below => Enumerable.Range(0, SegmentSet.MostDepth).Aggregate(below, static (condition, i) => i % 2 == 0 ? !condition : SegmentCondition.All(condition)));
        var engine = new SegmentEngine(set, Table.Schema);
        SegmentResult result = engine.Evaluate(Table);
        string last = set.Segments[^1].Name;

        Assert.Equal(["b"], result.Members(last));
        Assert.Equal(1, Assert.Single(result.Explain(last, "a")!.Lacks).Distance);
        Assert.Equal(result.Explain(last, "a"), result.Explain(last, "a"));
        Assert.Equal(2, result.NearMisses(last).Single().Customers);
        Assert.Equal(set, SegmentSet.FromJson(set.ToJson()));
    });

    private static SegmentSet Chain(int length, Func<SegmentCondition, SegmentCondition> next) => new(
    [
        new("s0", Orders.AtLeast(2)),
        .. Enumerable.Range(1, length - 1).Select(i => new SegmentDefinition($"s{i}", next(SegmentCondition.InSegment($"s{i - 1}")))),
    ]);

    /// <summary>Runs with the smallest stack that threads usually have.</summary>
    private static void OnSmallStack(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action), 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
