namespace CustomerInsight.Matching;

/// <summary>Records that are one node for clustering: all that say the same, or some of them where a person or a duplicate-free source tells them apart.</summary>
internal sealed class GraphNode(LiveContent content, List<LiveRecord>? own = null)
{
    public LiveContent Content => content;

    /// <summary>The first record in canonical order.</summary>
    public LiveRecord First => own is null ? content[0] : own[0];

    public int Count => own?.Count ?? content.Count;

    public LiveRecord this[int index] => own is null ? content[index] : own[index];

    /// <summary>Adds the records to a list, in canonical order.</summary>
    public void AddTo(List<LiveRecord> records)
    {
        if (own is null)
        {
            content.AddTo(records);
        }
        else
        {
            records.AddRange(own);
        }
    }
}
