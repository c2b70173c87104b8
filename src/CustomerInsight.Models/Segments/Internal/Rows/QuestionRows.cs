namespace CustomerInsight.Models;

/// <summary>Turns a question into a test of the rows of a column; it answers as <see cref="QuestionAnswer"/> does.</summary>
internal static class QuestionRows
{
    private const int MostRangesOneByOne = 16;
    private const int No = 1;
    private const int Yes = 2;
    private const int Unknown = 4;

    public static RowTest Of(TraitCondition question, TraitColumn column, DateOnly? asOf) => column switch
    {
        NumberColumn numbers => question.Operator == TraitOperator.IsMissing ? new NotRows(Of(numbers, ValueRanges.All)) : Of(numbers, Ranges(question, asOf)),
        DateColumn days => question.Operator switch
        {
            TraitOperator.IsMissing => new NotRows(Of(days, ValueRanges.All)),
            TraitOperator.AnniversaryWithinNextDays => Anniversaries(question, days, asOf),
            _ => Of(days, Ranges(question, asOf)),
        },
        TextColumn texts => new TextRows(texts, question.Operator == TraitOperator.IsMissing, QuestionTexts.Of(question) ?? (static _ => false)),
        FlagColumn flags => new FlagRows(flags, Wanted(question)),
        _ => Of(question, (TextSetColumn)column),
    };

    private static ValueRanges Ranges(TraitCondition question, DateOnly? asOf) => QuestionRanges.Of(question, asOf) ?? ValueRanges.None;

    private static RowTest Of(NumberColumn column, ValueRanges ranges) => Joined(
        ranges, range => new NumberRows(column, range), row => ranges.Contains(column.Values[row]));

    private static RowTest Of(DateColumn column, ValueRanges ranges) => Joined(
        ranges, range => new DayRows(column, range), row => !column.IsMissing(row) && ranges.Contains(column.Days[row]));

    private static RowTest Joined(ValueRanges ranges, Func<ValueRange, RowTest> test, Func<int, bool> holds)
    {
        RowTest[] tests = ranges.Ranges.Length <= MostRangesOneByOne ? Array.ConvertAll(ranges.Ranges.ToArray(), range => test(range)) : [new PredicateRows(holds)];
        return tests.Length switch
        {
            0 => new NotRows(new AllRows()),
            1 => tests[0],
            _ => new JoinedRows(all: false, tests),
        };
    }

    private static RowTest Anniversaries(TraitCondition question, DateColumn column, DateOnly? asOf)
    {
        if (asOf is not DateOnly day)
        {
            return new NotRows(new AllRows());
        }

        var wanted = new AnniversaryDays(day, (int)question.Operands[0].Number);
        return new PredicateRows(row => !column.IsMissing(row) && wanted.Falls(DateOnly.FromDayNumber(column.Days[row])));
    }

    private static int Wanted(TraitCondition question) => question.Operator switch
    {
        TraitOperator.Is => question.Operands[0].Flag ? Yes : No,
        TraitOperator.IsNot => question.Operands[0].Flag ? No : Yes,
        TraitOperator.IsMissing => Unknown,
        _ => No | Yes,
    };

    private static RowTest Of(TraitCondition question, TextSetColumn column)
    {
        RowTest Known() => new PredicateRows(row => !column.IsMissing(row));
        return question.Operator switch
        {
            TraitOperator.IsKnown => Known(),
            TraitOperator.IsMissing => new NotRows(Known()),
            TraitOperator.HasAll => new JoinedRows(all: true, [.. question.Operands.Select(operand => Holds(operand, question.IgnoreCase))]),
            TraitOperator.HasNone => new JoinedRows(all: true, [Known(), new NotRows(new TextSetRows(column, QuestionTexts.Of(question)!))]),
            _ => new TextSetRows(column, QuestionTexts.Of(question)!),
        };

        RowTest Holds(TraitValue operand, bool ignoreCase) =>
            new TextSetRows(column, QuestionTexts.Of(new TraitCondition(question.Trait, TraitOperator.HasAny, [operand]) { IgnoreCase = ignoreCase })!);
    }
}
