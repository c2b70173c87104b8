namespace CustomerInsight;

/// <summary>Collects characters, on the stack while they are few.</summary>
/// <param name="initial">Where the first characters go.</param>
internal ref struct CharBuffer(Span<char> initial)
{
    /// <summary>How many characters a caller should give from its stack: most values are shorter.</summary>
    public const int StackLength = 128;

    private Span<char> _space = initial;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Text => _space[..Length];

    public void Append(char character)
    {
        if (Length == _space.Length)
        {
            Grow(1);
        }

        _space[Length++] = character;
    }

    public void Append(scoped ReadOnlySpan<char> characters)
    {
        if (Length + characters.Length > _space.Length)
        {
            Grow(characters.Length);
        }

        characters.CopyTo(_space[Length..]);
        Length += characters.Length;
    }

    /// <summary>Makes a string, or gives back the one it came from where nothing changed.</summary>
    /// <param name="original">The text before.</param>
    /// <returns>The text collected.</returns>
    public readonly string ToString(string original) => Text.SequenceEqual(original) ? original : Text.ToString();

    private void Grow(int atLeast)
    {
        char[] larger = new char[Math.Max(_space.Length * 2, Length + atLeast)];
        Text.CopyTo(larger);
        _space = larger;
    }
}
