using System.Text;

namespace CustomerInsight.Models;

/// <summary>Writes tables that a person reads in a fixed-width font.</summary>
internal static class AlignedText
{
    /// <summary>Writes cells in columns: the first to the left, the others to the right.</summary>
    public static void Write(StringBuilder text, IReadOnlyList<string[]> lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            text.AppendLine(string.Join("  ", line.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }
}
