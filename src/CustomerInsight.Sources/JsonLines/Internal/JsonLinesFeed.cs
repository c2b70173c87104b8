using System.Runtime.CompilerServices;

namespace CustomerInsight.Sources;

/// <summary>Reads JSON Lines: what the properties mean by the first lines, then all lines one by one.</summary>
internal sealed class JsonLinesFeed<TChange>(TextOrigin origin, JsonSettings settings, Func<ColumnMapper> newMapper, Func<ColumnMapper, IRowBuilder<TChange>> newBuilder)
{
    private const int MaxSampleBytes = 4 * 1024 * 1024;

    public async ValueTask<ColumnMapping> ReadMappingAsync(CancellationToken cancellationToken)
    {
        Utf8Input input = await origin.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = input.ConfigureAwait(false);
        (_, ColumnMapper mapper) = await StartAsync(new LineReader(new ByteWindow(input), settings.MaxLineLength), cancellationToken).ConfigureAwait(false);
        return mapper.ToMapping();
    }

    public async IAsyncEnumerable<TChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long skipTo = Positions.Parse(after);
        Utf8Input input = await origin.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = input.ConfigureAwait(false);
        var lines = new LineReader(new ByteWindow(input), settings.MaxLineLength);
        (JsonPaths paths, ColumnMapper mapper) = await StartAsync(lines, cancellationToken).ConfigureAwait(false);
        IRowBuilder<TChange> builder = newBuilder(mapper);
        var row = new JsonRow<TChange>(paths, mapper, builder);
        var json = new JsonLineReader();
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsBlank(lines.Line))
            {
                continue;
            }

            // Lines that are skipped are read, too: what properties are seen late must not depend on where the reading began.
            TChange change = Build(lines, json, row, builder);
            if (lines.Number > skipTo)
            {
                yield return change;
            }
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    private TChange Build(LineReader lines, JsonLineReader json, JsonRow<TChange> row, IRowBuilder<TChange> builder)
    {
        SourceCursor cursor = SourceCursor.At(lines.Number);
        if (lines.IsTooLong)
        {
            return builder.Reject(new(lines.Number, RejectionCodes.FieldTooLong, $"The line has more than {settings.MaxLineLength} bytes. Shorten it, or raise MaxLineLength."), cursor);
        }

        builder.Begin(lines.Number);
        if (json.Read(lines.Line, row) is { } fault)
        {
            return builder.Reject(new(lines.Number, fault.Code, fault.Message), cursor);
        }

        return builder.Build(cursor);
    }

    private async ValueTask<(JsonPaths Paths, ColumnMapper Mapper)> StartAsync(LineReader lines, CancellationToken cancellationToken)
    {
        List<byte[]> sample = await lines.PeekAsync(settings.SampleLines, MaxSampleBytes, cancellationToken).ConfigureAwait(false);
        if (sample.Find(static line => !IsBlank(line)) is { } first && first.AsSpan().TrimStart(" \t"u8) is [(byte)'[', ..])
        {
            throw new SourceFormatException(SourceFormatCodes.NotJsonLines, "The file begins with '[', so it is one JSON array. Write each of its objects on a line of its own, without commas between the lines.");
        }

        var paths = new JsonPaths();
        var json = new JsonLineReader();
        foreach (byte[] line in sample.Where(line => line.Length <= settings.MaxLineLength))
        {
            json.Read(line, paths);
        }

        ColumnMapper mapper = newMapper();
        mapper.MapKnown(paths.All);
        return (paths, mapper);
    }
}
