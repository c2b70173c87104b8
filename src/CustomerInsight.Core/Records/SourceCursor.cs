using System.Globalization;

namespace CustomerInsight;

/// <summary>A position in a source, meaningful to that source alone, from which reading can go on later.</summary>
/// <param name="Value">The source's own text. Null (the default) means from the start.</param>
public readonly record struct SourceCursor(string? Value)
{
    private readonly string? _text = Value;

    // Written out only when it is asked for: of a million rows mostly the last one's alone.
    private readonly long _position;

    private SourceCursor(long position)
        : this(null) => _position = position;

    /// <summary>Gets the start of any source.</summary>
    public static SourceCursor Start => default;

    /// <summary>Gets the source's own text; null at the start.</summary>
    public string? Value
    {
        get => _text ?? (_position > 0 ? _position.ToString(CultureInfo.InvariantCulture) : null);
        init => (_text, _position) = (value, 0);
    }

    /// <summary>Makes the cursor of a source that counts its rows or lines.</summary>
    /// <param name="position">The count, from 1; its text is the number in digits.</param>
    /// <returns>The cursor, without allocation; equal to one made of the text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is below 1.</exception>
    public static SourceCursor At(long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        return new(position);
    }

    /// <inheritdoc/>
    public bool Equals(SourceCursor other) => _text is null && other._text is null
        ? _position == other._position
        : string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is { } text ? StringComparer.Ordinal.GetHashCode(text) : 0;
}
