using System.Text.Json;
using System.Text.Unicode;

namespace CustomerInsight.Sources;

/// <summary>Takes one JSON object apart: names of nested objects are joined by points, elements of arrays are several values.</summary>
internal sealed class JsonLineReader
{
    private readonly ValuePool _paths = new();
    private readonly Utf8Text _text = new();
    private char[] _path = new char[256];
    private char[] _string = new char[256];

    /// <summary>Reads a line.</summary>
    /// <returns>Null, or the code and the message of why the line was given up.</returns>
    public (string Code, string Message)? Read(ReadOnlySpan<byte> line, IJsonValues values)
    {
        if (!Utf8.IsValid(line))
        {
            return (RejectionCodes.InvalidEncoding, "The line has bytes that are not valid in the file's encoding. State the encoding in the options, or write the file as UTF-8.");
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return (RejectionCodes.Malformed, "The line is JSON, but no object. Write one object a line.");
            }

            bool hasRoom = ReadObject(ref reader, 0, values);
            reader.Read();
            return hasRoom ? null : (RejectionCodes.Malformed, $"The line brings the file to more than {ColumnMapper.MaxColumns} different properties. Write what varies as values, not as names.");
        }
        catch (JsonException broken)
        {
            return (RejectionCodes.Malformed, $"The line is broken JSON at byte {(broken.BytePositionInLine ?? 0) + 1}. Write one whole object a line.");
        }
        catch (InvalidOperationException)
        {
            return (RejectionCodes.InvalidEncoding, "The line escapes half of a character (a lone surrogate). Correct the program that wrote it.");
        }
    }

    private bool ReadObject(ref Utf8JsonReader reader, int parent, IJsonValues values)
    {
        bool hasRoom = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int length = Enter(parent, Unescape(ref reader));
            reader.Read();
            hasRoom &= ReadValue(ref reader, length, values);
        }

        return hasRoom;
    }

    private bool ReadValue(ref Utf8JsonReader reader, int length, IJsonValues values)
    {
        bool hasRoom = true;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, length, values);
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    hasRoom &= ReadValue(ref reader, length, values);
                }

                return hasRoom;
            default:
                ReadOnlySpan<char> path = _path.AsSpan(0, length);
                int column = values.Column(_paths.Get(path).First ?? path.ToString());
                if (column >= 0 && reader.TokenType != JsonTokenType.Null)
                {
                    values.Add(column, reader.TokenType == JsonTokenType.String ? Unescape(ref reader) : _text.Decode(reader.ValueSpan));
                }

                return column >= 0;
        }
    }

    private ReadOnlySpan<char> Unescape(ref Utf8JsonReader reader)
    {
        if (_string.Length < reader.ValueSpan.Length)
        {
            _string = new char[reader.ValueSpan.Length];
        }

        return _string.AsSpan(0, reader.CopyString(_string));
    }

    private int Enter(int parent, ReadOnlySpan<char> name)
    {
        int start = parent == 0 ? 0 : parent + 1;
        if (_path.Length < start + name.Length)
        {
            Array.Resize(ref _path, Math.Max(start + name.Length, _path.Length * 2));
        }

        if (start > 0)
        {
            _path[parent] = '.';
        }

        name.CopyTo(_path.AsSpan(start));
        return start + name.Length;
    }
}
