namespace CustomerInsight;

/// <summary>The versions that one source gave under each id. Which one counts depends on the versions alone, never on their order.</summary>
/// <param name="idOf">The id under which a version was added.</param>
/// <param name="preference">Which of two versions counts.</param>
/// <param name="sameness">Whether two versions are one.</param>
internal sealed class VersionSet<T>(Func<T, string> idOf, Comparison<T> preference, IEqualityComparer<T> sameness)
    where T : class
{
    // Null while each id came after all before it, as they do in a file sorted by key: a further one is then known to be new.
    private TextTable? _ids;
    private string _last = string.Empty;

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
        if (_ids is null && IsAfter(id, _last))
        {
            _last = id;
            _only.Add(version);
            Count++;
            return;
        }

        int number = (_ids ??= NumberIds()).Add(id);
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
        int number = (_ids ??= NumberIds()).Find(id);
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

    // By length first: numbers that are counted up come in this order.
    private static bool IsAfter(string id, string last) => id.Length != last.Length ? id.Length > last.Length : string.CompareOrdinal(id, last) > 0;

    private TextTable NumberIds()
    {
        var ids = new TextTable();
        for (int number = 0; number < _only.Count; number++)
        {
            ids.Add(idOf(_only[number]!));
        }

        return ids;
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
