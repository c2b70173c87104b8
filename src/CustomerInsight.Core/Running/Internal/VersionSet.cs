namespace CustomerInsight;

/// <summary>The versions that one source gave under each id. Which one counts depends on the versions alone, never on their order.</summary>
internal sealed class VersionSet<T>(Comparison<T> preference, IEqualityComparer<T> sameness)
    where T : class
{
    private readonly TextTable _ids = new();

    // By the id's number; null where all versions were removed.
    private readonly ChunkedList<T?> _only = new();

    // Sets, so that a source that gives all its rows one key costs no more than any other.
    private readonly Dictionary<int, HashSet<T>> _several = [];

    public long Repeated { get; private set; }

    public int Count { get; private set; }

    /// <summary>How many versions gave way to another.</summary>
    public long Superseded => _several.Values.Sum(static versions => versions.Count - 1);

    public void Add(string id, T version)
    {
        int number = _ids.Add(id);
        if (number == _only.Count)
        {
            _only.Add(null);
        }

        if (_only[number] is not { } first)
        {
            _only[number] = version;
            Count++;
        }
        else
        {
            AddFurther(number, first, version);
        }
    }

    public bool Remove(string id)
    {
        int number = _ids.Find(id);
        if (number < 0 || _only[number] is null)
        {
            return false;
        }

        _several.Remove(number);
        _only[number] = null;
        Count--;
        return true;
    }

    /// <summary>The version that counts under each id, in no particular order.</summary>
    public T[] Winners()
    {
        var winners = new T[Count];
        int next = 0;
        for (int number = 0; number < _only.Count; number++)
        {
            if (_only[number] is { } only)
            {
                winners[next++] = _several.TryGetValue(number, out HashSet<T>? versions)
                    ? versions.Aggregate((best, version) => preference(version, best) > 0 ? version : best)
                    : only;
            }
        }

        return winners;
    }

    private void AddFurther(int number, T first, T version)
    {
        if (!_several.TryGetValue(number, out HashSet<T>? versions))
        {
            versions = new HashSet<T>(sameness) { first };
            _several.Add(number, versions);
        }

        if (!versions.Add(version))
        {
            Repeated++;
        }
    }
}
