namespace CustomerInsight.Models;

internal sealed class StayTriggerFile
{
    public required int Days { get; init; }
}
