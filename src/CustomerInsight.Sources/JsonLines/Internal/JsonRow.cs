namespace CustomerInsight.Sources;

/// <summary>Passes the values of one object on to a builder, and maps properties that were not seen before.</summary>
internal sealed class JsonRow<TChange>(JsonPaths paths, ColumnMapper mapper, IRowBuilder<TChange> builder) : IJsonValues
{
    public int Column(string path)
    {
        int known = paths.Find(path);
        int column = known >= 0 ? known : paths.Column(path);
        if (known < 0 && column >= 0)
        {
            mapper.Extend(path);
        }

        return column;
    }

    public void Add(int column, ReadOnlySpan<char> value)
    {
        if (builder.Needs(column))
        {
            builder.Add(column, value);
        }
    }
}
