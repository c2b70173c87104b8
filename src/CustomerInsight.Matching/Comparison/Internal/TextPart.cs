namespace CustomerInsight.Matching;

/// <summary>A part of a value, as a piece of a text: nothing is copied where the part is a run of the value's own units.</summary>
/// <param name="Text">The text; null where the value has no such part.</param>
/// <param name="Start">Where the part begins in it.</param>
/// <param name="Length">How long it is, above 0 where there is one.</param>
internal readonly record struct TextPart(string? Text, int Start, int Length)
{
    public bool IsNone => Length == 0;

    public ReadOnlySpan<char> Span => Text.AsSpan(Start, Length);

    /// <summary>What is compared of it by likeness.</summary>
    public ReadOnlySpan<char> Beginning => BestPairTest.Beginning(Span);

    /// <summary>The part as a text of its own.</summary>
    public string Own => Length == Text?.Length ? Text : Span.ToString();

    /// <summary>Whether both are there and the same.</summary>
    public bool Same(in TextPart other) => Length == other.Length && Length > 0 && ((ReferenceEquals(Text, other.Text) && Start == other.Start) || Span.SequenceEqual(other.Span));

    public static TextPart Of(string value, ValuePart part)
    {
        if (part.TryLocate(value, out int start, out int length))
        {
            return length > 0 ? new TextPart(value, start, length) : default;
        }

        return part.Of(value) is { Length: > 0 } text ? new TextPart(text, 0, text.Length) : default;
    }
}
