namespace CustomerInsight.Models.Tests;

public sealed class SegmentSetTests
{
    private static readonly Trait Orders = new("orders");
    private static readonly Trait Country = new("country");
    private static readonly Trait Last = new("last");

    public static TheoryData<SegmentCondition, string, string> Wrong => new()
    {
        { new Trait("height").Is(3), "/trait", SegmentProblemCodes.UnknownTrait },
        { new Trait(" ").Is(3), "/trait", SegmentProblemCodes.UnknownTrait },
        { Orders.Contains("x"), "/contains", SegmentProblemCodes.OperatorDoesNotFit },
        { Orders.WithinLastDays(3), "/withinLastDays", SegmentProblemCodes.OperatorDoesNotFit },
        { new Trait("tags").Is("vip"), "/is", SegmentProblemCodes.OperatorDoesNotFit },
        { new Trait("letter").AtLeast(true), "/atLeast", SegmentProblemCodes.OperatorDoesNotFit },
        { Orders.Is("three"), "/is", SegmentProblemCodes.OperandKind },
        { Orders.Is(new DateOnly(2024, 1, 1)), "/is", SegmentProblemCodes.OperandKind },
        { Orders.AtLeast(double.NaN), "/atLeast", SegmentProblemCodes.OperandKind },
        { Country.Is(3), "/is", SegmentProblemCodes.OperandKind },
        { Country.Is(" "), "/is", SegmentProblemCodes.OperandKind },
        { Last.AtLeast("yesterday"), "/atLeast", SegmentProblemCodes.OperandKind },
        { Last.WithinLastDays(-1), "/withinLastDays", SegmentProblemCodes.Days },
        { new TraitCondition("last", TraitOperator.WithinLastDays, [1.5]), "/withinLastDays", SegmentProblemCodes.Days },
        { Last.AnniversaryWithinNextDays(366), "/anniversaryWithinNextDays", SegmentProblemCodes.Days },
        { Country.IsOneOf(), "/isOneOf", SegmentProblemCodes.OperandCount },
        { Country.IsOneOf("NL", 3), "/isOneOf/1", SegmentProblemCodes.OperandKind },
        { new TraitCondition("orders", TraitOperator.Between, [1]), "/between", SegmentProblemCodes.OperandCount },
        { new TraitCondition("orders", TraitOperator.IsKnown, [1]), "/isKnown", SegmentProblemCodes.OperandCount },
        { new TraitCondition("orders", (TraitOperator)99, [1]), "", SegmentProblemCodes.UnknownProperty },
        { Orders.Between(3, 2), "/between", SegmentProblemCodes.LimitsReversed },
        { Last.Between(new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 1)), "/between", SegmentProblemCodes.LimitsReversed },
        { Orders.Is(3) with { IgnoreCase = true }, "/ignoreCase", SegmentProblemCodes.NothingToIgnore },
        { Orders.IsKnown() with { IgnoreCase = true }, "/ignoreCase", SegmentProblemCodes.NothingToIgnore },
        { new AnyCondition([]), "/any", SegmentProblemCodes.EmptyAny },
        { SegmentCondition.InSegment("t"), "/segment", SegmentProblemCodes.UnknownSegment },
        { SegmentCondition.InSegment("s"), "/segment", SegmentProblemCodes.Circle },
        { SegmentCondition.All(Orders.Is(1), !Orders.Contains("x")), "/all/1/not/contains", SegmentProblemCodes.OperatorDoesNotFit },
        { SegmentCondition.Any(Orders.Is(1), null!), "/any/1", SegmentProblemCodes.NotOneCondition },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_WrongCondition_SaysPlaceAndRemedy(SegmentCondition condition, string path, string code)
    {
        SegmentProblem problem = Assert.Single(new SegmentSet([new("s", condition)]).Validate(DrawnSegments.Schema));

        Assert.Equal("/segments/0/when" + path, problem.Path);
        Assert.Equal(code, problem.Code);
        Assert.Matches(@"(Expected|Use|Name|Add|Say|Take|Exchange|Write) ", problem.Message);
    }

    [Fact]
    public void Validate_WithoutTraits_FindsWhatIsWrongAnyway()
    {
        SegmentSet set = new([new("s", new Trait("height").Is(3)), new("t", new Trait("height").AtLeast("x")), new("u", new Trait("height").Contains("x") with { IgnoreCase = true })]);

        SegmentProblem problem = Assert.Single(set.Validate());
        Assert.Equal("/segments/1/when/atLeast", problem.Path);
    }

    [Fact]
    public void Validate_NamesAndCircles_AreFound()
    {
        SegmentSet set = new(
        [
            new("a", SegmentCondition.InSegment("b")), new("b", !SegmentCondition.All(SegmentCondition.InSegment("c"))), new("c", SegmentCondition.InSegment("a") | SegmentCondition.InSegment("d")),
            new("d", SegmentCondition.Everyone), new("d", SegmentCondition.Everyone), new("", SegmentCondition.Everyone), new("e", null!),
        ]);

        Assert.Equal(
            [
                ("/segments/4/name", SegmentProblemCodes.SameName), ("/segments/5/name", SegmentProblemCodes.NoName), ("/segments/6/when", SegmentProblemCodes.NotOneCondition),
                ("/segments/2/when/any/0/segment", SegmentProblemCodes.Circle),
            ],
            set.Validate().Select(problem => (problem.Path, problem.Code)));
    }

    [Fact]
    public void Describe_Example_ReadsAsASentence()
    {
        SegmentCondition condition = Orders.AtLeast(3) & (Country.IsOneOf("NL", "BE") | Last.MoreThanDaysAgo(1)) & !SegmentCondition.InSegment("Staff") & Orders.Between(1, 2000.5) & Last.IsKnown();

        Assert.Equal("orders is at least 3 and (country is one of 'NL', 'BE' or last is longer ago than 1 day) and not (is in segment 'Staff') and orders is between 1 and 2,000.5 and last is known", condition.Describe());
        Assert.Equal(condition.Describe(), condition.ToString());
        Assert.Equal("everyone", SegmentCondition.Everyone.Describe());
    }

    [Fact]
    public void Operators_OfConditions_JoinFlat()
    {
        Assert.Equal(3, Assert.IsType<AllCondition>(Orders.Is(1) & Orders.Is(2) & Orders.Is(3)).Conditions.Count);
        Assert.Equal(3, Assert.IsType<AnyCondition>(Orders.Is(1) | (Orders.Is(2) | Orders.Is(3))).Conditions.Count);
        Assert.Equal(SegmentCondition.Not(Orders.Is(1)), !Orders.Is(1));
        Assert.Equal(Country.Is("2024-12-31"), Country.Is(new DateOnly(2024, 12, 31)));
        Assert.NotEqual(Country.Is("nl"), Country.Is("nl") with { IgnoreCase = true });
    }

    [Fact]
    public void TraitOperators_Each_IsFoundByItsNameAndAskedOfSomeKind()
    {
        Assert.Equal(Enum.GetValues<TraitOperator>(), TraitOperators.All.Select(definition => definition.Operator));
        Assert.All(TraitOperators.All, definition =>
        {
            Assert.Same(definition, TraitOperators.Find(definition.Name));
            Assert.Same(definition, TraitOperators.Of(definition.Operator));
            Assert.All(definition.Kinds, kind => Assert.Contains(definition, TraitOperators.For(kind)));
        });
        Assert.Null(TraitOperators.Find("atleast"));
        Assert.Throws<ArgumentOutOfRangeException>(() => TraitOperators.Of((TraitOperator)(-1)));
    }
}
