namespace CustomerInsight.Matching;

/// <summary>A part of a value, as a run of units: nothing is copied where the part is a run of the value's own.</summary>
/// <param name="Units">What holds the units, with room for <see cref="TextSketch.MostUnits"/> from the start of the part on; until another content takes the place of the one it is of.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Length">How long it is, above 0 where there is one.</param>
internal readonly record struct TextPart(char[] Units, int Start, int Length)
{
    public bool IsNone => Length == 0;

    public ReadOnlySpan<char> Span => new(Units, Start, Length);

    /// <summary>What is compared of it by likeness.</summary>
    public ReadOnlySpan<char> Beginning => BestPairTest.Beginning(Span);

    /// <summary>A sketch of what is compared by likeness, good beside other such sketches; there must be a part.</summary>
    public TextSketch Sketch() => TextSketch.Quick(ref Units[Start], Beginning.Length);

    /// <summary>A part that is a text of its own.</summary>
    public static TextPart Of(string text)
    {
        char[] units = new char[text.Length + TextSketch.MostUnits];
        text.CopyTo(units);
        return new TextPart(units, 0, text.Length);
    }

    /// <summary>Whether both are there and the same.</summary>
    public bool Same(in TextPart other) => Length == other.Length && Length > 0 && Span.SequenceEqual(other.Span);
}
