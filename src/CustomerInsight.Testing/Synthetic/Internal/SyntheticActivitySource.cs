using System.Runtime.CompilerServices;

namespace CustomerInsight.Testing;

/// <summary>One source's activities out of those of all sources.</summary>
internal sealed class SyntheticActivitySource(string name, IReadOnlyList<CustomerActivity> activities) : IActivitySource
{
    public string Name => name;

    public async IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = ListCursor.Read(after, activities.Count, name); i < activities.Count; i++)
        {
            if (activities[i].Key.Source == name)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return ActivityChange.Append(activities[i], ListCursor.After(i));
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
