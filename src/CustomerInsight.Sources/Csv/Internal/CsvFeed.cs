using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CustomerInsight.Sources;

/// <summary>Reads delimited text: the header, what its columns mean, and the rows one by one.</summary>
internal sealed class CsvFeed<TChange>(TextOrigin origin, CsvSettings settings, Func<ColumnMapper> newMapper, Func<ColumnMapper, IRowBuilder<TChange>> newBuilder)
{
    public async ValueTask<ColumnMapping> ReadMappingAsync(CancellationToken cancellationToken)
    {
        Utf8Input input = await origin.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = input.ConfigureAwait(false);
        (CsvRows? rows, ColumnMapper mapper) = await StartAsync(new ByteWindow(input), cancellationToken).ConfigureAwait(false);
        rows?.Dispose();
        return mapper.ToMapping();
    }

    public async IAsyncEnumerable<TChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long skipTo = Positions.Parse(after);
        Utf8Input input = await origin.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = input.ConfigureAwait(false);
        var window = new ByteWindow(input);
        (CsvRows? started, ColumnMapper mapper) = await StartAsync(window, cancellationToken).ConfigureAwait(false);
        if (started is null)
        {
            yield break;
        }

        using CsvRows rows = started;
        rows.SkipTo(skipTo);
        IRowBuilder<TChange> builder = newBuilder(mapper);
        int[] columns = [.. Enumerable.Range(0, rows.ExpectedFields).Where(builder.Needs)];
        await foreach (CsvBatch batch in CsvBatches.ReadAsync(rows, window, columns, cancellationToken).ConfigureAwait(false))
        {
            for (int row = 0; row < batch.Count; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (row % ValuePool.MostExpected == 0)
                {
                    builder.Expect(batch, row, Math.Min(row + ValuePool.MostExpected, batch.Count));
                }

                yield return Build(batch, row, builder);
            }
        }
    }

    private static TChange Build(CsvBatch batch, int row, IRowBuilder<TChange> builder)
    {
        var cursor = SourceCursor.At(batch.LastLine(row));
        if (batch.Rejection(row) is { } rejection)
        {
            return builder.Reject(rejection, cursor);
        }

        builder.Take(batch, row);
        return builder.Build(cursor);
    }

    private async ValueTask<(CsvRows? Rows, ColumnMapper Mapper)> StartAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        await window.FillAsync(cancellationToken).ConfigureAwait(false);
        char delimiter = settings.Delimiter ?? CsvDelimiter.Detect(window.Unread);
        var rows = new CsvRows(window, delimiter, settings.MaxFieldLength);
        ColumnMapper mapper = newMapper();
        try
        {
            CsvStep step = rows.Next();
            for (; step == CsvStep.NeedsMore; step = rows.Next())
            {
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
            }

            if (step == CsvStep.End)
            {
                rows.Dispose();
                return (null, mapper);
            }

            mapper.Map(ReadHeader(rows, step));
            CheckDelimiter(mapper, delimiter);
            rows.ExpectedFields = rows.FieldCount;
            return (rows, mapper);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private static List<string> ReadHeader(CsvRows rows, CsvStep step)
    {
        if (step == CsvStep.Rejected)
        {
            throw rows.Rejection!.Code == RejectionCodes.InvalidEncoding
                ? new SourceFormatException(SourceFormatCodes.NotText, $"The header on line {rows.Line} is not valid in the file's encoding. State the encoding in the options (Latin-1, GB18030, …), or save the file as UTF-8.")
                : new SourceFormatException(SourceFormatCodes.HeaderUnreadable, $"The header on line {rows.Line} cannot be read: {rows.Rejection.Message}");
        }

        List<string> names = [];
        for (int i = 0; i < rows.FieldCount; i++)
        {
            string name = Encoding.UTF8.GetString(rows.Field(i));
            if (name.Any(static unit => char.IsControl(unit) && !char.IsWhiteSpace(unit)))
            {
                throw new SourceFormatException(SourceFormatCodes.NotText, "The header holds a control character, so this is no delimited text in the stated encoding. Export a workbook or a database file as CSV; for UTF-16 without a byte order mark, state the encoding in the options.");
            }

            names.Add(name);
        }

        return names;
    }

    private static void CheckDelimiter(ColumnMapper mapper, char delimiter)
    {
        if (mapper.Columns is [{ IsRecognized: false }])
        {
            string tried = char.IsControl(delimiter) ? string.Create(CultureInfo.InvariantCulture, $"character {(int)delimiter}") : $"'{delimiter}'";
            throw new SourceFormatException(SourceFormatCodes.OneUnknownColumn, $"With {tried} as the delimiter the header is 1 column of no known meaning. Set the Delimiter that the file uses; if it has just this one column, say in the options what it means.");
        }
    }
}
