using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>A cursor that is the position of the next row in a list.</summary>
internal static class ListCursor
{
    public static SourceCursor After(int index) => new((index + 1).ToString(CultureInfo.InvariantCulture));

    public static int Read(SourceCursor cursor, int count, string source)
    {
        if (cursor.Value is null)
        {
            return 0;
        }

        return int.TryParse(cursor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int next) && next <= count
            ? next
            : throw new ArgumentException($"The cursor is none of synthetic source '{source}' with these options. Pass one that it gave, or SourceCursor.Start.", nameof(cursor));
    }
}
