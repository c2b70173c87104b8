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

    /// <summary>Takes one value in valid UTF-8; a column may have several.</summary>
    void Add(int column, ReadOnlySpan<byte> utf8);

    /// <summary>Says which value will come soon, before <see cref="Begin"/> of its row, so that what it is looked up in is at hand.</summary>
    void Expect(int column, ReadOnlySpan<byte> utf8);

    /// <summary>Gives the row up. The first reason counts.</summary>
    void Fail(string code, string message);

    /// <summary>Ends the row.</summary>
    TChange Build(SourceCursor cursor);

    /// <summary>Makes the change of a row that never began.</summary>
    TChange Reject(RowRejection rejection, SourceCursor cursor);
}
