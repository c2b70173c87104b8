namespace CustomerInsight.Models;

/// <summary>Turns sound conditions into tests of the rows of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="members">Gives the members of a segment that is asked for.</param>
/// <param name="turned">The place of a question whose answer is turned round; null for none.</param>
internal sealed class ConditionRows(TraitTable table, Func<string, ulong[]> members, string? turned = null)
{
    public RowTest Of(SegmentCondition condition, string path)
    {
        switch (condition)
        {
            case AllCondition all:
                return Joined(all.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.All), all: true);
            case AnyCondition any:
                return Joined(any.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.Any), all: false);
            case NotCondition not:
                return new NotRows(Of(not.Condition, SegmentJsonNames.Below(path, SegmentJsonNames.Not)));
            case InSegmentCondition asked:
                return new BitmapRows(members(asked.Segment));
            default:
                var question = (TraitCondition)condition;
                RowTest test = QuestionRows.Of(question, table[question.Trait]!, table.AsOf);
                return path == turned ? new NotRows(test) : test;
        }
    }

    private RowTest Joined(ValueList<SegmentCondition> conditions, string path, bool all) => conditions.Count switch
    {
        0 => new AllRows(),
        1 => Of(conditions[0], SegmentJsonNames.Below(path, 0)),
        _ => new JoinedRows(all, [.. conditions.Select((condition, i) => Of(condition, SegmentJsonNames.Below(path, i)))]),
    };
}
