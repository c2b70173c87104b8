using System.Globalization;

namespace CustomerInsight.Sources;

/// <summary>Writes and reads cursors, which count lines of a file or rows of a query.</summary>
internal static class Positions
{
    public static string Text(long position) => position.ToString(CultureInfo.InvariantCulture);

    public static long Parse(SourceCursor cursor) => cursor.Value is null ? 0
        : long.TryParse(cursor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long position) ? position
        : throw new ArgumentException("The cursor is not one of this source. Pass a cursor that the same source gave, or SourceCursor.Start.", nameof(cursor));
}
