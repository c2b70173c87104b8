namespace CustomerInsight.Matching;

/// <summary>The values of one content after another, taken apart.</summary>
/// <param name="attributes">How many attributes contents have.</param>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class UnpackedContent(int attributes)
{
    private readonly int[] _firstValue = new int[attributes + 1];
    private char[] _units = new char[64];
    private (int Start, int Length)[] _values = new (int, int)[attributes];
    private string?[] _texts = new string?[attributes];

    /// <summary>Takes a content apart; what was given of the one before is no longer good.</summary>
    public void Load(RecordContent content)
    {
        byte[] packed = content.Packed;
        int at = 1;
        int value = 0;
        int units = 0;
        for (int attribute = 0; attribute < attributes; attribute++)
        {
            _firstValue[attribute] = value;
            for (int left = PackedValues.Read(packed, ref at); left > 0; left--)
            {
                if (value == _values.Length)
                {
                    Array.Resize(ref _values, 2 * value);
                    Array.Resize(ref _texts, 2 * value);
                }

                int length = PackedValues.Read(packed, ref at);
                _texts[value] = null;
                _values[value++] = (units, length);
                units += length;
            }
        }

        _firstValue[attributes] = value;
        if (units + TextSketch.MostUnits > _units.Length)
        {
            _units = new char[(2 * units) + TextSketch.MostUnits];
        }

        PackedValues.CopyUnits(packed, at, _units.AsSpan(0, units));
    }

    /// <summary>How many values an attribute has.</summary>
    public int Count(int attribute) => _firstValue[attribute + 1] - _firstValue[attribute];

    /// <summary>One value of an attribute.</summary>
    public TextPart Value(int attribute, int i)
    {
        (int start, int length) = _values[_firstValue[attribute] + i];
        return new TextPart(_units, start, length);
    }

    /// <summary>A part of one value of an attribute.</summary>
    public TextPart Part(int attribute, int i, ValuePart part)
    {
        TextPart value = Value(attribute, i);
        if (part.TryLocate(value.Span, out int start, out int length))
        {
            return length > 0 ? new TextPart(_units, value.Start + start, length) : default;
        }

        return part.Of(Text(attribute, i)) is { Length: > 0 } text ? TextPart.Of(text) : default;
    }

    /// <summary>One value of an attribute as a text of its own, made when it is first asked for.</summary>
    public string Text(int attribute, int i) => _texts[_firstValue[attribute] + i] ??= Value(attribute, i).Span.ToString();
}
