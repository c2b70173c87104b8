namespace CustomerInsight.Sources;

/// <summary>Takes text apart into lines, for formats in which no value holds a line break.</summary>
internal sealed class LineReader(ByteWindow window, int maxLength)
{
    private int _lineStart;
    private int _lineLength;

    /// <summary>The number of the line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line is longer than allowed; then it holds its beginning.</summary>
    public bool IsTooLong { get; private set; }

    public ReadOnlySpan<byte> Line => window.Buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>Reads lines ahead without consuming them.</summary>
    public async ValueTask<List<byte[]>> PeekAsync(int lines, int bytes, CancellationToken cancellationToken)
    {
        await window.FillAsync(cancellationToken).ConfigureAwait(false);
        while (!window.AtEnd && window.Unread.Length < bytes && window.Unread.Count((byte)'\n') <= lines)
        {
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        List<byte[]> found = [];
        ReadOnlySpan<byte> rest = window.Unread[1..];
        for (int end = rest.IndexOf((byte)'\n'); found.Count < lines && (end >= 0 || (window.AtEnd && !rest.IsEmpty)); end = rest.IndexOf((byte)'\n'))
        {
            end = end < 0 ? rest.Length : end;
            found.Add(rest[..end].ToArray());
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }

        return found;
    }

    /// <summary>Goes to the next line; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (IsTooLong)
        {
            await SkipRestAsync(cancellationToken).ConfigureAwait(false);
        }

        int end = BreakAfterStart();
        while (end < 0 && !window.AtEnd && window.Unread.Length - 1 <= maxLength)
        {
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
            end = BreakAfterStart();
        }

        if (window.Unread.Length < 2)
        {
            return false;
        }

        Number++;
        _lineStart = window.Start + 1;
        _lineLength = (end < 0 ? window.End : end) - _lineStart;
        IsTooLong = _lineLength > maxLength;
        window.Start = end < 0 ? window.End : end;
        return true;
    }

    private int BreakAfterStart() => window.Unread.Length < 2 ? -1 : window.Unread[1..].IndexOf((byte)'\n') is >= 0 and int at ? window.Start + 1 + at : -1;

    private async ValueTask SkipRestAsync(CancellationToken cancellationToken)
    {
        int found = window.Unread.IndexOf((byte)'\n');
        while (found < 0 && !window.AtEnd)
        {
            window.Start = window.End;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
            found = window.Unread.IndexOf((byte)'\n');
        }

        window.Start = found < 0 ? window.End : window.Start + found;
    }
}
