using System.IO.Compression;
using System.Text;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>A small reader of CSV, independent of the one under test.</summary>
internal static class Csv
{
    public static string ReadText(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    /// <summary>The rows after the header.</summary>
    public static List<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        foreach (char unit in text.Replace("\r", string.Empty, StringComparison.Ordinal))
        {
            if (unit == '"')
            {
                // A doubled quote leaves and enters again; the quote itself is kept by the second.
                _ = quoted ? field : field.Length > 0 ? field.Append('"') : field;
                quoted = !quoted;
            }
            else if (!quoted && unit is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (unit == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(unit);
            }
        }

        return rows[1..];
    }

    /// <summary>Where a column stands.</summary>
    public static int Column(string text, string name) => Array.IndexOf(text[..text.IndexOf('\n', StringComparison.Ordinal)].Split(','), name);
}
