using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>What the columns of a source are read as, and the attributes that follow from it.</summary>
/// <param name="Columns">The columns in the source's order; empty for an empty source.</param>
/// <param name="Schema">The attributes of the records; without attributes for activities.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ColumnMapping(ValueList<MappedColumn> Columns, RecordSchema Schema)
{
    private const int MaxNameLength = 64;

    /// <summary>Gets a value indicating whether the source has no columns, because it is empty.</summary>
    public bool IsEmpty => Columns.Count == 0;

    /// <summary>Gets a value indicating whether no column is the key, so that the line (of a query: the row's count) is.</summary>
    public bool IsKeyedByPosition => !IsEmpty && !Columns.Any(static column => column.Role == ColumnRole.Key);

    /// <summary>Says in one line what each column becomes, such as <c>first_name -> given_name (given-name); foo -> kept as text</c>.</summary>
    /// <returns>The text, for logs and people. It holds no values; a name that does not look like one is replaced by its position.</returns>
    public string Describe()
    {
        if (IsEmpty)
        {
            return "The source is empty: no header and no rows.";
        }

        // Where one name is surely a value, the file has no header, and no name is safe to show.
        bool isHeader = !Columns.Any(static column => LooksLikeValue(column.Column));
        IEnumerable<string> parts = Columns.Select((column, i) => $"{NameOf(column, i, isHeader)} -> {column.Describe()}");
        parts = isHeader ? parts : parts.Append("the first row looks like values: does the source have a header?");
        return string.Join("; ", IsKeyedByPosition ? parts.Append("no key column: the position is the key") : parts);
    }

    // A file without a header has a person's values where the names should be.
    private static string NameOf(MappedColumn column, int index, bool isHeader) => LooksLikeName(column.Column) && (isHeader || column.IsRecognized)
        ? column.Column
        : string.Create(CultureInfo.InvariantCulture, $"column {index + 1}");

    private static bool LooksLikeValue(string column) =>
        column.Contains('@', StringComparison.Ordinal) || (column.Any(char.IsDigit) && !column.Any(char.IsLetter));

    private static bool LooksLikeName(string column) =>
        column.Length is > 0 and <= MaxNameLength && char.IsLetter(column[0])
        && column.All(static unit => char.IsLetterOrDigit(unit) || unit is '_' or '-' or '.' or ' ' or '(' or ')' or '/');
}
