namespace CustomerInsight.Testing;

/// <summary>What holds for readings of any source.</summary>
internal static class ReadingCheck
{
    public static void Name(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new LawViolationException(LawViolationException.Contract, "The source has no name. Give it one that stays the same in every run.");
        }
    }

    /// <summary>One row's key, where it has one; a row without a key must be a rejection.</summary>
    public static void Row(string source, int row, RecordKey? key, RowRejection? rejection)
    {
        if (key is null && rejection is null)
        {
            throw new LawViolationException(LawViolationException.Contract, $"Row {row} of source '{source}' says nothing. Make changes by their factory methods.");
        }

        if (key is RecordKey known && (known.Source != source || string.IsNullOrWhiteSpace(known.Id)))
        {
            throw new LawViolationException(LawViolationException.Contract, $"The key of row {row} of source '{source}' is blank or carries another source's name. Make keys with the source's own name.");
        }

        if (rejection is not null && (rejection.Position < 0 || string.IsNullOrWhiteSpace(rejection.Code) || string.IsNullOrWhiteSpace(rejection.Message)))
        {
            throw new LawViolationException(LawViolationException.Contract, $"The rejection at row {row} of source '{source}' lacks a position, a code or a message.");
        }
    }

    /// <summary>Reads all twice and on from some cursors.</summary>
    /// <returns>The rows.</returns>
    public static async Task<List<T>> CheckAsync<T>(
        string source,
        Func<SourceCursor, CancellationToken, IAsyncEnumerable<T>> read,
        Func<T, SourceCursor> cursorOf,
        int resumePoints,
        CancellationToken cancellationToken)
    {
        List<T> rows = [];
        await foreach (T row in read(SourceCursor.Start, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        if (await FirstDifferenceAsync(rows, 0, read(SourceCursor.Start, cancellationToken), cancellationToken).ConfigureAwait(false) is int other)
        {
            throw new LawViolationException("L15", $"A second reading of source '{source}' differs at row {other}. Give the same rows in the same order while nothing changes.");
        }

        foreach (int last in Points(rows.Count, resumePoints))
        {
            SourceCursor cursor = cursorOf(rows[last]);
            if (cursor != SourceCursor.Start
                && await FirstDifferenceAsync(rows, last + 1, read(cursor, cancellationToken), cancellationToken).ConfigureAwait(false) is int wrong)
            {
                throw new LawViolationException(LawViolationException.Contract, $"Going on after the cursor of row {last} of source '{source}' differs from the first reading at row {wrong}. Give exactly the rows after the cursor.");
            }
        }

        return rows;
    }

    private static IEnumerable<int> Points(int count, int points) =>
        count == 0 ? [] : Enumerable.Range(1, points).Select(i => (int)((long)i * count / points) - 1).Where(static row => row >= 0).Distinct();

    // The row at which a reading parts from the rows from a position on, or null where they agree to the end.
    private static async Task<int?> FirstDifferenceAsync<T>(List<T> rows, int from, IAsyncEnumerable<T> reading, CancellationToken cancellationToken)
    {
        int at = from;
        await foreach (T row in reading.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (at >= rows.Count || !EqualityComparer<T>.Default.Equals(row, rows[at]))
            {
                return at;
            }

            at++;
        }

        return at == rows.Count ? null : at;
    }
}
