namespace CustomerInsight.Models;

/// <summary>Turns a sound condition into a test of the rows of a table.</summary>
internal static class ConditionRows
{
    public static RowTest Of(SegmentCondition condition, TraitTable table, Func<string, ulong[]> members) => condition switch
    {
        AllCondition all => Joined(all.Conditions, table, members, all: true),
        AnyCondition any => Joined(any.Conditions, table, members, all: false),
        NotCondition not => new NotRows(Of(not.Condition, table, members)),
        InSegmentCondition inSegment => new BitmapRows(members(inSegment.Segment)),
        TraitCondition question => QuestionRows.Of(question, table[question.Trait]!, table.AsOf),
        _ => throw new InvalidOperationException($"{condition.GetType().Name} is no condition that rows can be asked."),
    };

    private static RowTest Joined(ValueList<SegmentCondition> conditions, TraitTable table, Func<string, ulong[]> members, bool all) => conditions.Count switch
    {
        0 => new AllRows(),
        1 => Of(conditions[0], table, members),
        _ => new JoinedRows(all, [.. conditions.Select(condition => Of(condition, table, members))]),
    };
}
