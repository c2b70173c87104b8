namespace CustomerInsight;

/// <summary>The versions that a source gave under each key. Which one counts depends on the versions alone, never on their order.</summary>
internal sealed class VersionSet<T>(Comparison<T> preference, IEqualityComparer<T> sameness)
    where T : class
{
    private readonly Dictionary<RecordKey, T> _only = [];
    // Sets, so that a source that gives all its rows one key costs no more than any other.
    private readonly Dictionary<RecordKey, HashSet<T>> _several = [];

    public long Repeated { get; private set; }

    public int Count => _only.Count;

    /// <summary>How many versions gave way to another.</summary>
    public long Superseded => _several.Values.Sum(static versions => versions.Count - 1);

    public void Add(RecordKey key, T version)
    {
        if (_only.TryAdd(key, version))
        {
            return;
        }

        if (!_several.TryGetValue(key, out HashSet<T>? versions))
        {
            versions = new HashSet<T>(sameness) { _only[key] };
            _several.Add(key, versions);
        }

        if (!versions.Add(version))
        {
            Repeated++;
        }
    }

    public bool Remove(RecordKey key)
    {
        _several.Remove(key);
        return _only.Remove(key);
    }

    /// <summary>The version that counts under each key, in no particular order.</summary>
    public IEnumerable<T> Winners() =>
        _only.Select(pair => _several.TryGetValue(pair.Key, out HashSet<T>? versions)
            ? versions.Aggregate((best, version) => preference(version, best) > 0 ? version : best)
            : pair.Value);
}
