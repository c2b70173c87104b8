namespace CustomerInsight.Testing;

/// <summary>One source's activities out of those of all sources.</summary>
internal sealed class SyntheticActivitySource(string name, IReadOnlyList<CustomerActivity> activities) : IActivitySource
{
    public string Name => name;

    public IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) =>
        Read(ListCursor.Read(after, activities.Count, name), cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ActivityChange> Read(int first, CancellationToken cancellationToken)
    {
        for (int i = first; i < activities.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (activities[i].Key.Source == name)
            {
                yield return ActivityChange.Append(activities[i], ListCursor.After(i));
            }
        }
    }
}
