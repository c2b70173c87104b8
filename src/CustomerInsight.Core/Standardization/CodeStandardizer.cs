namespace CustomerInsight;

/// <summary>Standardizes numbers of papers and other ids: <c>ab-00 12.3</c> becomes <c>AB00123</c>. Leading zeros stay.</summary>
/// <remarks>Folds (<see cref="TextFolding"/>) and keeps letters and digits. Nothing but zeros, and what stands for no value (<c>n/a</c> …), is rejected.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CodeStandardizer : IStandardizer
{
    /// <inheritdoc/>
    public string Name => "code";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        var folded = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        TextFolding.Fold(value, ref folded);
        var code = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        Words.AppendJoined(folded.Text, ref code);
        if (code.Text.IndexOfAnyExcept('0') < 0 || Placeholders.Contains(folded.Text) || Placeholders.Contains(code.Text))
        {
            return StandardizedValue.Rejected;
        }

        var upper = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        foreach (char unit in code.Text)
        {
            upper.Append(char.IsAsciiLetterLower(unit) ? (char)(unit & ~0x20) : unit);
        }

        return new StandardizedValue(upper.ToString(value));
    }
}
