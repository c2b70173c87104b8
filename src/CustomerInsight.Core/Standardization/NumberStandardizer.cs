namespace CustomerInsight;

/// <summary>Standardizes numbers: <c>1,234.50</c>, <c>1.234,50</c> and <c>1 234.5</c> become <c>1234.5</c>.</summary>
/// <remarks>
/// Folds (<see cref="TextFolding"/>), so that digits of other scripts count. The last point or comma parts whole from fraction, unless it occurs
/// several times, or is a comma with three digits after it and one to three before: those part thousands, as do spaces and apostrophes. An exponent
/// is read (<c>1e3</c>). The result is the shortest text that reads back as the same number of double precision. What is no number, as with a unit
/// or a currency beside it, is rejected.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class NumberStandardizer : IStandardizer
{
    /// <inheritdoc/>
    public string Name => "number";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        var folded = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        TextFolding.Fold(value, ref folded);
        var plain = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        return Numbers.TryPlain(folded.Text.Trim(' '), ref plain) && Numbers.TryParse(plain.Text, out double number)
            ? new StandardizedValue(Numbers.Write(number, value))
            : StandardizedValue.Rejected;
    }
}
