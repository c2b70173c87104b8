using System.Globalization;
using System.Text;
using CustomerInsight;
using CustomerInsight.Models;
using CustomerInsight.Sources;

namespace LifetimeValueSample;

/// <summary>A log of purchases: delimited text whose header names its columns, or the layout in which the CDNOW data are published.</summary>
internal static class PurchaseFile
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads a log whole.</summary>
    /// <returns>The log, and how many rows could not be read.</returns>
    public static async Task<(ActivityLog Log, int Rejected)> ReadAsync(string path, string currency, CancellationToken cancellationToken)
    {
        var options = new CsvActivityOptions { Currency = currency };
        CsvActivitySource source = IsBlankSeparated(path)
            ? new CsvActivitySource(Path.GetFileNameWithoutExtension(path), () => Delimited(path), options)
            : new CsvActivitySource(path, options);
        var log = new ActivityLog();
        int rejected = 0;
        await foreach (ActivityChange change in source.ReadAsync(SourceCursor.Start, cancellationToken))
        {
            if (change.Activity is { } activity)
            {
                log.Add(activity);
            }
            else
            {
                rejected++;
            }
        }

        return (log, rejected);
    }

    private static bool IsBlankSeparated(string path)
    {
        if (IsCompressed(path))
        {
            return false;
        }

        string? first = File.ReadLines(path).FirstOrDefault(static line => !string.IsNullOrWhiteSpace(line));
        return first is not null && first.IndexOfAny(Delimiters) < 0 && first.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is 4 or 5;
    }

    private static bool IsCompressed(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    /// <summary>The last four columns are customer, day, pieces and amount; what is no such row stays as it is, to be rejected by its line.</summary>
    private static MemoryStream Delimited(string path)
    {
        var text = new StringBuilder("customer_id,date,pieces,amount\n");
        foreach (string line in File.ReadLines(path))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields is [.., var customer, var day, var pieces, var amount] && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                text.Append(CultureInfo.InvariantCulture, $"{customer},{date:yyyy-MM-dd},{pieces},{amount}\n");
            }
            else if (!string.IsNullOrWhiteSpace(line) && !line.Contains("customer_id", StringComparison.OrdinalIgnoreCase))
            {
                text.Append(line).Append('\n');
            }
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
