using Microsoft.Extensions.Logging;

namespace CustomerInsight;

/// <summary>All log messages of Core; event ids 1000 to 1999.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1000, Level = LogLevel.Debug, Message = "Stage {Stage} took {Milliseconds:0} ms")]
    public static partial void StageDone(ILogger logger, string stage, double milliseconds);

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Run done: {Records} records, {Profiles} profiles, {Customers} customers")]
    public static partial void RunDone(ILogger logger, int records, int profiles, int customers);
}
