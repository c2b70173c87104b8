using CustomerInsight;
using CustomerInsight.Sources;

namespace ChurnSample;

/// <summary>A table of delimited text, read whole: a row a customer, every column as text.</summary>
/// <param name="Customers">The customer of each row: the text of the id column, or the line without one.</param>
/// <param name="Columns">The names of the other columns, in the file's order.</param>
/// <param name="Values">The texts of each of those columns; null where there is none.</param>
/// <param name="Rejected">How many rows could not be read.</param>
internal sealed record TableFile(IReadOnlyList<string> Customers, IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Values, int Rejected)
{
    /// <summary>Finds a column.</summary>
    /// <exception cref="FormatException">The file has none of that name.</exception>
    public string?[] this[string column]
    {
        get
        {
            int position = Columns.ToList().IndexOf(column);
            return position >= 0 ? Values[position] : throw new FormatException($"The file has no column '{column}'. It has {string.Join(", ", Columns)}.");
        }
    }

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file, plain or .gz.</param>
    /// <param name="id">The column that names the customer; null for the line.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The table.</returns>
    /// <exception cref="FormatException">There is no such column.</exception>
    /// <exception cref="SourceFormatException">The file is not delimited text.</exception>
    public static async Task<TableFile> ReadAsync(string path, string? id, CancellationToken cancellationToken)
    {
        string[] header = [.. (await new CsvRecordSource(path).ReadMappingAsync(cancellationToken)).Columns.Select(static column => column.Column)];
        if (id is not null && !header.Contains(id))
        {
            throw new FormatException($"The file has no column '{id}'. It has {string.Join(", ", header)}.");
        }

        var options = new CsvRecordOptions();
        foreach (string column in header)
        {
            // What a column means to a reader of records is of no use here: each stays as it is.
            _ = column == id ? options.Columns.Key(column) : options.Columns.Attribute(column, AttributeKind.Text, column);
        }

        string[] columns = [.. header.Where(column => column != id)];
        List<string?>[] values = [.. columns.Select(static _ => new List<string?>())];
        var customers = new List<string>();
        int rejected = 0;
        await foreach (RecordChange change in new CsvRecordSource(path, options).ReadAsync(SourceCursor.Start, cancellationToken))
        {
            if (change.Record is not { } record)
            {
                rejected++;
                continue;
            }

            customers.Add(record.Key.Id);
            for (int i = 0; i < columns.Length; i++)
            {
                values[i].Add(record[columns[i]].First);
            }
        }

        return new TableFile(customers, columns, [.. values.Select(static column => column.ToArray())], rejected);
    }
}
