namespace CustomerInsight.Models.Tests;

public sealed class SegmentVerdictTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Lacks_AnyCondition_IsTheFewestAnswersToChange() => Prop.ForAll(Seeds, seed =>
    {
        var drawn = new DrawnSegments((ulong)seed);
        SegmentCondition condition = drawn.Condition(3, []);
        SegmentSet set = new([new("s", condition)]);
        var engine = new SegmentEngine(set, DrawnSegments.Schema);
        TraitTable table = drawn.Table(5);
        for (int row = 0; row < 5; row++)
        {
            SegmentVerdict verdict = engine.Explain(table.Row(row), "s");
            ConditionOutcome[] questions = [.. Flipped.Questions(verdict.Reason)];
            if (questions.Length > 9)
            {
                continue;
            }

            int? fewest = Enumerable.Range(0, 1 << questions.Length).Where(flips => Holds(verdict.Reason, questions, flips)).Select(flips => (int?)int.PopCount(flips)).Min();
            Assert.Equal(fewest is null or 0, verdict.Lacks.Count == 0);
            Assert.Equal(fewest ?? 0, verdict.Lacks.Count);
            int changed = verdict.Lacks.Sum(gap => 1 << Array.FindIndex(questions, question => question.Path == gap.Path));
            Assert.Equal(fewest is not null, Holds(verdict.Reason, questions, changed));
            Assert.All(verdict.Lacks, gap => Assert.NotEqual(gap.MustHold, questions.Single(question => question.Path == gap.Path).Holds));
        }

        return true;
    }).Check(Quick.Tests(500));

    [Fact]
    public void Distance_AnyQuestion_LeadsToTheOtherAnswer() => Prop.ForAll(Seeds, seed =>
    {
        var drawn = new DrawnSegments((ulong)seed);
        TraitCondition question = drawn.Question();
        TraitTable table = drawn.Table(10);
        foreach (SegmentCondition condition in new SegmentCondition[] { question, !question })
        {
            var engine = new SegmentEngine(new SegmentSet([new("s", condition)]), DrawnSegments.Schema);
            for (int row = 0; row < 10; row++)
            {
                if (engine.Explain(table.Row(row), "s").Lacks is not [{ Distance: double distance } gap])
                {
                    continue;
                }

                if (gap.Actual.Kind == TraitKind.Date)
                {
                    int days = gap.Actual.Date.DayNumber + (int)distance;
                    Assert.True(double.IsInteger(distance));
                    Assert.Equal(gap.MustHold, days < 0 || days > DateOnly.MaxValue.DayNumber ? gap.MustHold : PlainSegments.Holds(question, TraitValue.Of(DateOnly.FromDayNumber(days)), table.AsOf));
                    Assert.Equal(!gap.MustHold, PlainSegments.Holds(question, TraitValue.Of(DateOnly.FromDayNumber(days - Math.Sign(distance))), table.AsOf));
                }
                else
                {
                    double to = gap.Actual.Number + distance;
                    double rounding = 2 * (Math.BitIncrement(Math.Max(Math.Abs(to), Math.Abs(gap.Actual.Number))) - Math.Max(Math.Abs(to), Math.Abs(gap.Actual.Number)));
                    double[] limits = [to, .. question.Operands.Select(operand => operand.Number).Where(limit => Math.Abs(limit - to) <= rounding)];
                    double[] near = [.. limits.SelectMany(limit => new[] { limit, Math.BitIncrement(limit), Math.BitDecrement(limit) })];
                    Assert.Contains(near, value => double.IsInfinity(value) || PlainSegments.Holds(question, TraitValue.Of(value), table.AsOf) == gap.MustHold);
                }
            }
        }

        return true;
    }).Check(Quick.Tests(1_000));

    [Fact]
    public void Anniversary_OfTheDayItself_IsAYearLater()
    {
        DateOnly[] days = [DrawnSegments.AsOf, DrawnSegments.AsOf.AddDays(3), DrawnSegments.AsOf.AddYears(-1), DrawnSegments.AsOf.AddDays(-360), new(2023, 3, 1)];
        var engine = new SegmentEngine(new SegmentSet([new("s", new Trait("last").AnniversaryWithinNextDays(6))]), new TraitSchema([new("last", TraitKind.Date)]));
        TraitTable table = TraitTable.Create(["0", "1", "2", "3", "4"], DrawnSegments.AsOf, [TraitColumn.Dates("last", [.. days])]);

        Assert.Equal(["2", "3", "4"], engine.Evaluate(table).Members("s"));
        Assert.Equal(["2", "3", "4"], table.Customers.Where((_, row) => engine.SegmentsOf(table.Row(row)).Count == 1));
    }

    [Fact]
    public void Explain_NonMember_SaysWhyAndWhatIsLacking()
    {
        SegmentSet set = new(
        [
            new("Staff", new Trait("email").EndsWith("@shop.example")),
            new("Regulars", new Trait("orders").AtLeast(3) & new Trait("last").WithinLastDays(30) & (new Trait("country").Is("NL") | new Trait("revenue").MoreThan(1000)) & !SegmentCondition.InSegment("Staff")),
        ]);
        var engine = new SegmentEngine(set, DrawnSegments.Schema);
        var row = new TraitRow(
            DrawnSegments.Schema,
            [1, 1000, TraitValue.Missing, "x@shop.example", DrawnSegments.AsOf.AddDays(-42), TraitValue.Missing, true, TraitValue.OfTexts(["vip"])],
            DrawnSegments.AsOf);

        SegmentVerdict verdict = engine.Explain(row, "Regulars");

        Assert.False(verdict.IsMember);
        Assert.Equal([2, 12, null, null], verdict.Lacks.Select(gap => gap.Distance));
        Assert.Equal(["/segments/1/when/all/0", "/segments/1/when/all/1", "/segments/1/when/all/2/any/0", "/segments/0/when"], verdict.Lacks.Select(gap => gap.Path));
        Assert.Equal(
            """
            Not in segment 'Regulars'
              lacks: orders is at least 3 (it is 1: 2 more)
              lacks: last is within the last 30 days (it is 2024-01-16: 12 days later)
              lacks: country is 'NL' (it is not known)
              lacks: not (email ends with '@shop.example') (it is 'x@shop.example')
            - all of
              - orders is at least 3 (it is 1)
              - last is within the last 30 days (it is 2024-01-16)
              - at least one of
                - country is 'NL' (it is not known)
                - revenue is more than 1,000 (it is 1,000)
              - not
                + is in segment 'Staff'
                  + email ends with '@shop.example' (it is 'x@shop.example')
            """.ReplaceLineEndings("\n"),
            verdict.Explain());
        Assert.Equal("not in 'Regulars': lacks 4", verdict.ToString());
        Assert.StartsWith("In segment 'Staff'\n+ email", engine.Explain(row, "Staff").Explain(), StringComparison.Ordinal);
        Assert.DoesNotContain("shop", verdict.Lacks[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lacks_SeveralWaysOfOneTrait_TakesTheNearest()
    {
        SegmentCondition condition = new Trait("orders").Between(10, 12) | new Trait("orders").Is(1) | new Trait("country").Is("NL");
        var engine = new SegmentEngine(new SegmentSet([new("s", condition)]), DrawnSegments.Schema);
        TraitRow row = new(DrawnSegments.Schema, [3, .. Enumerable.Repeat(TraitValue.Missing, 7)], null);

        Assert.Equal(-2, Assert.Single(engine.Explain(row, "s").Lacks).Distance);
        Assert.Empty(new SegmentEngine(new SegmentSet([new("never", !SegmentCondition.Everyone)]), DrawnSegments.Schema).Explain(row, "never").Lacks);
    }

    private static bool Holds(ConditionOutcome outcome, ConditionOutcome[] questions, int flips) =>
        Flipped.Holds(outcome, path => (flips >> Array.FindIndex(questions, question => question.Path == path) & 1) != 0);
}
