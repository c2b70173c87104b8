using System.Globalization;

namespace CustomerInsight;

/// <summary>Reads a host's objects by their position, which is also the cursor of mapped sources.</summary>
internal static class Rows
{
    /// <summary>Understands a cursor.</summary>
    /// <param name="cursor">A cursor of a mapped source.</param>
    /// <param name="source">The source's name, for the message.</param>
    /// <returns>How many rows lie before it.</returns>
    /// <exception cref="ArgumentException">The cursor is of another source.</exception>
    public static long PositionOf(SourceCursor cursor, string source)
    {
        if (cursor.Value is null)
        {
            return 0;
        }

        return long.TryParse(cursor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long position)
            ? position
            : throw new ArgumentException($"The cursor is not one of source '{source}', whose cursors count rows. Pass a cursor that this source gave, or SourceCursor.Start.", nameof(cursor));
    }
}
