using System.Text;

namespace CustomerInsight.Models;

/// <summary>Writes cells as a table of text.</summary>
internal static class TextGrid
{
    /// <summary>Appends rows of as many cells each: the first column to the left, the others to the right.</summary>
    public static StringBuilder AppendGrid(this StringBuilder text, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        return text;
    }
}
