namespace CustomerInsight.Sources;

/// <summary>The paths of the properties seen so far, in the order in which they were first seen.</summary>
internal sealed class JsonPaths : IJsonValues
{
    private readonly List<string> _paths = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => _paths;

    public int Find(string path) => _columns.GetValueOrDefault(path, -1);

    public int Column(string path)
    {
        int column = Find(path);
        if (column < 0 && _paths.Count < ColumnMapper.MaxColumns)
        {
            column = _paths.Count;
            _paths.Add(path);
            _columns.Add(path, column);
        }

        return column;
    }

    public void Add(int column, ReadOnlySpan<char> value)
    {
    }
}
