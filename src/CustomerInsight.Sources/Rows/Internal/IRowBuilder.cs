namespace CustomerInsight.Sources;

/// <summary>Makes a change of a row's values, whatever the row was read from.</summary>
/// <typeparam name="TChange">A change of records or of activities.</typeparam>
internal interface IRowBuilder<out TChange>
{
    /// <summary>Whether the values of a column are used, so that others need not be decoded.</summary>
    bool Needs(int column);

    /// <summary>Starts a row at a position: a line, or the count of a query's rows.</summary>
    void Begin(long position);

    /// <summary>Takes one value; a column may have several.</summary>
    void Add(int column, ReadOnlySpan<char> value);

    /// <summary>Starts a row of a batch and takes its values.</summary>
    void Take(CsvBatch batch, int row);

    /// <summary>Says which rows will come next, at most <see cref="ValuePool.MostExpected"/>, so that what their values are looked up in is at hand.</summary>
    void Expect(CsvBatch batch, int from, int to);

    /// <summary>Gives the row up. The first reason counts.</summary>
    void Fail(string code, string message);

    /// <summary>Ends the row.</summary>
    TChange Build(SourceCursor cursor);

    /// <summary>Makes the change of a row that never began.</summary>
    TChange Reject(RowRejection rejection, SourceCursor cursor);
}
