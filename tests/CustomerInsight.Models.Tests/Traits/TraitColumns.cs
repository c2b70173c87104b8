namespace CustomerInsight.Models.Tests;

/// <summary>Reads whole columns, null where a value is missing.</summary>
internal static class TraitColumns
{
    public static IEnumerable<T?> Read<T>(this TraitColumn column, Func<TraitValue, T> read)
        where T : struct => Enumerable.Range(0, column.Count).Select(row => column[row].IsMissing ? (T?)null : read(column[row]));

    public static IEnumerable<string?> ReadText(this TraitColumn column, Func<TraitValue, string> read) =>
        Enumerable.Range(0, column.Count).Select(row => column[row].IsMissing ? null : read(column[row]));
}
