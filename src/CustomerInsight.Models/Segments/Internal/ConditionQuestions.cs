namespace CustomerInsight.Models;

/// <summary>The questions of a condition, each with its place; those of segments that it asks for are not among them.</summary>
internal static class ConditionQuestions
{
    public static IEnumerable<(string Path, SegmentCondition Question)> Of(SegmentCondition condition, string path) => condition switch
    {
        AllCondition all => Of(all.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.All)),
        AnyCondition any => Of(any.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.Any)),
        NotCondition not => Of(not.Condition, SegmentJsonNames.Below(path, SegmentJsonNames.Not)),
        _ => [(path, condition)],
    };

    private static IEnumerable<(string Path, SegmentCondition Question)> Of(ValueList<SegmentCondition> conditions, string path) =>
        conditions.SelectMany((condition, i) => Of(condition, SegmentJsonNames.Below(path, i)));
}
