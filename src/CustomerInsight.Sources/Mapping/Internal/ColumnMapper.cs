namespace CustomerInsight.Sources;

/// <summary>Gives the columns of one reading their meaning: all that are known at the start together, later ones one by one.</summary>
internal abstract class ColumnMapper(ColumnTargets targets)
{
    /// <summary>More columns than that are a damaged source, and would make each record of it large.</summary>
    public const int MaxColumns = 4096;

    private readonly List<MappedColumn> _columns = [];

    public IReadOnlyList<MappedColumn> Columns => _columns;

    public virtual RecordSchema Schema => RecordSchema.Empty;

    /// <summary>Whether rows have a key of their own; otherwise their position is it.</summary>
    public bool IsKeyed => Targets.Gives(ColumnRole.Key) || _columns.Exists(static column => column.Role == ColumnRole.Key);

    protected ColumnTargets Targets { get; } = targets;

    /// <summary>Maps the columns of a source whose columns are all known.</summary>
    /// <exception cref="SourceFormatException">There are too many, or the options name one that is not there.</exception>
    public void Map(IReadOnlyList<string> names)
    {
        Targets.CheckAllFound(names);
        MapKnown(names);
    }

    /// <summary>Maps the columns seen so far; more may follow.</summary>
    /// <exception cref="SourceFormatException">There are too many.</exception>
    public void MapKnown(IReadOnlyList<string> names)
    {
        if (names.Count > MaxColumns)
        {
            throw new SourceFormatException(SourceFormatCodes.TooManyColumns, $"The source has {names.Count} columns, more than {MaxColumns}. Check the delimiter, or leave columns out.");
        }

        _columns.AddRange(Assign(names));
    }

    /// <summary>Maps a column that was not known at the start.</summary>
    public void Extend(string name) => _columns.Add(AssignLate(name));

    public ColumnMapping ToMapping() => new(ValueList.From(_columns), Schema);

    protected abstract IEnumerable<MappedColumn> Assign(IReadOnlyList<string> names);

    protected abstract MappedColumn AssignLate(string name);

    /// <summary>The meanings that the options give; of two columns with one name the first has it.</summary>
    protected ColumnTarget?[] FromOptions(IReadOnlyList<string> names)
    {
        var given = new ColumnTarget?[names.Count];
        HashSet<ColumnTarget> used = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < names.Count; i++)
        {
            given[i] = Targets.Find(names[i]) is { } target && used.Add(target) ? target : null;
        }

        return given;
    }
}
