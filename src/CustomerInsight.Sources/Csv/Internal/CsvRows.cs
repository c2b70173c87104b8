using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace CustomerInsight.Sources;

/// <summary>Takes the rows of delimited text apart, such that no broken row takes others with it.</summary>
/// <remarks>
/// CsvHelper splits what is in memory; this class decides what to believe. CsvHelper would let a quote that never closes run to the
/// end of the file, and cannot step back. So it works on slices of the window, and when a row's form is wrong a new slice
/// starts at the line after the one on which the row began.
/// </remarks>
internal sealed class CsvRows : IDisposable
{
    /// <summary>A row may have this many times the bytes of the longest field.</summary>
    public const int RowLengthFactor = 16;

    private readonly ByteWindow _window;
    private readonly CsvReaderOptions _options;
    private readonly int _maxFieldLength;
    private readonly int _maxRowBytes;
    private CsvReader? _slice;
    private int _sliceStart;
    private long _sliceLine;
    private long _skipTo;
    private bool _skipsRestOfLine;

    public CsvRows(ByteWindow window, char delimiter, int maxFieldLength)
    {
        _window = window;
        _maxFieldLength = maxFieldLength;
        _maxRowBytes = (int)Math.Min((long)maxFieldLength * RowLengthFactor, 1 << 29);
        _options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            IncludeValuesInExceptions = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
        };
    }

    /// <summary>How many fields a row must have; 0 for any number.</summary>
    public int ExpectedFields { get; set; }

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The line with which reading goes on to the next: where the row ends, or where a rejected one begins.</summary>
    public long LastLine { get; private set; }

    /// <summary>Why the row was given up.</summary>
    public RowRejection? Rejection { get; private set; }

    public int FieldCount => _slice!.FieldCount;

    /// <summary>The text of a field as UTF-8, without quotes; valid until the next step.</summary>
    public ReadOnlySpan<byte> Field(int index) => _slice!.GetSpan(index);

    /// <summary>Goes on with the row after a line, which must be the last line of an earlier row, or the first of one that was rejected.</summary>
    public void SkipTo(long lastLine)
    {
        _skipTo = lastLine;
        EndSlice();
    }

    public CsvStep Next()
    {
        if (!SkipLines() || !SkipRestOfLine())
        {
            return _window.AtEnd ? CsvStep.End : CsvStep.NeedsMore;
        }

        StartSlice();
        if (!_slice!.Read())
        {
            DropBlankLines();
            return _window.AtEnd ? CsvStep.End : CsvStep.NeedsMore;
        }

        ReadOnlySpan<byte> raw = _slice.RawRecord;
        int start = _sliceStart + (int)_slice.ByteOffset;
        int end = start + raw.Length;
        Line = _sliceLine + _slice.LineNumber - 1;

        // One byte more than the break, because a CR may be the first half of one.
        if (!_window.AtEnd && end + 2 > _window.End && raw.Length <= _maxRowBytes)
        {
            EndSlice();
            return CsvStep.NeedsMore;
        }

        Rejection = FindFault(raw);
        int firstBreak = LineBreaks.IndexOf(raw);
        if (Rejection is null or { Code: RejectionCodes.InvalidEncoding } || firstBreak < 0)
        {
            _skipsRestOfLine = raw.Length > _maxRowBytes;
            _window.Start = end;
            LastLine = firstBreak < 0 ? Line : Line + LineBreaks.Count(raw);
        }
        else
        {
            EndSlice();
            _window.Start = start + firstBreak;
            LastLine = Line;
        }

        if (_skipsRestOfLine)
        {
            EndSlice();
        }

        return Rejection is null ? CsvStep.Row : CsvStep.Rejected;
    }

    public void Dispose() => EndSlice();

    private void StartSlice()
    {
        if (_slice is null)
        {
            _sliceStart = _window.Start;
            _sliceLine = LastLine;
            _slice = CsvReader.Create(new ReadOnlyMemory<byte>(_window.Buffer, _sliceStart, _window.End - _sliceStart), _options);
        }
    }

    private void EndSlice()
    {
        _slice?.Dispose();
        _slice = null;
    }

    private RowRejection? FindFault(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > _maxRowBytes)
        {
            return TooLong(raw[.._maxRowBytes], $"The row has more than {_maxRowBytes} bytes.");
        }

        if (raw.Contains((byte)'"') && !QuotesAreWhole())
        {
            return new(Line, RejectionCodes.Malformed, "A quote does not close where its field ends. Double the quotes inside a quoted field.");
        }

        if (raw.Length > _maxFieldLength && FindLongField() is { } longField)
        {
            return longField;
        }

        if (ExpectedFields > 0 && _slice!.FieldCount != ExpectedFields)
        {
            return new(Line, RejectionCodes.FieldCount, $"The row has {_slice.FieldCount} fields, the header {ExpectedFields}. Quote values that hold the delimiter or a line break.");
        }

        return Utf8.IsValid(raw) ? null : new(Line, RejectionCodes.InvalidEncoding, "The row has bytes that are not valid in the file's encoding. State the encoding in the options, or write the file as UTF-8.");
    }

    private bool QuotesAreWhole()
    {
        for (int i = 0; i < _slice!.FieldCount; i++)
        {
            ReadOnlySpan<byte> field = _slice.GetRawSpan(i).Trim(" \t"u8);
            if (field is [(byte)'"', ..] && !IsWhole(field))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWhole(ReadOnlySpan<byte> field)
    {
        if (field.Length < 2 || field[^1] != '"')
        {
            return false;
        }

        ReadOnlySpan<byte> inside = field[1..^1];
        for (int at = inside.IndexOf((byte)'"'); at >= 0; at = inside.IndexOf((byte)'"'))
        {
            if (at + 1 == inside.Length || inside[at + 1] != '"')
            {
                return false;
            }

            inside = inside[(at + 2)..];
        }

        return true;
    }

    private RowRejection? FindLongField()
    {
        for (int i = 0; i < _slice!.FieldCount; i++)
        {
            ReadOnlySpan<byte> field = _slice.GetSpan(i);
            if (field.Length > _maxFieldLength && Encoding.UTF8.GetCharCount(field) > _maxFieldLength)
            {
                return TooLong(_slice.GetRawSpan(i)[.._maxFieldLength], $"Field {i + 1} has more than {_maxFieldLength} characters.");
            }
        }

        return null;
    }

    // Long text over many lines is nearly always a quote that someone forgot to close.
    private RowRejection TooLong(ReadOnlySpan<byte> beginning, string what) => LineBreaks.IndexOf(beginning) < 0
        ? new(Line, RejectionCodes.FieldTooLong, $"{what} Shorten it, or raise MaxFieldLength.")
        : new(Line, RejectionCodes.Malformed, $"{what} It runs over several lines, so a quote is probably not closed. Close it, or raise MaxFieldLength.");

    private void DropBlankLines()
    {
        EndSlice();
        ReadOnlySpan<byte> blank = _window.Unread;
        int last = blank.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (last > 0 && blank[last] == '\n' && blank[last - 1] == '\r')
        {
            last--;
        }

        if (last > 0)
        {
            LastLine += LineBreaks.Count(blank[..last]);
            _window.Start += last;
        }

        if (_window.End - _window.Start > _maxRowBytes)
        {
            _window.Buffer[_window.End - 1] = (byte)'\n';
            _window.Start = _window.End - 1;
        }
    }

    private bool SkipLines()
    {
        while (LastLine < _skipTo)
        {
            ReadOnlySpan<byte> unread = _window.Unread;
            int length = LineBreaks.LengthAt(unread);
            int next = LineBreaks.IndexOf(unread[Math.Min(length, unread.Length)..]);
            if (next < 0)
            {
                // The break that the window starts with is invented again, so that a long line need not be held.
                if (unread.Length > 2)
                {
                    _window.Start = _window.End - 1;
                    _window.Buffer[_window.Start] = (byte)'\n';
                }

                return false;
            }

            _window.Start += length + next;
            LastLine++;
        }

        return true;
    }

    private bool SkipRestOfLine()
    {
        if (_skipsRestOfLine)
        {
            int next = LineBreaks.IndexOf(_window.Unread);
            _window.Start = next < 0 ? _window.End : _window.Start + next;
            _skipsRestOfLine = next < 0;
        }

        return !_skipsRestOfLine;
    }
}
