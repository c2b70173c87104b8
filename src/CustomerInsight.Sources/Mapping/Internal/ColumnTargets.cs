namespace CustomerInsight.Sources;

/// <summary>The meanings that the options give to columns.</summary>
internal sealed class ColumnTargets
{
    private readonly Dictionary<string, ColumnTarget> _byName = new(StringComparer.Ordinal);

    public void Add(string column, ColumnTarget target)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        if (!_byName.TryAdd(ColumnName.Compact(column), target))
        {
            throw new ArgumentException($"Column '{column}' has a meaning already. Give each column one meaning.", nameof(column));
        }
    }

    public ColumnTarget? Find(string column) => _byName.GetValueOrDefault(ColumnName.Compact(column));

    public bool Gives(ColumnRole role) => _byName.Values.Any(target => target.Role == role);

    public ColumnTargets Copy()
    {
        var copy = new ColumnTargets();
        foreach ((string name, ColumnTarget target) in _byName)
        {
            copy._byName.Add(name, target);
        }

        return copy;
    }

    /// <summary>Throws where a column that the options name is not among those of the source.</summary>
    public void CheckAllFound(IEnumerable<string> columns)
    {
        HashSet<string> present = columns.Select(ColumnName.Compact).ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. _byName.Keys.Where(name => !present.Contains(name)).Order(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            throw new SourceFormatException(SourceFormatCodes.ColumnNotFound, $"The options give a meaning to {string.Join(", ", missing.Select(static name => $"'{name}'"))}, but none of the source's {present.Count} columns has that name. Correct the name, and check the delimiter.");
        }
    }
}
