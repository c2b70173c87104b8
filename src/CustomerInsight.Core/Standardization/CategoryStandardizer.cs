namespace CustomerInsight;

/// <summary>Standardizes codes out of a list: <c> Gold </c> becomes <c>gold</c>. Punctuation stays, since <c>A+</c> and <c>A-</c> differ.</summary>
/// <remarks>
/// Folds (<see cref="TextFolding"/>), trims, and keeps one space where there were several. What stands for no value (<c>n/a</c>, <c>unknown</c> …)
/// is rejected.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CategoryStandardizer : IStandardizer
{
    /// <inheritdoc/>
    public string Name => "category";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        var folded = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        TextFolding.Fold(value, ref folded);
        var output = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        foreach (char unit in folded.Text.Trim(' '))
        {
            if (unit != ' ' || output.Text[^1] != ' ')
            {
                output.Append(unit);
            }
        }

        return output.Length == 0 || Placeholders.Contains(output.Text)
            ? StandardizedValue.Rejected
            : new StandardizedValue(output.ToString(value));
    }
}
