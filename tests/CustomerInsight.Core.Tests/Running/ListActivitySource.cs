namespace CustomerInsight.Core.Tests;

/// <summary>A source of changes in memory.</summary>
internal sealed class ListActivitySource(string name, params ActivityChange[] changes) : IActivitySource
{
    public string Name => name;

    public static ListActivitySource Of(string name, IEnumerable<CustomerActivity> activities) => new(name, [.. activities.Select(activity => ActivityChange.Append(activity))]);

    public IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) => changes.ToAsyncEnumerable();
}
